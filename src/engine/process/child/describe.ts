// The `describe` task: which cases the inputs of a variant hold.
import type { DescribeAnswer, DescribeTask } from '../protocol.ts';
import { listCases } from './cases.ts';
import type { EnterPhase } from './child-phase.ts';
import { loadVariant } from './load-variant.ts';

export async function describe(task: DescribeTask, enter: EnterPhase): Promise<DescribeAnswer> {
  const { module, loadMs } = await loadVariant(task.variant);
  await enter('inputs');
  return { cases: listCases(module.inputs, task.seed), loadMs };
}
