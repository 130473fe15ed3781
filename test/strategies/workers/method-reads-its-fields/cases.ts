const values = Array.from({ length: 70 }, (_, i) => (i * 37) % 41);
interface Made {
  Projector: new (rates: number[], scale: number) => unknown;
}
export default {
  select: 'Projector.project',
  receiver: (exports: Record<string, unknown>) => new (exports as unknown as Made).Projector([0.1, 0.02, -0.05], 1.5),
  calls: () => [[values, 1], [values, 0.5], [[], 1], [[3], 2], [[1, -0, Number.NaN, 2.5], 1], [[1, 2, 3, 1e299, 4], 50]],
};
