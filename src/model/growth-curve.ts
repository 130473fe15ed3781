// The curve that a growth fit stands for. The one computation of the model: the engine extrapolates with it and the report page draws it, and
// the two must not differ.
import type { GrowthFit } from './report.ts';

/** f(n) of a form; `parameter` is the exponent of 'n^k' or the base of 'c^n'. Sizes below 2 have the logarithm of 2: no call takes no time. */
export function growthTerm(form: GrowthFit['form'], size: number, parameter = 1): number {
  const logarithm = Math.log2(Math.max(size, 2));
  switch (form) {
    case '1':
      return 1;
    case 'log n':
      return logarithm;
    case 'n':
      return size;
    case 'n log n':
      return size * logarithm;
    case 'n^2':
      return size ** 2;
    case 'n^3':
      return size ** 3;
    case '2^n':
      return 2 ** size;
    case 'n^k':
      return size ** parameter;
    case 'c^n':
      return parameter ** size;
  }
}

/** Nanoseconds per call that the fit expects at a size. */
export function expectedTime(fit: GrowthFit, size: number): number {
  return fit.constantNs + fit.factorNs * growthTerm(fit.form, size, fit.parameter);
}
