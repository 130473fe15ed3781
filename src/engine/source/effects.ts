// What calling a function does besides computing its result. Conservative: unknown code is impure.
import type { Subject, SubjectNode } from './subject.ts';

export type EffectKind =
  | 'writes-parameter'
  | 'writes-this'
  | 'writes-outside'
  | 'reads-this'
  | 'reads-mutable-outside'
  | 'nondeterministic'
  | 'input-output'
  | 'unknown-call'
  | 'may-throw'
  | 'awaits'
  | 'yields'
  | 'dynamic-scope';

export interface Effect {
  readonly kind: EffectKind;
  /** One sentence: "calls Math.random, which is different every time". */
  readonly message: string;
  /** 1-based. */
  readonly line: number;
  readonly column: number;
  /** Zero-based index of the parameter, for 'writes-parameter'. */
  readonly parameter?: number;
}

export interface Effects {
  readonly effects: readonly Effect[];
}

/** Analyses the subject, or another function of its program. */
export declare function analyzeEffects(subject: Subject, node?: SubjectNode): Effects;
