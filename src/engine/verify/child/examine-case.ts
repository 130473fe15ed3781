// Plays one planned case on both variants and says how it went. Both live the same life: as many calls, in the same order, so that state
// kept by either shows as a difference and not as noise. The baseline goes twice wherever that is affordable: a case it does not answer
// the same way twice proves nothing and is skipped.
import type { VariantModule } from '../../../model/variant.ts';
import { fitsTypedArrays, NotInTypedArrays } from '../../process/child/typed-data.ts';
import type { ArgumentSource } from './argument-source.ts';
import { nothingHidden } from './capture-hidden.ts';
import { exactNumbers, type NumberRule } from './compare-numbers.ts';
import { compareOutcomes, type OutcomeRules, strictRules } from './compare-outcomes.ts';
import type { Difference } from './compare-values.ts';
import { inputMagnitude } from './input-magnitude.ts';
import type { PlannedCase } from './planned-case.ts';
import { type Played, playBatch, playScene, type Scene } from './play-scene.ts';
import { noCallbacks } from './record-callbacks.ts';
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
  | { readonly kind: 'same'; readonly baselineReturned: boolean; readonly pace: Pace }
  | {
      readonly kind: 'skipped';
      readonly why: 'no such inputs' | 'inputs differ' | 'too slow' | 'stack overflow' | 'not deterministic';
    }
  | {
      readonly kind: 'different';
      readonly difference: Difference;
      readonly baselineReturned: boolean;
      readonly isResourceLimit: boolean;
    };

/** Milliseconds of the slowest call of the case, from single calls. */
export interface Pace {
  readonly baselineMs: number;
  readonly candidateMs: number;
}

/** Generated cases must be quick in the baseline; those that are not are skipped, they may be endless. */
const generatedDeadlineMs = 250;

export async function examineCase(planned: PlannedCase, settings: ExamineSettings): Promise<Examination> {
  const { baseline, candidate } = settings;
  const stage = (contestant: Contestant): Scene => planned.stage(contestant.source);
  const stageBoth = (): { ours: Scene; theirs: Scene } => ({ ours: stage(baseline), theirs: stage(candidate) });
  // Inputs that throw for a declared case are the user's to mend; for any other case there is just no such case.
  const scenes = isAsDeclared(planned) ? stageBoth() : attempt(stageBoth);
  if (scenes === undefined || (scenes.ours.calls.length === 0 && !settings.batch)) {
    return { kind: 'skipped', why: 'no such inputs' };
  }
  if (!sameInputs(scenes.ours, scenes.theirs)) return { kind: 'skipped', why: 'inputs differ' };
  const rules = rulesFor(settings, scenes.ours);
  const deadlineMs =
    planned.level === 'declared' ? settings.callDeadlineMs : Math.min(generatedDeadlineMs, settings.callDeadlineMs);

  const first = await playScene(baseline.module, scenes.ours, deadlineMs);
  const unusable = whyUnusable(first);
  if (unusable !== undefined) return { kind: 'skipped', why: unusable };
  if (!canBeTyped(settings, first, scenes)) return { kind: 'skipped', why: 'no such inputs' };
  candidate.module.reset?.();
  const answer = await playCandidate(settings, scenes.theirs);
  if (answer.endings.some((ending) => ending.kind === 'threw' && ending.value instanceof NotInTypedArrays))
    return { kind: 'skipped', why: 'no such inputs' };
  const firstDifference = compareOutcomes(first, answer, rules);
  if (firstDifference === undefined && first.slowestMs > settings.repeatBelowMs) {
    return { kind: 'same', baselineReturned: returned(first), pace: paceOf(first, answer) };
  }
  // Second round, without a reset: what the candidate kept from the first one is used now. Both go again even when the first round told
  // them apart already, or state of the baseline (a cache of the user's) would be one call ahead of the candidate's in all later cases.
  const again = await playScene(baseline.module, stage(baseline), deadlineMs, first);
  const hung = answer.endings.some(({ kind }) => kind === 'timed-out');
  const answerAgain = hung ? answer : await playCandidate(settings, stage(candidate), answer);
  const known = whatHolds(first, again);
  if (known === 'nothing') return { kind: 'skipped', why: 'not deterministic' };
  const held: OutcomeRules = known === 'all' ? rules : { ...rules, trustsFunctions: true };
  const inFirst = known === 'all' ? firstDifference : compareOutcomes(first, answer, held);
  const difference = inFirst ?? compareOutcomes(again, answerAgain, held);
  if (difference === undefined) {
    // What the candidate remembers from the first round is no pace of its own.
    const pace = candidate.module.reset === undefined ? paceOf(again, answerAgain) : paceOf(first, answer);
    return { kind: 'same', baselineReturned: returned(first), pace };
  }
  const shown = inFirst === undefined ? answerAgain : answer;
  return {
    kind: 'different',
    difference,
    baselineReturned: returned(first),
    isResourceLimit: overflowed(shown.endings),
  };
}

function paceOf(baseline: Played, candidate: Played): Pace {
  return { baselineMs: baseline.slowestMs, candidateMs: candidate.slowestMs };
}

/** A candidate with typed arrays has no such call where they cannot do what the baseline did. */
function canBeTyped(
  { candidate }: ExamineSettings,
  { endings }: Played,
  scenes: { readonly ours: Scene; readonly theirs: Scene },
): boolean {
  const { typedData } = candidate.module;
  if (typedData === undefined) return true;
  return endings.every((ending, index) =>
    fitsTypedArrays(typedData, {
      before: scenes.theirs.calls[index]?.args ?? [],
      after: scenes.ours.calls[index]?.args ?? [],
      value: ending.kind === 'returned' ? ending.value : undefined,
    }),
  );
}

/** Whether the baseline does the same twice; a function in its result may count its calls for ever while all else is the same. */
function whatHolds(first: Played, again: Played): 'all' | 'all but functions' | 'nothing' {
  if (compareOutcomes(first, again, strictRules) === undefined) return 'all';
  const trusting = compareOutcomes(first, again, { ...strictRules, trustsFunctions: true });
  return trusting === undefined ? 'all but functions' : 'nothing';
}

function isAsDeclared({ level, recipes }: PlannedCase): boolean {
  const isEdited = recipes.some(({ edits, simplifications = [] }) => edits.length + simplifications.length > 0);
  return level === 'declared' && !isEdited;
}

function playCandidate(
  { candidate, batch, callDeadlineMs }: ExamineSettings,
  scene: Scene,
  before?: Played,
): Promise<Played> {
  return batch
    ? playBatch(candidate.module, scene, callDeadlineMs)
    : playScene(candidate.module, scene, callDeadlineMs, before);
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
    hidden: nothingHidden,
    callbacks: noCallbacks,
    files: new Map(),
    leftOpen: 0,
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
  } catch {
    // The inputs entry refuses such arguments, or an edit found other data than it was made for: no case either way.
    return undefined;
  }
}
