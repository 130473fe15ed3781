// Measures the verified candidates against the baseline and puts the verdicts in the report, again after every round: what is known so far is
// shown while the run goes on. Without any candidate the baseline and its twin are measured alone, so that the report has its times.

import type { SoFar } from '../model/progress.ts';
import { chooseCloseUp } from './close-up.ts';
import { expectedDiagnosisMs } from './diagnose-baseline.ts';
import { withRepeatsOnly } from './judge/cache-gain.ts';
import { type Estimates, estimateMeasurements } from './judge/estimate-measurements.ts';
import { withGrowth } from './judge/growth.ts';
import { againstClaims, integrityChecks, type MeasurementFacts } from './judge/integrity-checks.ts';
import { hadTooFewRuns, type Judgement, judgeCandidates } from './judge/judge-candidates.ts';
import { machineNotes, shownNodeFlags } from './judge/machine-notes.ts';
import type { GainSoFar } from './measure/claim-budget.ts';
import { measureVariants } from './measure/measure-variants.ts';
import type { CasePlan, Measurements } from './measure/measurements.ts';
import { needsRenewal } from './needs-renewal.ts';
import type { MachineLoad } from './process/machine-facts.ts';
import { proposeCombinations } from './propose-combinations.ts';
import type { ProposedCandidate, RunStage, VerifiedCandidate } from './run-stage.ts';
import type { EffectKind } from './source/effects.ts';
import { returnsNothing } from './source/returns-nothing.ts';
import { seededRandom } from './statistics/random.ts';
import { besideItsParts, strategyResult, typedBeside, winnerOf, withoutClaim } from './strategy-row.ts';
import { expectedComparingMs, thoroughComparison, verifyFurther } from './verify-candidates.ts';

/** Work done for these is work, even when the function returns nothing. */
const lastingEffects: ReadonlySet<EffectKind> = new Set([
  'writes-parameter',
  'writes-this',
  'writes-outside',
  'input-output',
  'unknown-call',
  'may-throw',
]);

/** What comes last takes longer than expected rather than shorter: the run is to end at this share of its budget. */
const aimedShareOfBudget = 0.95;
/** What measuring gets at least when building and comparing took longer than expected. */
const leastShareOfBudget = 0.2;
/** Without candidates only the times of the original are wanted. */
const shareForBaselineAlone = 0.3;

