export default { select: 'tax' };
