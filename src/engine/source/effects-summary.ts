// What one function does, in terms of its own parameters, so that each call site can translate it.
import type ts from 'typescript';
import type { EffectKind } from './effects.ts';
import type { Root, Roots } from './effects-roots.ts';
import type { SubjectNode } from './subject.ts';

/** A function, or a class: what `new` of it does (field initialisers, then the constructor, bases first). */
export type Unit = SubjectNode | ts.ClassLikeDeclaration;

export interface RawEffect {
  readonly kind: EffectKind;
  /** What is written, for the kinds that write; whose `this` is read, for 'reads-this'. */
  readonly root?: Root;
  /** Clause about the function: "calls Math.random, which is different every time". */
  readonly message: string;
  /** The clause about the deepest function of a chain of calls; equal to `message` when there is no chain. */
  readonly origin: string;
  /** Variable or callee that it is about. */
  readonly name?: string;
  /** Where in the unit. */
  readonly node: ts.Node;
}

export interface Summary {
  readonly effects: readonly RawEffect[];
  readonly returns: Roots;
  /** What was stored where. */
  readonly contents: ReadonlyMap<Root, Roots>;
  /** Parameters that are called, with the roots of each argument. */
  readonly calls: ReadonlyMap<number, readonly Roots[]>;
}

export const emptySummary: Summary = { effects: [], returns: new Set(), contents: new Map(), calls: new Map() };

/** A number that changes whenever a summary grows. */
export function sizeOfSummary(summary: Summary): number {
  let size = summary.effects.length + summary.returns.size;
  for (const inner of summary.contents.values()) size += inner.size + 1;
  for (const args of summary.calls.values()) size += args.reduce((sum, arg) => sum + arg.size + 1, 1);
  return size;
}
