export default { select: 'Counter.count' };
