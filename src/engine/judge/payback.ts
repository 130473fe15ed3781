// What a rewrite costs once (loading it, starting a pool, compiling) against what it gains with every call.
import type { StrategyResult } from '../../model/report.ts';
import type { Comparison } from './estimate-measurements.ts';

const NANOSECONDS_PER_MS = 1e6;

/**
 * The one-time cost is what loading and the first call take longer than the original's, beyond their steady times. Medians over processes;
 * never negative. `callsToPayBack` is null when a call gains nothing.
 */
export function oneTimeCost(comparison: Comparison): NonNullable<StrategyResult['payback']> {
  const calls = comparison.batchCalls ?? 1;
  const steady = (nanoseconds: number): number => (nanoseconds * calls) / NANOSECONDS_PER_MS;
  // The first call of the original is always one call, that of a candidate for batches a whole batch.
  const baselineExtra = Math.max(
    0,
    comparison.baselineFirstCallMs - comparison.baselineTime.value / NANOSECONDS_PER_MS,
  );
  const candidateExtra = Math.max(0, comparison.candidateFirstCallMs - steady(comparison.candidateTime.value));
  const loading = Math.max(0, comparison.candidateLoadMs - comparison.baselineLoadMs);
  const oneTimeMs = Math.max(0, candidateExtra - baselineExtra) + loading;
  const gainMs = (comparison.baselineTime.value - comparison.candidateTime.value) / NANOSECONDS_PER_MS;
  return { oneTimeMs, callsToPayBack: gainMs > 0 ? Math.ceil(oneTimeMs / gainMs) : null };
}
