// Runs the comparison in this process on two functions, as if each were a bundle of its own.
import type { CompareAnswer, CompareTask } from '../../../src/engine/process/protocol.ts';
import { compareVariants } from '../../../src/engine/verify/child/compare-variants.ts';
import type { InputsEntry, VariantModule } from '../../../src/model/variant.ts';

export interface Rewrite {
  readonly baseline: AnyFunction;
  readonly candidate: AnyFunction;
  readonly inputs: InputsEntry;
  readonly reset?: () => void;
  readonly task?: Partial<CompareTask>;
  readonly onProgress?: (label: string) => void;
}

// biome-ignore lint/suspicious/noExplicitAny: pairs of functions of all signatures stand in one table.
export type AnyFunction = (this: any, ...args: any[]) => unknown;

export function compareFunctions({
  baseline,
  candidate,
  inputs,
  reset,
  task,
  onProgress,
}: Rewrite): Promise<CompareAnswer> {
  const batch = task?.batch === true;
  const modules: ReadonlyMap<string, VariantModule> = new Map([
    ['baseline', { call: (receiver, args) => baseline.apply(receiver, [...args]), inputs }],
    [
      'candidate',
      {
        call: (receiver, args) => (batch ? candidate.call(receiver, args) : candidate.apply(receiver, [...args])),
        inputs,
        ...(reset === undefined ? {} : { reset }),
      },
    ],
  ]);
  const cases = inputs.sizes?.length ?? inputs.fixed?.length ?? 1;
  return compareVariants(
    {
      kind: 'compare',
      baseline: { id: 'baseline', entry: 'baseline', cwd: '.' },
      candidate: { id: 'candidate', entry: 'candidate', cwd: '.' },
      seed: 7,
      caseIndexes: Array.from({ length: cases }, (_, index) => index),
      batch: false,
      budgetMs: 20_000,
      callDeadlineMs: 2_000,
      shrinkMs: 1_500,
      tolerance: 'exact',
      ...task,
    },
    async (bundle) => modules.get(bundle.id) as VariantModule,
    ({ caseLabel }) => onProgress?.(caseLabel),
  );
}
