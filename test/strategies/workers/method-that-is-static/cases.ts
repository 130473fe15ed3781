export default {
  select: 'Sequences.longest',
  receiver: (exports: Record<string, unknown>) => exports['Sequences'],
  calls: () => [[200], [1], [0], [-5], [1000]],
};
