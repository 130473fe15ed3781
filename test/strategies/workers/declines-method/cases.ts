export default { select: 'Grid.sum' };
