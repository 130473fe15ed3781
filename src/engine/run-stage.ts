// What the later stages of one run share: the pieces that the earlier ones made, and the means to go on.

import type { BenchOptions } from '../model/bench-options.ts';
import type { RunPhase, RunProgress } from '../model/progress.ts';
import type { Reason } from '../model/reason.ts';
import type { EquivalenceSummary, Rewrite } from '../model/report.ts';
import type { VariantBundle } from '../model/variant.ts';
import type { VariantBuilder } from './build/variant-builder.ts';
import type { InputsModule } from './inputs/inputs-module.ts';
import type { Original } from './load-original.ts';
import type { ObservedCases } from './observe-cases.ts';
import type { MachineLoad } from './process/machine-facts.ts';
import type { VariantRunner } from './process/variant-runner.ts';
import type { ReportDraft } from './report-draft.ts';
import type { Effects } from './source/effects.ts';
import type { Subject } from './source/subject.ts';
import type { Candidate, Strategy, StrategyContext } from './strategies/strategy.ts';

export interface RunStage {
  readonly subject: Subject;
  /** What the strategies proposed from. */
  readonly context: StrategyContext;
  readonly strategies: readonly Strategy[];
  /** Candidates that the budget has no room for. */
  readonly spared: readonly ProposedCandidate[];
  /** The subject in another text of its file, or another function of that text. */
  readonly reopen: (text: string, name?: string) => Subject;
  readonly inputs: InputsModule;
  readonly original: Original;
  readonly observation: ObservedCases;
  readonly effects: Effects;
  readonly builder: VariantBuilder;
  readonly runner: VariantRunner;
  readonly draft: ReportDraft;
  readonly options: BenchOptions;
  readonly signal: AbortSignal;
  readonly clock: () => number;
  /** What else went on since the run began; absent where nobody watches. */
  readonly machineLoad?: () => MachineLoad;
  /** When the run began, by the clock. */
  readonly started: number;
  readonly tell: (phase: RunPhase, message: string, more?: Partial<RunProgress>) => void;
}

/** A candidate that passed the type gate. */
export interface ProposedCandidate {
  readonly id: string;
  readonly candidate: Candidate;
  readonly rewrite: Rewrite;
}

export interface BuiltCandidate extends ProposedCandidate {
  readonly bundle: VariantBundle;
  /** What is compared with the original: the same, but where work is cut into parts, with all numbers of parts in turn. */
  readonly compared: VariantBundle;
}

/** A candidate that gave the same outcomes as the baseline on every case compared. */
export interface VerifiedCandidate extends BuiltCandidate {
  readonly equivalence: EquivalenceSummary;
  /** Caveats of the candidate and of the comparison. */
  readonly caveats: readonly Reason[];
  /** A first look decides what is worth measuring; what is offered in the end was compared thoroughly. */
  readonly depth: 'first look' | 'thorough';
  /** See CompareAnswer. */
  readonly pace?: number;
}
