export default { select: 'fib' };
