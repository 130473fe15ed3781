// A budget that was not kept is told, with what took the time.
import { expect, it } from 'vitest';
import { overrunNote } from '../../../src/engine/judge/overrun-note.ts';

it.each([
  { name: 'within the budget', budgetMs: 6000, measuringFromMs: 3000, tookMs: 5900, note: undefined },
  { name: 'a little beyond it', budgetMs: 6000, measuringFromMs: 3000, tookMs: 6500, note: undefined },
  {
    name: 'far beyond it',
    budgetMs: 3000,
    measuringFromMs: 4700,
    tookMs: 8500,
    note: 'The run took 8.5 s instead of 3.0 s: reading the project, looking for rewrites and comparing them took 4.7 s, whatever the budget.',
  },
])('$name', ({ note, ...run }) => {
  expect(overrunNote(run)).toBe(note);
});
