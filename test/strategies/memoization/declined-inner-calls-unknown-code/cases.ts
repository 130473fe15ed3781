export default { select: 'cheapest' };
