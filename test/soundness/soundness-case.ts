// One trap: code on which a naive rewriter goes wrong, and calls that show it. The numbers are those of the research notes' adversarial
// suite. Every strategy of the catalogue proposes on every case; whatever it offers must do exactly what the original does on the calls.
import type { StrategyId } from '../../src/engine/strategies/strategy.ts';

export type Call = (...args: readonly unknown[]) => unknown;

export interface SoundnessCase {
  readonly id: string;
  /** What a naive rewriter gets wrong. */
  readonly trap: string;
  readonly source: string;
  /** 'sample.ts' when absent; the name decides the language. */
  readonly file?: string;
  /** The last function of the source when absent. */
  readonly select?: string | number;
  /** Calls in order on one instance of the module, made anew for each instance. */
  readonly calls: () => readonly (readonly unknown[])[];
  /** The calls that the strategies see as observed, where those are not all that is compared. */
  readonly observed?: () => readonly (readonly unknown[])[];
  /** More than calls in a row: what it answers is compared. `exports` are the module's, where the version has them. */
  readonly scenario?: (call: Call, exports: Readonly<Record<string, unknown>>) => unknown;
  readonly receiver?: (exports: Readonly<Record<string, unknown>>) => unknown;
  /** Strategies that have to decline, and the codes that are right reasons for it. */
  readonly declines?: Partial<Readonly<Record<StrategyId, readonly string[]>>>;
}
