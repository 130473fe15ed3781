// How many candidates a budget has room to compare.
import { expect, it } from 'vitest';
import type { ObservedCase } from '../../src/engine/observe-cases.ts';
import type { ProposedCandidate } from '../../src/engine/run-stage.ts';
import { withinBudget } from '../../src/engine/within-budget.ts';

const proposed = [
  'workers/loop',
  'workers/call-batch',
  'webassembly/kernel',
  'webassembly/integers',
  'plain-javascript/loop',
].map((id) => ({ id, candidate: { strategy: id.split('/')[0] } }) as unknown as ProposedCandidate);
const calls = (laterCallMs: number) => [{ observed: { laterCallMs } } as unknown as ObservedCase];
const kept = (laterCallMs: number, budgetMs: number) =>
  withinBudget(proposed, calls(laterCallMs), { budgetMs, cores: 2 }).kept.map(({ id }) => id);

it('all are compared where calls are quick or the budget is large', () => {
  expect(kept(1, 15_000)).toHaveLength(5);
  expect(kept(40, 60_000)).toHaveLength(5);
});

it('those named last go first where comparing would take too much, and each strategy keeps one', () => {
  expect(kept(25, 15_000)).toEqual([
    'workers/loop',
    'workers/call-batch',
    'webassembly/kernel',
    'plain-javascript/loop',
  ]);
  expect(kept(500, 15_000)).toEqual(['workers/loop', 'webassembly/kernel', 'plain-javascript/loop']);
});

it('those that are not compared are named, in their order', () => {
  const { spared } = withinBudget(proposed, calls(500), { budgetMs: 15_000, cores: 2 });
  expect(spared.map(({ id }) => id)).toEqual(['workers/call-batch', 'webassembly/integers']);
});
