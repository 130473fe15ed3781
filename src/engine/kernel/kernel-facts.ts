// What is known of the numbers that every variable and expression of a kernel may hold, and what may be taken for granted to find it out;
// it is found by analyze-kernel.ts.
import * as facts from '../source/ranges/number-fact.ts';
import type { ArrayGroup, ArrayLocal, Expression, KernelFunction, Local } from './kernel-ir.ts';

type NumberFact = facts.NumberFact;

export interface KernelFacts {
  /** What the expression may give, over all times that it is evaluated. Undefined: it is never reached. */
  of(expression: Expression): NumberFact | undefined;
  /** Everything that the variable may hold. */
  ofLocal(local: Local): NumberFact | undefined;
  ofResult(kernel: KernelFunction): NumberFact | undefined;
  ofElements(array: ArrayLocal | ArrayGroup): NumberFact;
  isChecked(array: ArrayLocal | ArrayGroup): boolean;
  ofLength(array: ArrayLocal): NumberFact;
  /** A variable that may be read before it has a value; there is no kernel then. */
  readonly unset: Local | undefined;
  /** Variables kept in 32 bits that are no 32-bit integers; absent before word-variables.ts has chosen them. */
  readonly wordOf?: (local: Local) => Word | undefined;
}

/** 'unsigned': an integer from 0 to 2^32 - 1. 'bits': what ToInt32 makes of the number, of which nothing else is ever looked at. */
export type Word = 'unsigned' | 'bits';

/** What is known of the parameters of the first function and of the elements of its arrays, for it is checked before each call. */
export interface Assumptions {
  readonly parameters: ReadonlyMap<Local, NumberFact>;
  readonly elements: ReadonlyMap<ArrayGroup, NumberFact>;
  /** Plain arrays made by the kernel whose elements are taken for integers: each store is checked, and the original runs when it is none. */
  readonly checked?: ReadonlySet<ArrayGroup>;
}

/** What the elements of a checked array are; sums of two fit into 32 bits. */
export const checkedElement = facts.integersBetween(-1e9, 1e9);
