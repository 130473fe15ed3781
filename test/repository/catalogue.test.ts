// The catalogue of strategies against everything that must agree with it: folders, fixtures, the README's table, the manifest.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { strategies } from '../../src/engine/strategies/catalog.ts';
import { strategyTable } from '../support/strategy-table.ts';

const root = path.resolve(import.meta.dirname, '../..');
const folders = (place: string): string[] =>
  readdirSync(path.join(root, place)).filter((name) => statSync(path.join(root, place, name)).isDirectory());

test('every strategy has a folder of its own, and every folder is in the catalogue', () => {
  expect(folders('src/engine/strategies').sort()).toEqual(strategies.map(({ id }) => id).sort());
});

test.each(strategies.map(({ id }) => id))('%s has fixtures that are rewritten and fixtures that are declined', (id) => {
  const fixtures = folders(`test/strategies/${id}`);
  const declined = fixtures.filter((name) => existsSync(path.join(root, 'test/strategies', id, name, 'declined.txt')));
  expect(declined.length).toBeGreaterThan(0);
  expect(fixtures.length).toBeGreaterThan(declined.length);
});

test('every fixture has either an expected rewrite or an expected reason', () => {
  for (const { id } of strategies) {
    for (const name of folders(`test/strategies/${id}`)) {
      const files = readdirSync(path.join(root, 'test/strategies', id, name));
      const isDeclined = files.includes('declined.txt');
      const isRewritten = files.some((file) => file.startsWith('after'));
      expect([id, name, isDeclined !== isRewritten]).toEqual([id, name, true]);
    }
  }
});

test('the table in the README is the catalogue', () => {
  const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
  const table = /<!-- strategies:start -->\n([\s\S]*?)<!-- strategies:end -->/.exec(readme)?.[1];
  expect(table).toBe(`${strategyTable(strategies)}\n`);
});

test('the setting for strategies names each of them', () => {
  const manifest = readFileSync(path.join(root, 'package.json'), 'utf8');
  for (const { id } of strategies) expect(manifest).toContain(`\`${id}\``);
});
