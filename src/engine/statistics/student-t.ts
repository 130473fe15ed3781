// Student's t distribution: tail probabilities and quantiles.
// Method: the t tail is a regularized incomplete beta function (Abramowitz and Stegun 26.7.1), computed by Lentz's continued fraction
// (Press et al., Numerical Recipes, 3rd ed., section 6.4); its logarithm of gamma is Lanczos's approximation with g = 7, n = 9 (Godfrey).
// Quantiles by bisection, which cannot fail and is fast enough for the handful that a report needs.

/** P(|T| >= |t|) with `degrees` > 0 degrees of freedom (need not be whole). */
export function twoSidedProbability(t: number, degrees: number): number {
  if (Number.isNaN(t)) return 1;
  if (!Number.isFinite(t)) return 0;
  return regularizedBeta(degrees / (degrees + t * t), degrees / 2, 0.5);
}

/** The t with P(|T| <= t) = confidence, for example 12.706 for 0.95 and one degree of freedom. */
export function criticalT(confidence: number, degrees: number): number {
  const tail = 1 - confidence;
  let high = 1;
  while (twoSidedProbability(high, degrees) > tail) high *= 2;
  let low = 0;
  while (high - low > 1e-11 * high) {
    const middle = (low + high) / 2;
    if (twoSidedProbability(middle, degrees) > tail) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function regularizedBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  return x < (a + 1) / (a + b + 2) ? (front * betaFraction(x, a, b)) / a : 1 - (front * betaFraction(1 - x, b, a)) / b;
}

function betaFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  const away = (value: number): number => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let m = 1; m <= 500; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    result *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    const factor = d * c;
    result *= factor;
    if (Math.abs(factor - 1) < 1e-15) break;
  }
  return result;
}

const LANCZOS = [
  676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
];

function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  let sum = 0.9999999999998099;
  LANCZOS.forEach((coefficient, index) => {
    sum += coefficient / (x + index);
  });
  const t = x + 6.5;
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
}
