// The seam of the build stage: a subject (rewritten or not) and its inputs become a bundle on disk that a benchmark process can load.
import type { VariantBundle } from '../../model/variant.ts';
import type { InputsModule } from '../inputs/inputs-module.ts';
import type { Candidate } from '../strategies/strategy.ts';
import type { Subject } from '../source/subject.ts';

export interface BuildRequest {
  /** 'baseline', 'baseline-again', 'planted/<n>' or '<strategy>/<variant>'. */
  readonly id: string;
  readonly subject: Subject;
  readonly inputs: InputsModule;
  /** Absent for the baseline: the text as it stands goes through the same pipeline. */
  readonly candidate?: Candidate;
  /** Another whole text of the subject's file (planted wrong variants). Not together with `candidate`. */
  readonly textOverride?: string;
}

export type BuildOutcome =
  | { readonly ok: true; readonly bundle: VariantBundle; readonly notes: readonly string[] }
  | { readonly ok: false; readonly message: string; readonly nextStep: string };

export interface VariantBuilder {
  build(request: BuildRequest, signal: AbortSignal): Promise<BuildOutcome>;
  /** Removes every file that was written. */
  dispose(): Promise<void>;
}
