export default { select: 'Steps.ways' };
