export default { select: 'count' };
