// Which combinations are raced: those of rewrites that each seem to help once the first rounds are in. A combination is a claim like any other
// and is proven, measured and judged like one; what the first rounds seem to say only decides what is worth trying.
import type { Reason } from '../model/reason.ts';
import { combineCandidates } from './combine-candidates.ts';
import type { Judgement } from './judge/judge-candidates.ts';
import { MOST_JOINING } from './measure/claim-budget.ts';
import { rewriteOf } from './rewrite-of.ts';
import type { ProposedCandidate, RunStage, VerifiedCandidate } from './run-stage.ts';
import { diagnosticsOf } from './type-gate.ts';

/** A part that seems to gain less would hardly show in the whole. */
const HELPFUL_RATIO = 1.15;

export interface Combinations {
  readonly proposed: readonly ProposedCandidate[];
  /** Why there is none, for the report. */
  readonly whyNone: Reason;
}

export function proposeCombinations(
  verified: readonly VerifiedCandidate[],
  judgements: ReadonlyMap<string, Judgement>,
  stage: RunStage,
): Combinations {
  const all = helpfulOf(verified, judgements);
  const helpful = bestOfEach(all);
  const pairs = [
    ...pairsOf(helpful),
    ...[...new Set(all.map(strategyOf))].flatMap((strategy) =>
      pairsOf(all.filter((part) => strategyOf(part) === strategy)),
    ),
  ];
  const byPromise = pairs.sort(([a, b], [c, d]) => c.gain * d.gain - a.gain * b.gain);
  const proposed: ProposedCandidate[] = [];
  for (const [one, other] of byPromise) {
    if (proposed.length === MOST_JOINING) break;
    const candidate = combineCandidates(one.entry.candidate, other.entry.candidate, stage);
    if (candidate === undefined || diagnosticsOf(stage.subject, candidate).length > 0) continue;
    const id = `${candidate.strategy}/${candidate.variant}`;
    proposed.push({ id, candidate, rewrite: rewriteOf(stage.subject, candidate) });
  }
  const [names, many] = [helpful.map(({ entry }) => entry.candidate.strategy).join(', '), helpful.length > 1];
  const whyNone = many
    ? { code: 'K3', message: `${names} each seem to help, but their rewrites do not go together.` }
    : {
        code: 'K1',
        message:
          helpful.length === 0
            ? 'no strategy by itself seems to help, so there is nothing to combine.'
            : `only ${names} seems to help, so there is nothing to combine it with.`,
      };
  return { proposed, whyNone };
}

interface Part {
  readonly entry: VerifiedCandidate;
  readonly gain: number;
}

/** Those that seem to help, in the order given. */
function helpfulOf(
  verified: readonly VerifiedCandidate[],
  judgements: ReadonlyMap<string, Judgement>,
): readonly Part[] {
  return verified
    .map((entry) => ({ entry, gain: judgements.get(entry.id)?.headline?.ratio.value ?? 0 }))
    .filter(({ gain }) => gain >= HELPFUL_RATIO);
}

function bestOfEach(parts: readonly Part[]): readonly Part[] {
  const best = new Map<string, Part>();
  for (const part of parts) if (part.gain > (best.get(strategyOf(part))?.gain ?? 0)) best.set(strategyOf(part), part);
  return [...best.values()];
}

function strategyOf({ entry }: Part): string {
  return entry.candidate.strategy;
}

function pairsOf(parts: readonly Part[]): readonly (readonly [Part, Part])[] {
  return parts.flatMap((one, index) => parts.slice(index + 1).map((other) => [one, other] as const));
}
