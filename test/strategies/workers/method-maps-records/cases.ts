const rows = Array.from({ length: 30 }, (_, i) => ({ id: `r${i}`, values: [i % 7, (i * 5) % 11, -i] }));
interface Made {
  Scorer: new (weights: number[], bias: number) => unknown;
}
export default {
  select: 'Scorer.scoreAll',
  receiver: (exports: Record<string, unknown>) => new (exports as unknown as Made).Scorer([0.1, 0.2, 0.3], 0.5),
  calls: () => [[rows, [1, 2, 3]], [[], []], [rows.slice(0, 1), [1, 1, 1]], [[...rows, { id: 'bad', values: [1, 2, 3, 4] }, ...rows], [1, 1, 1]], [[null], [1]]],
};
