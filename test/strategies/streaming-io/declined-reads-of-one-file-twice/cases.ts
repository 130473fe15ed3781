export default { select: 'both' };
