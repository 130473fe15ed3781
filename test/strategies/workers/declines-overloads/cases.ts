export default { select: 'size' };
