// A sample: at least two finite numbers. Everything else in this folder takes samples, so nobody has to ask again.

declare const checked: unique symbol;

/** Invariant: `values` holds at least two numbers and all are finite. `toSample` is the only way to make one. */
export interface Sample {
  readonly values: readonly number[];
  readonly [checked]: true;
}

/** Undefined when there are fewer than two values or one is not finite. */
export function toSample(values: readonly number[]): Sample | undefined {
  if (values.length < 2 || !values.every((value) => Number.isFinite(value))) return undefined;
  return { values: [...values] } as unknown as Sample;
}
