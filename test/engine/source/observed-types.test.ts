import { expect, test } from 'vitest';
import { strategies } from '../../../src/engine/strategies/catalog.ts';
import { proposeOn, subjectOf } from '../../support/propose-on.ts';

const plainJavaScript = strategies.find(({ id }) => id === 'plain-javascript');

test.each([
  ['an array of numbers', [[3, 1]], 'xs.map((x) => x * 2)', 'Not looked for: methods that an array has of its own'],
  ['objects', [[{ id: 1, by: 1 }]], 'xs.map((x) => xs.find((y) => y.id === x.by))', 'Not looked for: getters'],
])('what a check of %s cannot see is told with the rewrite', (_, args, code, told) => {
  const subject = subjectOf(`export function f(xs) { return ${code}; }`, 'f', 'sample.js');
  const proposal = plainJavaScript && proposeOn(plainJavaScript, subject, { observed: () => [args] });
  const candidates = proposal?.kind === 'candidates' ? proposal.candidates : [];
  const messages = candidates.flatMap(({ caveats }) => caveats.map(({ message }) => message));
  expect(messages.filter((message) => message.includes('every call that was observed'))[0]).toContain(told);
});
