// Polynomials with integer coefficients over named integer quantities: { i*w: 1, x: 1 } is i*w + x. Only what bounds proofs need.

/** Coefficient of each monomial; a monomial is its atoms, sorted and joined by '*', and '' is the constant. Never holds a zero. */
export type Polynomial = ReadonlyMap<string, number>;

export function constant(value: number): Polynomial {
  return value === 0 ? new Map() : new Map([['', value]]);
}

export function atom(name: string): Polynomial {
  return new Map([[name, 1]]);
}

export function plus(a: Polynomial, b: Polynomial, factor = 1): Polynomial {
  const sum = new Map(a);
  for (const [monomial, coefficient] of b) {
    const value = (sum.get(monomial) ?? 0) + factor * coefficient;
    if (value === 0) sum.delete(monomial);
    else sum.set(monomial, value);
  }
  return sum;
}

export function minus(a: Polynomial, b: Polynomial): Polynomial {
  return plus(a, b, -1);
}

export function scaled(a: Polynomial, factor: number): Polynomial {
  return plus(new Map(), a, factor);
}

export function times(a: Polynomial, b: Polynomial): Polynomial {
  let product: Polynomial = new Map();
  for (const [left, leftCoefficient] of a) {
    const partial = new Map<string, number>();
    for (const [right, rightCoefficient] of b)
      partial.set(joinMonomials(left, right), leftCoefficient * rightCoefficient);
    product = plus(product, partial);
  }
  return product;
}

function joinMonomials(a: string, b: string): string {
  return [...atomsOfMonomial(a), ...atomsOfMonomial(b)].sort().join('*');
}

export function atomsOfMonomial(monomial: string): readonly string[] {
  return monomial === '' ? [] : monomial.split('*');
}

export function atomsOf(polynomial: Polynomial): ReadonlySet<string> {
  return new Set([...polynomial.keys()].flatMap(atomsOfMonomial));
}

/** The value of a polynomial without atoms. */
export function constantValue(polynomial: Polynomial): number | undefined {
  if (polynomial.size === 0) return 0;
  return polynomial.size === 1 ? polynomial.get('') : undefined;
}

export function samePolynomial(a: Polynomial, b: Polynomial): boolean {
  return minus(a, b).size === 0;
}
