// What a cache is worth: measured hit and miss times make a curve of gain over the share of calls that are answered, and inputs in which nothing
// repeats are no ground for a claim. How the figures are taken is measure/child/cache-use.ts.
import type { CacheGain, StrategyResult } from '../../model/report.ts';
import type { CacheAnswer } from '../process/protocol.ts';
import { median } from '../statistics/quantile.ts';

/** Shares at which the expected gain is told. */
const SHARES = [0, 0.25, 0.5, 0.75, 0.9, 0.99];

/** Medians over the processes of one variant at one case, beside the time that the original takes for a call. */
export function cacheGain(answers: readonly CacheAnswer[], originalNs: number | undefined): CacheGain | undefined {
  const [first] = answers;
  if (first === undefined || originalNs === undefined) return undefined;
  const missNs = median(answers.map((answer) => answer.missNs));
  const hits = answers.flatMap(({ hitNs }) => hitNs ?? []);
  const held = answers.flatMap(({ bytes }) => bytes ?? []);
  const counted = {
    calls: first.calls,
    distinctCalls: first.distinct,
    entries: first.entries,
    originalNs,
    missNs,
    // One process that did not see it is enough to doubt it in the others.
    ...(held.length < answers.length ? {} : { bytes: Math.round(median(held)) }),
  };
  if (hits.length < answers.length) return counted;
  const hitNs = median(hits);
  const timeAt = (hitRate: number): number => hitRate * hitNs + (1 - hitRate) * missNs;
  return {
    ...counted,
    hitNs,
    curve: SHARES.map((hitRate) => ({ hitRate, ratio: originalNs / timeAt(hitRate) })),
    paysFrom: paysFrom(originalNs, missNs, hitNs),
  };
}

/** The share of answered calls from which the cache is no loss; null when even a hit costs more than computing. */
function paysFrom(originalNs: number, missNs: number, hitNs: number): number | null {
  if (missNs <= originalNs) return 0;
  return hitNs < originalNs ? (missNs - originalNs) / (missNs - hitNs) : null;
}

/**
 * A cache that no call of the inputs could be answered from has shown nothing, whatever the times. A recursion repeats its own calls: then it
 * has more entries than there were calls, and its gain is real.
 */
export function withRepeatsOnly(result: StrategyResult): StrategyResult {
  const cache = result.memory?.cache;
  if (cache === undefined || cache.distinctCalls < cache.calls || cache.entries > cache.distinctCalls) return result;
  if (!['faster', 'slower', 'no-difference', 'withheld'].includes(result.verdict)) return result;
  const message =
    cache.calls === 1
      ? 'Your inputs make one call and declare no sequence, so there is nothing that a cache could answer.'
      : `None of the ${cache.calls} calls in your inputs repeats the arguments of another.`;
  const unlock = 'Declare a `sequence` of calls as they really come, repeats included.';
  const { breakEven: _breakEven, payback: _payback, payingSizes: _sizes, ...rest } = result;
  return {
    ...rest,
    verdict: 'withheld',
    reasons: [
      { code: 'no-repeats', message, unlock },
      ...result.reasons.filter(({ code }) => code !== 'M10' && code !== 'smallest-visible'),
    ],
    ...(result.heats === undefined
      ? {}
      : {
          heats: result.heats.map((heat) =>
            heat.variant === result.variant ? { ...heat, verdict: 'withheld' as const } : heat,
          ),
        }),
  };
}
