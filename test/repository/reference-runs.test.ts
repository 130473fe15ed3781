// The tables kept beside the raw trials of a reference run are made from those trials by the benchmark's own script, and by nothing else.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { tablesOf as tablesOfFiles } from '../../bench/io/table.ts';
import type { Kept } from '../../bench/io/trial.ts';
import { tablesOf as tablesOfMeasurement } from '../../bench/measurement/tables.ts';
import type { Trial } from '../../bench/measurement/trial.ts';

const benches: Readonly<Record<string, (trials: readonly unknown[]) => string>> = {
  measurement: (trials) => tablesOfMeasurement(trials as readonly Trial[]),
  io: (trials) => tablesOfFiles(trials as readonly Kept[]),
};
const runs = Object.keys(benches).flatMap((bench) =>
  readdirSync(folderOf(bench))
    .filter((name) => name.endsWith('.jsonl'))
    .map((name) => [bench, name] as const),
);

it.each(Object.keys(benches))('there is a reference run of %s', (bench) => {
  expect(runs.map(([of]) => of)).toContain(bench);
});

it.each(runs)('%s, %s gives the tables that stand beside it', (bench, name) => {
  const trials = readFileSync(path.join(folderOf(bench), name), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);
  const kept = readFileSync(path.join(folderOf(bench), name.replace('.jsonl', '.md')), 'utf8');
  const tables = benches[bench]?.(trials).trim() ?? '';
  expect(tables).not.toBe('');
  expect(kept).toContain(tables);
});

function folderOf(bench: string): string {
  return fileURLToPath(new URL(`../../bench/${bench}/reference/`, import.meta.url));
}
