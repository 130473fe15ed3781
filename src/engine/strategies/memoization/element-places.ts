// Whether what is stored in arrays becomes elements of them. Stored under -1, 0.5 or NaN it is a property beside them, which `slice` leaves out.
// Where that depends on arguments being whole numbers, or small ones, results for other arguments are not remembered.
import ts from 'typescript';
import { ImmutableData } from '../../source/effects-immutable.ts';
import { ReferenceIndex } from '../../source/effects-references.ts';
import { SymbolFacts } from '../../source/effects-symbols.ts';
import { isTarget } from '../../source/loops/places.ts';
import { proveBounds } from '../../source/ranges/bounds-proof.ts';
import { bare } from '../../source/ranges/expressions.ts';
import { collectVariables, type FunctionVariables, type Variable } from '../../source/ranges/function-variables.ts';
import { anyNumber, integersBetween, isInteger, meet, type NumberFact } from '../../source/ranges/number-fact.ts';
import { analyzeRanges, type ValueRanges } from '../../source/ranges/value-ranges.ts';
import type { Subject } from '../../source/subject.ts';
import type { KeyPart } from './cache-keys.ts';
import { isNumberGlobal } from './library-names.ts';
import { longestMade, numbersOfLoop } from './made-lengths.ts';

/** Which numbers a key must be for the stored values to be elements. */
export type WholeNumbers = 'safe' | 'small';

const LAST_PLACE = 2 ** 32 - 2;
export const LARGEST_SMALL = 65_535;

/** Products of two of them, and one more on top, are places of elements. */
const assumptions: Readonly<Record<WholeNumbers, NumberFact>> = {
  safe: { ...integersBetween(-Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER), negativeZero: true },
  small: { ...integersBetween(0, LARGEST_SMALL), negativeZero: true },
};

export type StoredPlaces =
  | { readonly ok: true; readonly whole: ReadonlyMap<KeyPart, WholeNumbers> }
  /** Under this index something may be stored beside the elements, whatever the keys are. */
  | { readonly ok: false; readonly index: ts.Expression };

/** Which keys have to be whole numbers. */
export function storedPlaces(
  subject: Subject,
  arrays: readonly ts.Identifier[],
  keys: readonly KeyPart[],
): StoredPlaces {
  const stores = arrays.flatMap((array) => {
    const access = array.parent;
    const isStore = ts.isElementAccessExpression(access) && access.expression === array && isTarget(access);
    return isStore ? [{ array, index: bare(access.argumentExpression) }] : [];
  });
  const places = new ElementPlaces(subject, stores);
  const assumable = keys.filter((key) => places.isKept(key));
  const beside = places.firstBeside(new Map());
  if (beside === undefined) return { ok: true, whole: new Map() };
  let index = beside;
  // The text asks it what the keys are.
  for (const numbers of isNumberGlobal(subject) ? (['safe', 'small'] as const) : []) {
    const whole = new Map(assumable.map((key) => [key, numbers] as const));
    const still = places.firstBeside(whole);
    index = still ?? index;
    if (still !== undefined) continue;
    for (const key of assumable) {
      const fewer = new Map([...whole].filter(([other]) => other !== key));
      if (places.firstBeside(fewer) === undefined) whole.delete(key);
    }
    return { ok: true, whole };
  }
  return { ok: false, index };
}

interface Store {
  readonly array: ts.Identifier;
  readonly index: ts.Expression;
}

class ElementPlaces {
  readonly #checker: ts.TypeChecker;
  readonly #variables: FunctionVariables;
  readonly #stores = new Map<ts.Symbol | undefined, Store[]>();
  readonly #outside: ImmutableData;

  constructor({ node, checker, project }: Subject, stores: readonly Store[]) {
    this.#checker = checker;
    this.#outside = new ImmutableData(new SymbolFacts(project.program, checker), new ReferenceIndex(checker));
    this.#variables = collectVariables(node, checker);
    for (const store of stores) {
      const symbol = checker.getSymbolAtLocation(store.array);
      this.#stores.set(symbol, [...(this.#stores.get(symbol) ?? []), store]);
    }
  }

  /** A number that the function gives no other value, so that the key tells what it is throughout. */
  isKept({ kinds, variable, field, isObserved }: KeyPart): boolean {
    const isNumber = kinds.size === 1 && kinds.has('number') && field === undefined && !isObserved;
    return isNumber && this.#variables.of(variable.name)?.definitions.length === 1;
  }

  /** The first index, array by array, that need not be a place of an element. */
  firstBeside(assumed: ReadonlyMap<KeyPart, WholeNumbers>): ts.Expression | undefined {
    for (const [array, stores] of this.#stores) {
      const ranges = this.#rangesFor(array, assumed);
      const beside = stores.find(({ index }) => !this.#isElement(index, ranges));
      if (beside !== undefined) return beside.index;
    }
    return undefined;
  }

  #rangesFor(array: ts.Symbol | undefined, assumed: ReadonlyMap<KeyPart, WholeNumbers>): ValueRanges {
    const facts = new Map<Variable, NumberFact>();
    for (const variable of this.#variables.all) {
      const numbers = numbersOfLoop(variable, this.#checker, (one) => this.#outside.isAsWrittenOut(one));
      if (numbers !== undefined) facts.set(variable, numbers);
    }
    for (const [{ variable }, numbers] of assumed) {
      const known = this.#variables.of(variable.name);
      if (known) facts.set(known, assumptions[numbers]);
    }
    // The array exists when something is stored in it, so it was not too long to be made.
    const made = longestMade(array?.valueDeclaration, this.#variables);
    if (made) facts.set(made.variable, meet(facts.get(made.variable) ?? anyNumber, { ...anyNumber, high: made.high }));
    return analyzeRanges({ variables: this.#variables, checker: this.#checker, assumed: facts });
  }

  #isElement(index: ts.Expression, ranges: ValueRanges): boolean {
    const fact = ranges.factOf(index);
    if (!isInteger(fact) || (fact.low < 0 && !this.#isNeverNegative(index, ranges))) return false;
    return Math.floor(fact.high) <= LAST_PLACE || isCounter(index, this.#variables);
  }

  /** `out[i + radius]` in a loop from `-radius` on. */
  #isNeverNegative(index: ts.Expression, ranges: ValueRanges): boolean {
    const proof = proveBounds({ variables: this.#variables, checker: this.#checker, ranges });
    const form = proof.polynomialOf(index, index);
    return form !== undefined && proof.isNeverNegative(form, index);
  }
}

/** It goes up by one at a time from a number that is written out, and nobody waits until it has passed the last place. */
function isCounter(index: ts.Expression, variables: FunctionVariables): boolean {
  if (ts.isBinaryExpression(index))
    return ts.isNumericLiteral(bare(index.right)) && /^[-+]$/.test(index.operatorToken.getText())
      ? isCounter(bare(index.left), variables)
      : false;
  if (ts.isPostfixUnaryExpression(index) || ts.isPrefixUnaryExpression(index))
    return isCounter(index.operand, variables);
  const definitions = variables.of(index)?.definitions ?? [];
  return (
    definitions.some(({ kind }) => kind === 'step') &&
    definitions.every(
      (one) => one.kind === 'step' || (one.kind === 'value' && ts.isNumericLiteral(bare(one.expression))),
    )
  );
}
