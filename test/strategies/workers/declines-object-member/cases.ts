export default { select: 'tools.twice' };
