// The catalogue of reasons against the source that gives them, the fixtures that are their examples, and the page made from it.
// UPDATE_EXPECTED=1 writes docs/reasons.md.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { reasonCatalog } from '../../src/model/reason-catalog.ts';
import { codesOf, reasonCodesIn } from '../support/reason-sources.ts';
import { declineOf, reasonsPage } from '../support/reason-table.ts';

const root = path.resolve(import.meta.dirname, '../..');
const fixtures = path.join(root, 'test/strategies');
const page = path.join(root, 'docs/reasons.md');
const reasons = reasonCatalog.flatMap((group) => group.reasons);

test('every code that the source can give stands in the catalogue: src/model/reason-catalog.ts', () => {
  const known = new Set(reasons.map(({ code }) => code));
  const missing = [...reasonCodesIn(root)].filter(([code]) => !known.has(code));
  expect(missing.map(([code, files]) => `${code} of ${[...files].join(', ')}`)).toEqual([]);
});

test('every code of the catalogue can be given by the source', () => {
  const given = reasonCodesIn(root);
  expect(reasons.map(({ code }) => code).filter((code) => !given.has(code))).toEqual([]);
});

test('no code stands in the catalogue twice', () => {
  const codes = reasons.map(({ code }) => code);
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
});

test('every example is a fixture that is declined with its code, at a line unless it is about the whole file', () => {
  const wrong = reasons.flatMap(({ code, example }) => {
    if ('sentence' in example) return [];
    const decline = declineOf(code, example.fixture, fixtures);
    return decline === undefined ? [`${code}: ${example.fixture} does not say it`] : [];
  });
  expect(wrong).toEqual([]);
});

test('docs/reasons.md is made from the catalogue; UPDATE_EXPECTED=1 writes it', () => {
  const expected = reasonsPage(reasonCatalog, fixtures);
  if (process.env['UPDATE_EXPECTED'] === '1') {
    mkdirSync(path.dirname(page), { recursive: true });
    writeFileSync(page, expected);
  }
  expect(existsSync(page) ? readFileSync(page, 'utf8') : '').toBe(expected);
});

test('codes are found in objects, in calls of functions that take one, and by their look', () => {
  const text = `
    function withheld(code: string, message: string) {}
    const shown = { code: 'too-odd', message: 'm' };
    const failure = { code: 'ENOENT', sentence: 's' };
    withheld('too-wide', 'not a code');
    at(node, 'Q7', 'Q7 is also text');
  `;
  expect([...codesOf(text, 'sample.ts')].sort()).toEqual(['Q7', 'too-odd', 'too-wide']);
});
