export default { select: 'Route.cheapest' };
