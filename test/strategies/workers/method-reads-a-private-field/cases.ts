const signal = (length: number) => Array.from({ length }, (_, i) => ((i * 37) % 101) / 7);

export default {
  select: 'Filter.run',
  receiver: (exports: Record<string, unknown>) => {
    const Filter = exports['Filter'] as new (taps: readonly number[]) => { louder(gain: number): unknown };
    return new Filter([0.5, 0.25, 0.125]).louder(3);
  },
  calls: () => [[signal(40)], [[]], [[1]]],
};
