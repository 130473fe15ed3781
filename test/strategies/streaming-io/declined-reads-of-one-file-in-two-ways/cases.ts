export default { select: 'twice' };
