export class Counter {
  constructor(readonly step: number) {}

  count(n: number): number {
    const go = function (this: { step: number } | undefined, k: number): number {
      if (k <= 0) return this?.step ?? 1;
      return go.call(this, k - 1) + go.call({ step: k }, k - 2);
    };
    return go.call(this, n);
  }
}
