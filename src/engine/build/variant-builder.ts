// The seam of the build stage: a subject (rewritten or not) and its inputs become a bundle on disk that a benchmark process can load.
import type { VariantBundle } from '../../model/variant.ts';
import type { InputsModule } from '../inputs/inputs-module.ts';
import type { Subject } from '../source/subject.ts';
import type { Candidate } from '../strategies/strategy.ts';

export interface BuildRequest {
  /** 'baseline', 'baseline-again', 'planted/<n>' or '<strategy>/<variant>'. */
  readonly id: string;
  readonly subject: Subject;
  readonly inputs: InputsModule;
  /** Absent for the baseline: the text as it stands goes through the same pipeline. */
  readonly candidate?: Candidate;
  /** Another whole text of the subject's file (planted wrong variants). Not together with `candidate`. */
  readonly textOverride?: string;
  /**
   * Absent: the whole module, or the part that the function needs when top-level code must not run (servers, child processes, writes).
   * True: that part in any case, for a module that fails or hangs at load. All variants of a run must agree on it.
   */
  readonly slice?: boolean;
}

export type BuildOutcome =
  | { readonly ok: true; readonly bundle: VariantBundle; readonly notes: readonly string[] }
  | { readonly ok: false; readonly message: string; readonly nextStep: string };

export interface VariantBuilder {
  build(request: BuildRequest, signal: AbortSignal): Promise<BuildOutcome>;
  /** Removes every file that was written. */
  dispose(): Promise<void>;
}
