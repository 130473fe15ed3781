// Plays one planned case on both variants and says how it went. Both live the same life: as many calls, in the same order, so that state
// kept by either shows as a difference and not as noise. The baseline goes twice wherever that is affordable: a case it does not answer
// the same way twice proves nothing and is skipped.
import type { VariantModule } from '../../../model/variant.ts';
import { UserCodeError } from '../../process/child/user-code-error.ts';
import type { ArgumentSource } from './argument-source.ts';
import { exactNumbers, type NumberRule } from './compare-numbers.ts';
import { compareOutcomes, type OutcomeRules, strictRules } from './compare-outcomes.ts';
import type { Difference } from './compare-values.ts';
import { inputMagnitude } from './input-magnitude.ts';
import type { PlannedCase } from './planned-case.ts';
import { type Played, playBatch, playScene, type Scene } from './play-scene.ts';
import type { CallEnding } from './watched-call.ts';

export interface Contestant {
  readonly module: VariantModule;
  readonly source: ArgumentSource;
}

export interface ExamineSettings {
  readonly baseline: Contestant;
  readonly candidate: Contestant;
  readonly batch: boolean;
  readonly mayBecomeAsync: boolean;
  readonly tolerance: 'exact' | number;
  readonly callDeadlineMs: number;
  /** Above this a case is played once and not twice. */
  readonly repeatBelowMs: number;
  readonly onUncompared: (what: string) => void;
}

export type Examination =
  | { readonly kind: 'same'; readonly baselineReturned: boolean }
  | {
      readonly kind: 'skipped';
      readonly why: 'no such inputs' | 'inputs differ' | 'too slow' | 'stack overflow' | 'not deterministic';
    }
  | {
      readonly kind: 'different';
      readonly difference: Difference;
      readonly baseline: Played;
      readonly baselineReturned: boolean;
      readonly isResourceLimit: boolean;
    };

/** Generated cases must be quick in the baseline; those that are not are skipped, they may be endless. */
const generatedDeadlineMs = 250;

export async function examineCase(planned: PlannedCase, settings: ExamineSettings): Promise<Examination> {
  const { baseline, candidate } = settings;
  const stage = (contestant: Contestant): Scene => planned.stage(contestant.source);
  const scenes =
    planned.level === 'declared'
      ? { ours: stage(baseline), theirs: stage(candidate) }
      : attempt(() => ({ ours: stage(baseline), theirs: stage(candidate) }));
  if (scenes === undefined || (scenes.ours.calls.length === 0 && !settings.batch))
    return { kind: 'skipped', why: 'no such inputs' };
  if (!sameInputs(scenes.ours, scenes.theirs)) return { kind: 'skipped', why: 'inputs differ' };
  const rules = rulesFor(settings, scenes.ours);
  const deadlineMs =
    planned.level === 'declared' ? settings.callDeadlineMs : Math.min(generatedDeadlineMs, settings.callDeadlineMs);

  const first = await playScene(baseline.module, scenes.ours, deadlineMs);
  const unusable = whyUnusable(first);
  if (unusable !== undefined) return { kind: 'skipped', why: unusable };
  candidate.module.reset?.();
  const answer = await playCandidate(settings, scenes.theirs);
  let difference = compareOutcomes(first, answer, rules);
  let answered = answer;
  if (difference === undefined && first.slowestMs > settings.repeatBelowMs)
    return { kind: 'same', baselineReturned: returned(first) };

  // Second round, without a reset: what the candidate kept from the first one is used now.
  const again = await playScene(baseline.module, stage(baseline), deadlineMs);
  if (compareOutcomes(first, again, { ...strictRules, numbers: exactNumbers }) !== undefined) {
    return { kind: 'skipped', why: 'not deterministic' };
  }
  if (difference === undefined) {
    answered = await playCandidate(settings, stage(candidate));
    difference = compareOutcomes(again, answered, rules);
  }
  if (difference === undefined) return { kind: 'same', baselineReturned: returned(first) };
  return {
    kind: 'different',
    difference,
    baseline: first,
    baselineReturned: returned(first),
    isResourceLimit: overflowed(answered.endings),
  };
}

function playCandidate({ candidate, batch, callDeadlineMs }: ExamineSettings, scene: Scene): Promise<Played> {
  return batch
    ? playBatch(candidate.module, scene, callDeadlineMs)
    : playScene(candidate.module, scene, callDeadlineMs);
}

function rulesFor(settings: ExamineSettings, scene: Scene): OutcomeRules {
  const numbers: NumberRule =
    settings.tolerance === 'exact'
      ? exactNumbers
      : { tolerance: settings.tolerance, inputMagnitude: inputMagnitude(scene.calls) };
  return {
    numbers,
    mayBecomeAsync: settings.mayBecomeAsync,
    batch: settings.batch,
    onUncompared: settings.onUncompared,
  };
}

/** Inputs that are not a function of the seed (a clock, a counter in the inputs module) would blame the candidate. */
function sameInputs(ours: Scene, theirs: Scene): boolean {
  const asPlayed = (scene: Scene): Played => ({
    scene,
    endings: [],
    console: '',
    hidden: { settlements: new Map(), drained: new Map() },
    slowestMs: 0,
  });
  if (ours.calls.length !== theirs.calls.length) return false;
  return compareOutcomes(asPlayed(ours), asPlayed(theirs), strictRules) === undefined;
}

function whyUnusable({ endings }: Played): 'too slow' | 'stack overflow' | undefined {
  if (endings.some(({ kind }) => kind === 'timed-out')) return 'too slow';
  return overflowed(endings) ? 'stack overflow' : undefined;
}

/** How deep a recursion can go depends on the size of its frames, which every rewrite changes. */
function overflowed(endings: readonly CallEnding[]): boolean {
  return endings.some(
    (ending) =>
      ending.kind === 'threw' && ending.value instanceof RangeError && /call stack/.test(ending.value.message),
  );
}

function returned({ endings }: Played): boolean {
  return endings.every(({ kind }) => kind === 'returned');
}

function attempt<T>(stage: () => T): T | undefined {
  try {
    return stage();
  } catch (error) {
    // The inputs entry makes no such arguments; mistakes in an edit of ours would be a TypeError on odd data, and equally no case.
    if (error instanceof UserCodeError || error instanceof Error) return undefined;
    return undefined;
  }
}
