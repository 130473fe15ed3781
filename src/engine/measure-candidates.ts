// Measures the verified candidates against the baseline and puts the verdicts in the report, again after every round: what is known so far is
// shown while the run goes on. Without any candidate the baseline and its twin are measured alone, so that the report has its times.

import type { IntegrityCheck, StrategyResult } from '../model/report.ts';
import { formatPercent } from '../present/format-duration.ts';
import { type Estimates, estimateMeasurements } from './judge/estimate-measurements.ts';
import { chooseHeatWinner } from './judge/heat-winner.ts';
import { type Judgement, judgeCandidates } from './judge/judge-candidates.ts';
import { measureVariants } from './measure/measure-variants.ts';
import type { Measurements } from './measure/measurements.ts';
import type { ObserveAnswer } from './process/protocol.ts';
import type { RunStage, VerifiedCandidate } from './run-stage.ts';
import type { Effects } from './source/effects.ts';
import { seededRandom } from './statistics/random.ts';

/** What measuring gets at least when building and comparing took longer than expected. */
const leastShareOfBudget = 0.5;
/** Without candidates only the times of the original are wanted. */
const shareForBaselineAlone = 0.3;

export async function measureCandidates(verified: readonly VerifiedCandidate[], stage: RunStage): Promise<void> {
  const { original, observation, options, clock, started, draft } = stage;
  const spent = clock() - started;
  const share = verified.length === 0 ? shareForBaselineAlone : 1;
  const measurements = await measureVariants(
    {
      baseline: original.baseline,
      twin: original.twin,
      candidates: verified.map(({ bundle, candidate }) => ({ bundle, workload: candidate.workload })),
      cases: observation.cases.map(({ listing, observed }) => ({
        listing,
        callMs: observed.laterCallMs,
        renewArguments: needsRenewal(observed, stage.effects),
      })),
      seed: options.seed,
      budgetMs: Math.max(options.budgetMs * leastShareOfBudget, options.budgetMs - spent) * share,
    },
    stage.runner,
    {
      signal: stage.signal,
      random: seededRandom(options.seed, 'rounds'),
      clock,
      onProgress: ({ round, rounds, finished, processes, remainingMs, soFar }) => {
        if (finished === processes) report(verified, soFar(), stage);
        stage.tell('measuring', 'measuring', { round, rounds, remainingMs });
      },
    },
  );
  report(verified, measurements, stage);
  if (observation.cases.some(({ observed }) => needsRenewal(observed, stage.effects))) {
    const note = 'The function may change its arguments: every call got fresh ones, made outside the timed region.';
    draft.inputs = { ...draft.inputs, notes: [...draft.inputs.notes, note] };
  }
  for (const { label, failure } of estimateMeasurements(measurements).baselineFailures)
    draft.inputs = {
      ...draft.inputs,
      notes: [...draft.inputs.notes, `${label} could not be measured: ${failure.message}`],
    };
  for (const note of measurements.notes)
    draft.inputs = { ...draft.inputs, notes: [...draft.inputs.notes, note.message] };
}

/**
 * Every call gets fresh arguments unless the function is shown to leave them alone: no call was seen to change them, nothing in them was hidden
 * from view, and its code does not write to them.
 */
function needsRenewal(observed: ObserveAnswer, effects: Effects): boolean {
  const writesThem = effects.effects.some(({ kind }) => kind === 'writes-parameter' || kind === 'writes-this');
  return observed.mutatesArguments || observed.opaqueArguments === true || writesThem;
}

function report(verified: readonly VerifiedCandidate[], measurements: Measurements, stage: RunStage): void {
  const estimates = estimateMeasurements(measurements);
  const judgements = judgeCandidates(estimates);
  stage.draft.baseline = estimates.baseline;
  stage.draft.sameCodeDifference = estimates.noise.sameCodeDifference;
  for (const check of measurementChecks(estimates, measurements, stage)) stage.draft.setCheck(check);
  for (const strategy of new Set(verified.map(({ candidate }) => candidate.strategy))) {
    const heat = verified.filter(({ candidate }) => candidate.strategy === strategy);
    const result = strategyResult(strategy, heat, judgements, estimates);
    if (result !== undefined) stage.draft.setResult(result);
  }
}

function strategyResult(
  strategy: string,
  heat: readonly VerifiedCandidate[],
  judgements: ReadonlyMap<string, Judgement>,
  estimates: Estimates,
): StrategyResult | undefined {
  const judged = heat.flatMap((entry) => judgements.get(entry.id) ?? []);
  const winner = chooseHeatWinner(judged);
  const entry = heat.find(({ id }) => id === winner?.variantId);
  if (winner === undefined || entry === undefined) return undefined;
  const estimate = estimates.candidates.get(entry.id);
  const { headline, breakEven, payback } = winner;
  return {
    strategy,
    variant: entry.candidate.variant,
    verdict: winner.verdict,
    reasons: [...winner.reasons, ...entry.caveats],
    ...(headline === undefined ? {} : { headline: headline.label }),
    ...(estimate === undefined || estimate.measured.speedup.length === 0 ? {} : { measured: estimate.measured }),
    ...(breakEven === undefined ? {} : { breakEven }),
    ...(payback === undefined ? {} : { payback }),
    ...(estimate?.hitRate === undefined ? {} : { memory: { hitRate: estimate.hitRate } }),
    equivalence: entry.equivalence,
    rewrite: entry.rewrite,
    heats: heat.flatMap(({ id, candidate }) => {
      const judgement = judgements.get(id);
      if (judgement === undefined) return [];
      return [
        {
          variant: candidate.variant,
          verdict: judgement.verdict,
          ...(judgement.headline === undefined ? {} : { ratio: judgement.headline.ratio }),
        },
      ];
    }),
  };
}

function measurementChecks(
  estimates: Estimates,
  measurements: Measurements,
  { observation }: RunStage,
): IntegrityCheck[] {
  const observed = observation.cases.map((one) => one.observed);
  const deterministic = observed.every((one) => one.deterministic);
  const runs = measurements.series.flatMap((series) => series.runs);
  const steady = runs.filter(({ answer }) => answer.steady).length;
  const difference = estimates.noise.sameCodeDifference;
  return [
    {
      check: 'Same inputs, same results',
      ok: deterministic,
      detail: deterministic
        ? 'Two calls of the original on equal inputs gave equal outcomes.'
        : 'Two calls of the original on equal inputs gave different outcomes: comparing results says little.',
    },
    {
      check: 'Steady state reached',
      ok: runs.length > 0 && steady >= runs.length / 2,
      detail: `The last warm-up windows agreed in ${steady} of ${runs.length} processes.`,
    },
    {
      check: 'Same code, same time',
      ok: estimates.noiseKnown,
      detail: estimates.noiseKnown
        ? `Two identical builds differed by ${formatPercent(difference)} over ${measurements.rounds} rounds; nothing below that is claimed.`
        : 'The two identical builds could not be compared within the budget, so nothing is claimed.',
    },
  ];
}
