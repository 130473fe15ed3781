// What the analysis of a kernel notes of it as a whole: what every expression and variable came to in this round over the functions, and what
// does not depend on the order of statements at all, such as elements, results and arguments, which only grows until nothing changes any more.
import * as facts from '../source/ranges/number-fact.ts';
import { elementFact } from './fact-transfers.ts';
import { type Assumptions, checkedElement, type KernelFacts } from './kernel-facts.ts';
import {
  type ArrayGroup,
  type ArrayLocal,
  type Expression,
  groupOf,
  type KernelFunction,
  type Local,
  longestKernelArray,
} from './kernel-ir.ts';
import { roundsBeforeWidening, widenedFact } from './kernel-states.ts';

type NumberFact = facts.NumberFact;

export const anyLength = facts.integersBetween(0, longestKernelArray);

export class NotedFacts implements KernelFacts {
  readonly #assumptions: Assumptions;
  readonly #expressions = new Map<Expression, NumberFact>();
  readonly #locals = new Map<Local, NumberFact>();
  readonly #results = new Map<KernelFunction, NumberFact>();
  readonly #parameters = new Map<Local, NumberFact>();
  readonly #elements = new Map<ArrayGroup, NumberFact>();
  readonly #lengths = new Map<ArrayGroup, NumberFact>();
  readonly #reachedFunctions = new Set<KernelFunction>();
  readonly #ended = new Set<KernelFunction>();
  #changes = 0;
  #round = 0;
  /** Above zero while a loop's fixpoint is being looked for: nothing is noted then. */
  #trials = 0;
  unset: Local | undefined;

  constructor(assumptions: Assumptions) {
    this.#assumptions = assumptions;
  }

  /** What the first function may be given. */
  assumeArguments(entry: KernelFunction): void {
    for (const parameter of entry.parameters) {
      if (parameter.kind === 'number')
        this.#parameters.set(parameter, this.#assumptions.parameters.get(parameter) ?? facts.anyNumber);
      if (parameter.kind === 'array') this.#elements.set(groupOf(parameter), facts.anyNumber);
      if (parameter.kind === 'records') {
        this.#parameters.set(parameter.count, anyLength);
        for (const field of parameter.fields.values()) this.#elements.set(groupOf(field), facts.anyNumber);
      }
      if (parameter.kind !== 'table') continue;
      this.#elements.set(groupOf(parameter.cells), facts.anyNumber);
      for (const count of [parameter.rows, parameter.columns]) this.#parameters.set(count, anyLength);
    }
    for (const [group, fact] of this.#assumptions.elements) this.#elements.set(groupOf(group), fact);
    this.#reachedFunctions.add(entry);
  }

  of(expression: Expression): NumberFact | undefined {
    return this.#expressions.get(expression);
  }

  ofLocal(local: Local): NumberFact | undefined {
    return this.#locals.get(local);
  }

  ofResult(kernel: KernelFunction): NumberFact | undefined {
    return this.#results.get(kernel);
  }

  ofElements(array: ArrayLocal | ArrayGroup): NumberFact {
    const group = groupOf(array);
    if (group.typedName !== undefined) return elementFact(group.typedName);
    if (this.isChecked(group)) return checkedElement;
    return this.#elements.get(group) ?? facts.exactly(0);
  }

  isChecked(array: ArrayLocal | ArrayGroup): boolean {
    return this.#assumptions.checked?.has(groupOf(array)) === true;
  }

  ofLength(array: ArrayLocal): NumberFact {
    const group = groupOf(array);
    const known = this.#lengths.get(group);
    const isOpen = group.isFromOutside || group.isOfTable === true;
    return known === undefined || isOpen ? anyLength : known;
  }

  /** What a parameter may be given; undefined when no call is known that gives it anything. */
  ofParameter(parameter: Local): NumberFact | undefined {
    return this.#parameters.get(parameter);
  }

  /** Whether a call gives control back, as far as is known yet. */
  isEnded(kernel: KernelFunction): boolean {
    return this.#ended.has(kernel);
  }

  /** Those that come to be reached on the way, too. */
  get reachedFunctions(): Iterable<KernelFunction> {
    return this.#reachedFunctions;
  }

  /** How often something that the order of statements does not tell has come to be known better. */
  get changes(): number {
    return this.#changes;
  }

  get isTrial(): boolean {
    return this.#trials > 0;
  }

  beginRound(): void {
    this.#round += 1;
    this.#expressions.clear();
    this.#locals.clear();
    this.unset = undefined;
  }

  beginTrial(): void {
    this.#trials += 1;
  }

  endTrial(): void {
    this.#trials -= 1;
  }

  noteExpression(expression: Expression, fact: NumberFact): void {
    if (this.isTrial) return;
    const before = this.#expressions.get(expression);
    this.#expressions.set(expression, before === undefined ? fact : facts.join(before, fact));
  }

  noteLocal(local: Local, fact: NumberFact): void {
    if (this.isTrial) return;
    const before = this.#locals.get(local);
    this.#locals.set(local, before === undefined ? fact : facts.join(before, fact));
  }

  noteUnset(local: Local): void {
    if (!this.isTrial) this.unset ??= local;
  }

  noteElement(array: ArrayLocal, fact: NumberFact): void {
    const group = groupOf(array);
    if (group.typedName !== undefined) return;
    if (!this.#elements.has(group)) this.#accumulate(this.#elements, group, facts.exactly(0));
    this.#accumulate(this.#elements, group, fact);
  }

  noteLength(array: ArrayLocal, fact: NumberFact): void {
    this.#accumulate(this.#lengths, groupOf(array), fact);
  }

  noteParameter(parameter: Local, fact: NumberFact): void {
    this.#accumulate(this.#parameters, parameter, fact);
  }

  noteResult(kernel: KernelFunction, fact: NumberFact): void {
    this.#accumulate(this.#results, kernel, fact);
  }

  noteReached(kernel: KernelFunction): void {
    if (this.isTrial || this.#reachedFunctions.has(kernel)) return;
    this.#reachedFunctions.add(kernel);
    this.#changes += 1;
  }

  noteEnd(kernel: KernelFunction): void {
    if (this.isTrial || this.#ended.has(kernel)) return;
    this.#ended.add(kernel);
    this.#changes += 1;
  }

  /** For what does not depend on the order of statements: only grows, and jumps ahead when it keeps growing. */
  #accumulate<K>(known: Map<K, NumberFact>, key: K, fact: NumberFact): void {
    if (this.isTrial) return;
    const before = known.get(key);
    if (before === undefined) {
      known.set(key, fact);
      this.#changes += 1;
      return;
    }
    const joined = facts.join(before, fact);
    if (facts.sameFact(joined, before)) return;
    known.set(key, this.#round > roundsBeforeWidening ? widenedFact(before, joined) : joined);
    this.#changes += 1;
  }
}
