export default { select: 'Grid.crossings' };
