// Plans for tests of measuring and judging: variants that exist only as names for the scripted runner.
import type { CasePlan, MeasurePlan } from '../../../src/engine/measure/measurements.ts';
import type { VariantBundle, Workload } from '../../../src/model/variant.ts';

export function bundle(id: string): VariantBundle {
  return { id, entry: `/nowhere/${id}.mjs`, cwd: '/nowhere' };
}

export function casePlan(index: number, size: number, more: Partial<CasePlan> = {}): CasePlan {
  return { listing: { index, label: `n = ${size}`, size }, callMs: 1, renewArguments: false, ...more };
}

export function measurePlan(
  candidates: Readonly<Record<string, Workload>>,
  more: Partial<MeasurePlan> = {},
): MeasurePlan {
  return {
    baseline: bundle('baseline'),
    twin: bundle('baseline-again'),
    candidates: Object.entries(candidates).map(([id, workload]) => ({ bundle: bundle(id), workload })),
    cases: [casePlan(0, 100)],
    seed: 1,
    budgetMs: 15_000,
    ...more,
  };
}
