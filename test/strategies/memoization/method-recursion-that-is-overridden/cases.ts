type TreeClass = new (weight: number) => { cost(depth: number, width: number): number };

/** A class that counts its calls, which shows in its results: each of them has to come. */
export default {
  select: 'Tree.cost',
  receiver: (exports: Record<string, unknown>) => {
    class Counted extends (exports['Tree'] as TreeClass) {
      calls = 0;

      override cost(depth: number, width: number): number {
        this.calls++;
        return super.cost(depth, width) + this.calls;
      }
    }
    return new Counted(2);
  },
  calls: () => [
    [2, 2],
    [2, 2],
    [3, 1],
    [0, 0],
  ],
};
