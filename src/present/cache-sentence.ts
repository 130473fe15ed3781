// What a cache did and would do, in sentences for all surfaces: hits and misses, what they cost, from which share of hits on it pays, what it held.
import type { CacheGain, StrategyResult } from '../model/report.ts';
import { formatBytes, formatDuration, formatPercent, formatRatio } from './format-duration.ts';

/** Undefined for results without a cache between calls. */
export function cacheSentence({ memory }: StrategyResult): string | undefined {
  const cache = memory?.cache;
  if (cache === undefined) return undefined;
  const repeats = cache.calls - cache.distinctCalls;
  return [
    repeats === 0
      ? 'No call of the inputs repeats another.'
      : `${formatPercent(repeats / cache.calls)} of the ${cache.calls} calls repeat earlier ones.`,
    timesSentence(cache),
    ...(cache.curve === undefined ? [] : [curveSentence(cache.curve)]),
    ...(cache.paysFrom === undefined ? [] : [paysSentence(cache.paysFrom)]),
    heldSentence(cache),
  ].join(' ');
}

function timesSentence({ originalNs, missNs, hitNs }: CacheGain): string {
  const hit = hitNs === undefined ? '' : `, one that is answered ${formatDuration(hitNs)}`;
  return `A call with new arguments takes ${formatDuration(missNs)} (the original ${formatDuration(originalNs)})${hit}.`;
}

function curveSentence(curve: NonNullable<CacheGain['curve']>): string {
  const points = curve.map(({ hitRate, ratio }) => `${formatRatio(ratio)} at ${formatPercent(hitRate)}`);
  return `Expected by the share of calls that are answered: ${points.join(', ')}.`;
}

function paysSentence(paysFrom: number | null): string {
  if (paysFrom === null) return 'It never pays: answering costs more than computing.';
  if (paysFrom === 0) return 'It costs nothing without repeats.';
  return `It pays when more than ${formatPercent(paysFrom)} of the calls are answered.`;
}

function heldSentence({ entries, bytes }: CacheGain): string {
  const results = entries === 1 ? '1 result' : `${entries} results`;
  return bytes === undefined ? `It held ${results}.` : `It held ${results} (${formatBytes(bytes)}).`;
}
