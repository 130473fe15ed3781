// The tables kept beside the raw trials of a reference run are made from those trials by the benchmark's own script, and by nothing else.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { tablesOf } from '../../bench/measurement/tables.ts';
import type { Trial } from '../../bench/measurement/trial.ts';

const folder = fileURLToPath(new URL('../../bench/measurement/reference/', import.meta.url));
const runs = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));

it('there is a reference run', () => {
  expect(runs.length).toBeGreaterThan(0);
});

it.each(runs)('%s gives the tables that stand beside it', (name) => {
  const trials = readFileSync(path.join(folder, name), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Trial);
  const kept = readFileSync(path.join(folder, name.replace('.jsonl', '.md')), 'utf8');
  expect(kept).toContain(tablesOf(trials).trim());
});
