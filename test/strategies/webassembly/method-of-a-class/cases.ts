export default {
  select: 'Primes.isPrime',
  receiver: (exports: Record<string, unknown>) => new (exports['Primes'] as new () => unknown)(),
  calls: () => [[1], [2], [9], [97], [2.5], [-1]],
};