/** Gives back what of the candidates given, and of the combinations of them that were worth trying, was measured and stands. */
export async function measureCandidates(
  given: readonly VerifiedCandidate[],
  stage: RunStage,
): Promise<readonly VerifiedCandidate[]> {
  const verified = [...given];
  const { original, observation, options, clock, started, draft } = stage;
  const { cores } = await stage.runner.environment();
  const spent = clock() - started;
  const share = verified.length === 0 ? shareForBaselineAlone : 1;
  const diagnosisMs = expectedDiagnosisMs(observation.cases, options.budgetMs, cores);
  const comparingMs = await expectedComparingMs(verified, stage);
  const leastMs = options.budgetMs * leastShareOfBudget;
  const aimedMs = options.budgetMs * aimedShareOfBudget;
  const restMs = aimedMs - spent - comparingMs;
  // Where little is left, all of it goes into measuring, and where the time goes is not looked for.
  const isTight = restMs - diagnosisMs < leastMs;
  const profilesMs = isTight ? 0 : diagnosisMs;
  const measuringMs = Math.max(leastMs, restMs - profilesMs);
  const compareThoroughly = thoroughComparison(stage);
  const offeredBy = (soFar: Measurements) => {
    const judgements = judgeCandidates(estimateMeasurements(soFar));
    return (entries: readonly VerifiedCandidate[]) => worthOffering(entries, judgements);
  };
  let notJudged: readonly SoFar[] = [];
  const added: CasePlan[] = [];
  const measurements = await measureVariants(
    {
      baseline: original.baseline,
      twin: original.twin,
      candidates: verified.map(planOf),
      cases: observation.cases.map(({ listing, observed }) => ({
        listing,
        callMs: observed.laterCallMs,
        renewArguments: needsRenewal(observed, stage.effects),
      })),
      seed: options.seed,
      budgetMs: measuringMs * share,
      laterMs: comparingMs + profilesMs,
      forgoneMs: profilesMs * share,
    },
    stage.runner,
    {
      signal: stage.signal,
      random: seededRandom(options.seed, 'rounds'),
      clock,
      joining: async (soFar) => {
        const joined = await combinationsWorthTrying(verified, soFar, stage);
        verified.push(...joined);
        return joined.map(planOf);
      },
      closingIn: (soFar) => {
        reportRows(verified, soFar, stage, 'so far');
        const closeUp = chooseCloseUp(verified, added, stage);
        if (closeUp === undefined) return undefined;
        added.push(closeUp.casePlan);
        return { casePlan: closeUp.casePlan, candidates: [planOf(closeUp.entry)] };
      },
      // Without candidates there is nothing to compare, and times have had their share.
      ...(verified.length === 0
        ? {}
        : {
            goingOn: async (soFar) => {
              const before = [...verified];
              const from = clock();
              const standing = await compareThoroughly(before, offeredBy(soFar));
              const expectedMs = await expectedComparingMs(before, stage);
              const slowness = Math.max(1, (clock() - from) / expectedMs);
              verified.splice(0, verified.length, ...standing);
              const ids = new Set(standing.map(({ id }) => id));
              return {
                leftMs: aimedMs - (clock() - started) - slowness * profilesMs,
                fallen: new Set(before.map(({ id }) => id).filter((id) => !ids.has(id))),
              };
            },
          }),
      onProgress: ({ round, rounds, finished, processes, remainingMs, soFar, gains }) => {
        if (finished === processes) {
          reportRows(verified, soFar(), stage, 'so far');
          notJudged = unjudged(verified, gains(), stage);
        }
        const more = { round, rounds, remainingMs, ...(notJudged.length === 0 ? {} : { soFar: notJudged }) };
        stage.tell('measuring', 'measuring', more);
      },
    },
  );
  const load = stage.machineLoad?.();
  const standing = await compareThoroughly(verified, offeredBy(measurements));
  reportRows(standing, measurements, stage, 'all', load);
  reportMachine(measurements, stage, load);
  reportAdded(added, stage);
  if (observation.cases.some(({ observed }) => needsRenewal(observed, stage.effects))) {
    const note =
      'The function may change its arguments, or files that they name: every call got fresh ones, made outside the timed region.';
    draft.inputs = { ...draft.inputs, notes: [...draft.inputs.notes, note] };
  }
  for (const { label, failure } of estimateMeasurements(measurements).baselineFailures)
    draft.inputs = {
      ...draft.inputs,
      notes: [...draft.inputs.notes, `${label} could not be measured: ${failure.message}`],
    };
  for (const note of measurements.notes)
    draft.inputs = { ...draft.inputs, notes: [...draft.inputs.notes, note.message] };
  return standing;
}

function planOf({ bundle, candidate, pace }: VerifiedCandidate) {
  return {
    bundle,
    workload: candidate.workload,
    ...(pace === undefined ? {} : { pace }),
    ...(candidate.signature === 'typed' ? { asksOfCallers: true as const } : {}),
  };
}

const offeredVerdicts: ReadonlySet<Judgement['verdict']> = new Set(['faster', 'no-difference']);

/** What the row of each strategy would speak of, where the figures say something for it. */
function worthOffering(
  entries: readonly VerifiedCandidate[],
  judgements: ReadonlyMap<string, Judgement>,
): readonly VerifiedCandidate[] {
  const strategies = new Set(entries.map(({ candidate }) => candidate.strategy));
  return [...strategies].flatMap((strategy) => {
    const heat = entries.filter(({ candidate }) => candidate.strategy === strategy);
    const winner = winnerOf(heat, judgements);
    if (winner === undefined) return [];
    const shown = offeredVerdicts.has(winner.verdict) ? winner.variantId : undefined;
    const noted = typedBeside(winner, heat, judgements)?.variantId;
    return heat.filter(({ id }) => id === shown || id === noted);
  });
}

async function combinationsWorthTrying(
  verified: readonly VerifiedCandidate[],
  soFar: Measurements,
  stage: RunStage,
): Promise<readonly VerifiedCandidate[]> {
  if (stage.strategies.length < 2) return [];
  const { proposed, whyNone } = proposeCombinations(verified, judgeCandidates(estimateMeasurements(soFar)), stage);
  const joined = await verifyFurther(proposed, 'first look', stage);
  const isOfSeveral = ({ candidate: { strategy } }: ProposedCandidate): boolean => strategy.includes('+');
  if (!joined.some(isOfSeveral)) {
    const reason = !proposed.some(isOfSeveral)
      ? whyNone
      : { code: 'K4', message: 'the combined rewrite did not pass the comparison with the original.' };
    stage.draft.setResult({ strategy: 'combinations', verdict: 'declined', reasons: [reason] });
  }
  return joined;
}

