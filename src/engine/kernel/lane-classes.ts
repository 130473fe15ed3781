// What the lanes of a vector loop have in common, and what is known of a loop whose rounds go on in lanes.
import type { Expression, Local, Statement } from './kernel-ir.ts';
import type { Access } from './lane-accesses.ts';

/** How a value differs between the lanes: not at all, by so much from one lane to the next, or in any way. */
export type LaneClass = 'same' | 'different' | { readonly step: number };

export function stepOf(one: LaneClass): number {
  return typeof one === 'object' ? one.step : 0;
}

export function joinClasses(a: LaneClass, b: LaneClass): LaneClass {
  if (sameClass(a, b)) return a;
  return 'different';
}

export function sameClass(a: LaneClass, b: LaneClass): boolean {
  return typeof a === 'object' && typeof b === 'object' ? a.step === b.step : a === b;
}

export interface VectorLoop {
  readonly counter: Local;
  /** The loop goes on while the counter is less. */
  readonly bound: Expression;
  /** Statements for all lanes at once, and those for which the lanes take turns. */
  readonly together: readonly Statement[];
  readonly inTurn: readonly Statement[];
  /** Of what is computed together. */
  readonly lanes: ReadonlyMap<Expression, LaneClass>;
  /** What variables stand for that are used as an index. */
  readonly indices: ReadonlyMap<Expression, Expression>;
  /** Of the variables that are set together. */
  readonly classes: ReadonlyMap<Local, LaneClass>;
  /** Set together and read elsewhere: each lane has to find its own value there. */
  readonly handedOn: ReadonlySet<Local>;
  readonly hasInnerLoop: boolean;
  /** Pairs of elements that may be one in different lanes; then the round has to be done alone. */
  readonly conflicts: readonly Conflict[];
}

/** What is written in lanes, and another element of the same arrays. */
export interface Conflict {
  readonly written: Access;
  readonly other: Access;
}
