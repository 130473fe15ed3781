type Heat = new (width: number, height: number) => unknown;
export default {
  select: 'Heat.spread',
  receiver: (exports: Record<string, unknown>) => new (exports['Heat'] as Heat)(5, 4),
  calls: () => [[3], [1], [0], [Number.NaN], [2.5], ['2'], [undefined]],
};
