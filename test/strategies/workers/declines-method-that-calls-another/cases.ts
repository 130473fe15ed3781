export default { select: 'Grid.costs' };
