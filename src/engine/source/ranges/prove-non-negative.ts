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
  const withProductFacts = withProducts(goal, facts, nonNegativeAtoms);
  // Short proofs first: most goals need two or three facts.
  for (let depth = 1; depth <= maximumDepth; depth += 1) {
    const search = { stepsLeft: maximumSteps, nonNegativeAtoms, facts: withProductFacts };
    if (isNonNegative(goal, search, depth)) return true;
  }
  return false;
}

interface Search {
  stepsLeft: number;
  readonly facts: readonly Polynomial[];
  readonly nonNegativeAtoms: ReadonlySet<string>;
}

function isNonNegative(goal: Polynomial, search: Search, depth: number): boolean {
  const value = constantValue(goal);
  if (value !== undefined) return value >= 0;
  const obstacles = [...goal].filter(
    ([monomial, coefficient]) => monomial !== '' && !isPlain(monomial, coefficient, search.nonNegativeAtoms),
  );
  if (obstacles.length === 0 && (goal.get('') ?? 0) >= 0) return true;
  search.stepsLeft -= 1;
  if (depth === 0 || search.stepsLeft <= 0) return false;
  // Every obstacle has to go, so it is enough to try the first; a negative constant alone is made up for by what stands beside it.
  const [first] = obstacles;
  const toCancel = first === undefined ? [...goal].filter(([monomial]) => monomial !== '') : [first];
  for (const [monomial, coefficient] of toCancel) {
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

/** A term that is never negative by itself. */
function isPlain(monomial: string, coefficient: number, nonNegativeAtoms: ReadonlySet<string>): boolean {
  return coefficient >= 0 && atomsOfMonomial(monomial).every((name) => nonNegativeAtoms.has(name));
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
