// The row of a strategy in the report: the candidate that won its heat, with its figures and what is to be said of it.
import type { Reason } from '../model/reason.ts';
import type { StrategyResult } from '../model/report.ts';
import { formatRatio } from '../present/format-duration.ts';
import { headlineSpeedup, NOT_BETTER_THAN_A_PART } from '../present/verdict-sentence.ts';
import { cacheGain } from './judge/cache-gain.ts';
import { dataMovement } from './judge/data-movement.ts';
import type { Comparison, Estimates } from './judge/estimate-measurements.ts';
import { withGrowth } from './judge/growth.ts';
import { chooseHeatWinner } from './judge/heat-winner.ts';
import { hadTooFewRuns, type Judgement } from './judge/judge-candidates.ts';
import { memoryGain } from './judge/memory-gain.ts';
import { moreCores } from './judge/more-cores.ts';
import { payingSizes } from './judge/paying-sizes.ts';
import { rewriteCost } from './judge/rewrite-cost.ts';
import type { SharedOut } from './judge/shared-out-crossing.ts';
import { typedDataNote } from './judge/typed-data-note.ts';
import { untriedNote } from './judge/untried-note.ts';
import type { RunStage, VerifiedCandidate } from './run-stage.ts';
import { countsPieces } from './size-guard.ts';
import type { Candidate } from './strategies/strategy.ts';

