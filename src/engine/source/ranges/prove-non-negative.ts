// Proves that a polynomial is never negative from facts that are not: each step subtracts a multiple of one fact so that a monomial
// cancels, which is Fourier-Motzkin elimination as a bounded depth-first search. "Not proven" never means "false".
import { atom, atomsOfMonomial, constantValue, type Polynomial, plus, scaled, times } from './polynomial.ts';

const maximumDepth = 6;
const maximumSteps = 4000;

/** `facts` are polynomials known to be >= 0; atoms in `nonNegativeAtoms` are >= 0 themselves. */
export function proveNonNegative(
  goal: Polynomial,
  facts: readonly Polynomial[],
  nonNegativeAtoms: ReadonlySet<string>,
): boolean {
  const search = { stepsLeft: maximumSteps, nonNegativeAtoms, facts: withProducts(goal, facts, nonNegativeAtoms) };
  return isNonNegative(goal, search, maximumDepth);
}

interface Search {
  stepsLeft: number;
  readonly facts: readonly Polynomial[];
  readonly nonNegativeAtoms: ReadonlySet<string>;
}

function isNonNegative(goal: Polynomial, search: Search, depth: number): boolean {
  const value = constantValue(goal);
  if (value !== undefined) return value >= 0;
  if (isPlainlyNonNegative(goal, search.nonNegativeAtoms)) return true;
  search.stepsLeft -= 1;
  if (depth === 0 || search.stepsLeft <= 0) return false;
  for (const [monomial, coefficient] of goal) {
    if (monomial === '') continue;
    // A positive multiple of a non-negative atom may be dropped as it stands; the ones in the way are negative terms and signed atoms.
    for (const fact of search.facts) {
      const inFact = fact.get(monomial);
      if (inFact === undefined || Math.sign(inFact) !== Math.sign(coefficient)) continue;
      // goal * |inFact| = rest + fact * |coefficient|, and both multipliers are positive.
      const rest = plus(scaled(goal, Math.abs(inFact)), fact, -Math.abs(coefficient));
      if (isNonNegative(rest, search, depth - 1)) return true;
    }
  }
  return false;
}

function isPlainlyNonNegative(polynomial: Polynomial, nonNegativeAtoms: ReadonlySet<string>): boolean {
  for (const [monomial, coefficient] of polynomial) {
    if (coefficient < 0) return false;
    if (!atomsOfMonomial(monomial).every((name) => nonNegativeAtoms.has(name))) return false;
  }
  return true;
}

/** Facts multiplied by one non-negative atom, where the goal has products: y <= h - 1 gives y*w <= h*w - w. */
function withProducts(
  goal: Polynomial,
  facts: readonly Polynomial[],
  nonNegativeAtoms: ReadonlySet<string>,
): readonly Polynomial[] {
  const factors = new Set<string>();
  for (const polynomial of [goal, ...facts]) {
    for (const monomial of polynomial.keys()) {
      const atoms = atomsOfMonomial(monomial);
      if (atoms.length > 1) for (const name of atoms) if (nonNegativeAtoms.has(name)) factors.add(name);
    }
  }
  const products = facts.flatMap((fact) => [...factors].map((name) => times(fact, atom(name))));
  return [...facts, ...products];
}
