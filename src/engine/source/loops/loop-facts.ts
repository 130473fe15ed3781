// What is known about a loop, as data: whether its iterations may run in any order, what has to be put together afterwards, what has to be
// tested at run time, and what stands against it. Filled by analyze-loop.ts.
import type ts from 'typescript';

/** Codes are those of the workers strategy (W1-W13) and the common ones (C1-C5), so that a reason reads the same wherever it is shown. */
export interface LoopReason {
  readonly code: string;
  readonly message: string;
  readonly node: ts.Node;
  readonly unlock?: string;
}

/** A condition that the types do not prove. Code that relies on the facts tests it first, and runs the loop as it is when it fails. */
export type LoopGuard =
  /** Two variables must not hold the same array, nor views of overlapping memory. */
  | { readonly kind: 'no-overlap'; readonly written: string; readonly other: string }
  /** The rows (or elements) of an array must all be different objects. */
  | { readonly kind: 'distinct-elements'; readonly array: string }
  | { readonly kind: 'not-zero'; readonly stride: string }
  | { readonly kind: 'integer'; readonly value: string };

export type ScalarClass =
  /** Written before it is read in every iteration, and not read after the loop. */
  | 'private'
  /** The same, and what the last iteration wrote is read afterwards. */
  | 'last-value'
  /** Partial results can be combined; `operator` says how. */
  | 'reduction'
  /** One iteration needs what the one before left. */
  | 'carried';

export interface LoopScalar {
  readonly name: string;
  readonly symbol: ts.Symbol;
  readonly class: ScalarClass;
  /** For reductions: `+`, `*`, `&`, `|`, `^`, `&&`, `||`, `min`, `max`, `argmin`, `argmax`, `concat`. */
  readonly operator?: string;
  /** Combining parts may round differently: the numbers are not known to be integers. */
  readonly isRounded?: true;
}

export interface LoopCollection {
  readonly name: string;
  readonly symbol: ts.Symbol;
  /** `append`: pushed to in order, and nothing else; `union`: a set added to; `histogram`: counted at positions that may coincide. */
  readonly kind: 'append' | 'union' | 'histogram';
  readonly isRounded?: true;
}

export interface LoopFacts {
  readonly loop: ts.IterationStatement;
  /** Iterations may run in any order and at once, under the guards, when what `scalars` and `collections` list is put together in order. */
  readonly isIndependent: boolean;
  readonly reasons: readonly LoopReason[];
  readonly guards: readonly LoopGuard[];
  readonly scalars: readonly LoopScalar[];
  readonly collections: readonly LoopCollection[];
  /** The loop only looks for the first iteration that fits, and stops there. */
  readonly isSearch: boolean;
}