/** Undefined when nothing of the strategy could be judged. */
export function strategyResult(
  strategy: string,
  heat: readonly VerifiedCandidate[],
  judgements: ReadonlyMap<string, Judgement>,
  estimates: Estimates,
  stage: RunStage,
): StrategyResult | undefined {
  const { original } = stage;
  const winner = winnerOf(heat, judgements);
  const entry = heat.find(({ id }) => id === winner?.variantId);
  if (winner === undefined || entry === undefined) return undefined;
  const estimate = estimates.candidates.get(entry.id);
  const measured =
    estimate === undefined || estimate.measured.speedup.length === 0 ? undefined : withGrowth(estimate.measured);
  const movementOf = (label: string) => dataMovement(label, estimate?.movements.get(label) ?? []);
  const paying = payingSizes({
    verdict: winner.verdict,
    comparisons: estimate?.comparisons ?? [],
    sameCodeDifference: estimates.noise.sameCodeDifference,
    baselineGrowth: estimates.baseline.growth,
    candidateGrowth: measured?.growth,
    sharedOut: sharingOut(entry.candidate, stage),
    movementOf,
  });
  const bundleBytes = { baseline: original.baseline.bytes, candidate: entry.bundle.bytes };
  const { headline, payback } = winner;
  const peak = memoryGain(estimates.baseline, measured);
  const cache = headline && cacheGain(estimate?.caches.get(headline.label) ?? [], headline.baselineTime.value);
  const movement = headline && movementOf(headline.label);
  const memory = {
    ...(estimate?.hitRate === undefined ? {} : { hitRate: estimate.hitRate }),
    ...(cache?.bytes === undefined ? {} : { cacheBytes: cache.bytes }),
    ...(cache === undefined ? {} : { cache }),
    ...(peak === undefined ? {} : { peak }),
  };
  // Read off the fitted growth where there is one; the judge's own knows the ratios alone.
  const breakEven = winner.breakEven && paying?.measured === 'from' ? paying.crossing : winner.breakEven;
  return {
    strategy,
    variant: entry.candidate.variant,
    verdict: winner.verdict,
    reasons: [
      ...winner.reasons,
      ...untriedNote(untriedOf(strategy, winner, heat, judgements, stage)),
      ...threadNotes(entry.candidate, headline, stage),
      ...entry.caveats,
      ...typedDataNote(typedBeside(winner, heat, judgements)),
    ],
    ...(headline === undefined ? {} : { headline: headline.label }),
    ...(measured === undefined ? {} : { measured }),
    ...(breakEven === undefined ? {} : { breakEven }),
    ...(paying === undefined ? {} : { payingSizes: paying }),
    ...(payback === undefined ? {} : { payback }),
    cost: rewriteCost(entry.rewrite, bundleBytes),
    ...(Object.keys(memory).length === 0 ? {} : { memory }),
    ...(movement === undefined ? {} : { movement }),
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

/** The candidate that the row of a strategy speaks of. */
export function winnerOf(
  heat: readonly VerifiedCandidate[],
  judgements: ReadonlyMap<string, Judgement>,
): Judgement | undefined {
  const typed = typedOf(heat);
  return chooseHeatWinner(
    heat.flatMap(({ id }) => judgements.get(id) ?? []),
    ({ variantId }) => typed.has(variantId),
  );
}

/** The fastest of those with typed arrays, where the row speaks of another. */
export function typedBeside(
  winner: Judgement,
  heat: readonly VerifiedCandidate[],
  judgements: ReadonlyMap<string, Judgement>,
): Judgement | undefined {
  const typed = typedOf(heat);
  const best = chooseHeatWinner([...typed].flatMap((id) => judgements.get(id) ?? []));
  return typed.has(winner.variantId) || best?.verdict !== 'faster' ? undefined : best;
}

function typedOf(heat: readonly VerifiedCandidate[]): ReadonlySet<string> {
  return new Set(heat.filter(({ candidate }) => candidate.signature === 'typed').map(({ id }) => id));
}

/** A combination is worth its code only when it beats its parts. */
export function besideItsParts(
  result: StrategyResult,
  verified: readonly VerifiedCandidate[],
  judgements: ReadonlyMap<string, Judgement>,
): StrategyResult {
  const ratio = headlineSpeedup(result)?.ratio;
  const parts = result.strategy.split('+');
  if (parts.length < 2 || result.verdict !== 'faster' || ratio === undefined) return result;
  const best = verified
    .filter(({ candidate }) => parts.includes(candidate.strategy))
    .flatMap(({ id, candidate }) => {
      const alone = judgements.get(id)?.headline?.ratio;
      return alone === undefined ? [] : [{ strategy: candidate.strategy, alone }];
    })
    .sort((a, b) => b.alone.value - a.alone.value)[0];
  if (best === undefined || ratio.low > best.alone.value) return result;
  const message = `it is not clearly faster than ${best.strategy} alone (${formatRatio(best.alone.value)}).`;
  return { ...result, reasons: [{ code: NOT_BETTER_THAN_A_PART, message }, ...result.reasons] };
}

/** Figures of something else than the function make nothing faster. */
export function withoutClaim(result: StrategyResult, objection: Reason): StrategyResult {
  if (result.verdict !== 'faster') return result;
  const { breakEven: _breakEven, payback: _payback, payingSizes: _sizes, ...rest } = result;
  return {
    ...rest,
    verdict: 'withheld',
    reasons: [objection, ...result.reasons],
    heats: (result.heats ?? []).map((heat) => (heat.verdict === 'faster' ? { ...heat, verdict: 'withheld' } : heat)),
  };
}

/** Variants of a strategy, beside the one that its row speaks of, that the budget had no time for. */
function untriedOf(
  strategy: string,
  winner: Judgement,
  heat: readonly VerifiedCandidate[],
  judgements: ReadonlyMap<string, Judgement>,
  { spared }: RunStage,
): readonly string[] {
  const cutShort = heat.filter(({ id }) => {
    const judgement = judgements.get(id);
    return id !== winner.variantId && (judgement === undefined || hadTooFewRuns(judgement));
  });
  return [...cutShort, ...spared.filter(({ candidate }) => candidate.strategy === strategy)].map(
    ({ candidate }) => candidate.variant,
  );
}

/** How the calling thread shares the work out, where sizes are what parts are made of and it does all of it up to one. */
function sharingOut({ parts, sizeGuard }: Candidate, { observation, draft }: RunStage): SharedOut | undefined {
  const { undivided, perThread } = parts?.taken ?? {};
  if (undivided === undefined || perThread === undefined) return undefined;
  const isOfPieces = sizeGuard !== undefined && countsPieces(sizeGuard, observation.cases);
  return isOfPieces ? { undivided, perThread, threads: draft.environment.cores } : undefined;
}

/** What else is to be said of a rewrite that spreads one call over threads. */
function threadNotes(
  { workerEntries, workload, sizeGuard }: Candidate,
  headline: Comparison | undefined,
  { observation, draft }: RunStage,
): readonly Reason[] {
  if (workerEntries === undefined || workload !== 'single' || headline === undefined) return [];
  const pieces = sizeGuard !== undefined && countsPieces(sizeGuard, observation.cases) ? sizeGuard.pieces : undefined;
  return moreCores(headline, draft.environment.cores, pieces);
}