/** Of each strategy that has no row yet, the candidate that is ahead. */
function unjudged(
  verified: readonly VerifiedCandidate[],
  gains: readonly GainSoFar[],
  { draft }: RunStage,
): readonly SoFar[] {
  const strategies = new Set(verified.map(({ candidate }) => candidate.strategy));
  return [...strategies].flatMap((strategy) => {
    if (draft.resultOf(strategy) !== undefined) return [];
    const heat = new Set(verified.flatMap(({ id, candidate }) => (candidate.strategy === strategy ? id : [])));
    const [ahead] = gains.filter(({ variantId }) => heat.has(variantId)).sort((a, b) => b.gain - a.gain);
    return ahead === undefined ? [] : [{ strategy, ratio: ahead.gain, rounds: ahead.rounds }];
  });
}

function reportRows(
  verified: readonly VerifiedCandidate[],
  measurements: Measurements,
  stage: RunStage,
  rounds: 'so far' | 'all',
  machine?: MachineLoad,
): void {
  const estimates = estimateMeasurements(measurements);
  const judgements = judgeCandidates(estimates);
  const baseline = withGrowth(estimates.baseline);
  stage.draft.baseline = baseline;
  stage.draft.sameCodeDifference = estimates.noise.sameCodeDifference;
  const checks = integrityChecks(factsOf(estimates, measurements, stage, machine));
  for (const check of checks) stage.draft.setCheck(check);
  const objection = againstClaims(checks);
  for (const strategy of new Set(verified.map(({ candidate }) => candidate.strategy))) {
    const heat = verified.filter(({ candidate }) => candidate.strategy === strategy);
    const result = strategyResult(strategy, heat, judgements, { ...estimates, baseline }, stage);
    // While the run goes on, nobody can say that the budget was too small.
    if (result === undefined || (rounds === 'so far' && hadTooFewRuns(result))) continue;
    const compared = withRepeatsOnly(besideItsParts(result, verified, judgements));
    stage.draft.setResult(objection === undefined ? compared : withoutClaim(compared, objection));
  }
}

function factsOf(
  estimates: Estimates,
  measurements: Measurements,
  stage: RunStage,
  machine: MachineLoad | undefined,
): MeasurementFacts {
  const observed = stage.observation.cases.map((one) => one.observed);
  return {
    series: measurements.series.map(({ runs }) => runs.map(({ answer }) => answer)),
    rounds: measurements.rounds,
    deterministic: observed.every(({ deterministic }) => deterministic),
    isIdle:
      returnsNothing(stage.subject) &&
      !observed.some(({ mutatesArguments, opaqueArguments }) => mutatesArguments || opaqueArguments === true) &&
      !stage.effects.effects.some(({ kind }) => lastingEffects.has(kind)),
    mayWait: stage.effects.effects.some(({ kind }) => kind === 'input-output'),
    ...(estimates.noiseKnown ? { sameCodeDifference: estimates.noise.sameCodeDifference } : {}),
    ...(machine === undefined ? {} : { machine }),
  };
}

/** Those at which the original gave figures; at another its inputs may make no sense, and nothing is lost. */
function reportAdded(added: readonly CasePlan[], { draft }: RunStage): void {
  const labels = new Set(draft.baseline.perCase.map(({ label }) => label));
  for (const { listing } of added.filter(({ listing }) => labels.has(listing.label))) {
    const { label, size = 0 } = listing;
    const cases = [...draft.inputs.cases, { label, size }].sort((a, b) => (a.size ?? 0) - (b.size ?? 0));
    const note = `${label} was measured as well, since a rewrite was expected to begin to pay there.`;
    draft.inputs = { ...draft.inputs, cases, notes: [...draft.inputs.notes, note] };
  }
}

/** What the machine was like is told once all is measured. */
function reportMachine(measurements: Measurements, { draft }: RunStage, load: MachineLoad | undefined): void {
  const { loadAtStart, loadAtEnd } = load ?? {};
  const flags = measurements.series.flatMap(({ runs }) => runs).find(({ answer }) => answer.execArguments !== undefined)
    ?.answer.execArguments;
  draft.environment = {
    ...draft.environment,
    ...(loadAtStart === undefined
      ? {}
      : { load: { atStart: loadAtStart, ...(loadAtEnd === undefined ? {} : { atEnd: loadAtEnd }) } }),
    ...(flags === undefined ? {} : { nodeFlags: shownNodeFlags(flags) }),
  };
  draft.inputs = { ...draft.inputs, notes: [...draft.inputs.notes, ...machineNotes(draft.environment)] };
}
