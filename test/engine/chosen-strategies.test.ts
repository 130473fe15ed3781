// Which strategies and candidates a run is asked for, and that what the header of a generated module names is the very module that it stands in.
import { expect, test } from 'vitest';
import { chosenStrategies } from '../../src/engine/strategies/chosen-strategies.ts';
import type { Strategy } from '../../src/engine/strategies/strategy.ts';
import { typedArrays } from '../../src/engine/strategies/typed-arrays/typed-arrays.ts';
import { webassembly } from '../../src/engine/strategies/webassembly/webassembly.ts';
import { proposeOn, subjectOf } from '../support/propose-on.ts';

const all: readonly Strategy[] = [typedArrays, webassembly];

const longest = `export function longest(n: number): number {
  const lengths: number[] = new Array(n + 1).fill(0);
  let best = 0;
  for (let round = 0; round < n; round++) {
    for (let i = 1; i <= n; i++) {
      lengths[i] = Math.max(lengths[i]!, lengths[i - 1]! + i);
      if (lengths[i]! > best) best = lengths[i]!;
    }
  }
  return best;
}
`;

function proposed(strategy: Strategy) {
  const subject = subjectOf(longest, 'longest');
  return proposeOn(strategy, subject, { calls: () => [[50]], observed: true });
}

test('without names all strategies are chosen, and in the order of the catalogue with them', () => {
  expect(chosenStrategies(all)).toBe(all);
  expect(chosenStrategies(all, []).length).toBe(2);
  expect(chosenStrategies(all, ['webassembly', 'typed-arrays'])).toStrictEqual(all);
  expect(chosenStrategies(all, ['webassembly'])).toStrictEqual([webassembly]);
});

test('the command in the header of every generated module names the candidate that it belongs to', () => {
  const proposal = proposed(webassembly);
  if (proposal.kind === 'declined') throw new Error('There is nothing to look at.');
  expect(proposal.candidates.map(({ variant }) => variant)).toStrictEqual(['kernel', 'checked-integers']);
  for (const candidate of proposal.candidates) {
    const text = candidate.files[1]?.newText ?? '';
    const name = /--strategies (\S+) /.exec(text)?.[1] ?? '';
    const [again, ...others] = chosenStrategies(all, [name]);
    if (again === undefined) throw new Error(`${name} is no strategy.`);
    const anew = proposed(again);
    expect(others).toStrictEqual([]);
    expect(anew.kind === 'candidates' && anew.candidates.map((one) => one.files[1]?.newText)).toStrictEqual([text]);
  }
});

test('a candidate that is not there is declined with those that are', () => {
  const [only] = chosenStrategies(all, ['webassembly/end-to-end']);
  if (only === undefined) throw new Error('It was not chosen.');
  const proposal = proposed(only);
  expect(
    proposal.kind === 'declined' && proposal.reasons.map(({ code, message, unlock }) => [code, message, unlock]),
  ).toStrictEqual([['C15', 'there is no candidate end-to-end here', 'Choose from: kernel, checked-integers.']]);
});
