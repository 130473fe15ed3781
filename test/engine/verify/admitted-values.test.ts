import path from 'node:path';
import { expect, test } from 'vitest';
import type { AdmittedPlace } from '../../../src/engine/process/protocol.ts';
import { openSubject } from '../../../src/engine/source/open-subject.ts';
import { createProjects } from '../../../src/engine/source/project.ts';
import { sourceFacts } from '../../../src/engine/verify/source-facts.ts';

const projects = createProjects();

function admitted(text: string, file = 'admitted.ts'): readonly AdmittedPlace[] {
  const subject = openSubject({ file: path.join(import.meta.dirname, file), text, select: { name: 'f' } }, projects);
  return sourceFacts(subject).admitted;
}

test('arguments and fields that may be left out are, and each value of a choice is told', () => {
  const places = admitted(`
    interface Options { readonly strict?: boolean; readonly order: 'asc' | 'desc' }
    export function f(xs: number[], options: Options, limit?: number): number { return xs.length; }
  `);
  expect(places).toMatchObject([
    { name: '1.strict', mayBeMissing: true, values: [true, false, undefined] },
    { name: '1.order', mayBeMissing: false, values: ['asc', 'desc'] },
    { name: '2', mayBeMissing: true },
  ]);
  expect(places[2]?.values).toEqual(expect.arrayContaining([0, -1, Number.NaN, undefined]));
});

test('a record that may be left out comes with each of its fields alone, and with all', () => {
  const [options] = admitted(
    `export function f(x: number, { strict = false, mode }: { strict?: boolean; mode?: 'a' | null } = {}): number {
       return strict && mode === 'a' ? x : 7;
     }`,
  );
  expect(options).toMatchObject({ name: '1', mayBeMissing: true });
  expect(options?.values).toEqual(
    expect.arrayContaining([
      {},
      { strict: true },
      { strict: false },
      { mode: 'a' },
      { mode: null },
      { strict: true, mode: 'a' },
    ]),
  );
});

test('elements of lists, kinds of records, and numbers of the code', () => {
  const places = admitted(
    `type Shape = { kind: 'circle'; r: number } | { kind: 'square'; side: number };
     export function f(shapes: Shape[], names: readonly ('a' | 'b')[], base = 16): number {
       return shapes.length + names.length + base;
     }`,
  );
  const named = (name: string): readonly unknown[] | undefined => places.find((place) => place.name === name)?.values;
  expect(named('0[*]')).toEqual(
    expect.arrayContaining([
      { kind: 'circle', r: 2 },
      { kind: 'square', side: 2 },
    ]),
  );
  expect(named('1[*]')).toEqual(['a', 'b']);
  expect(named('2')).toEqual(expect.arrayContaining([16, undefined]));
});

test('plain JavaScript says the same in comments and default values', () => {
  const places = admitted(
    `/** @param {string} text @param {'left' | 'right'} [side] */
     export function f(text, side, { width = 3 } = {}) { return text + side + width; }`,
    'admitted.js',
  );
  expect(places.map(({ name, mayBeMissing }) => [name, mayBeMissing])).toEqual([
    ['1', true],
    ['2', true],
    ['2.width', true],
  ]);
  expect(places[1]?.values).toEqual(expect.arrayContaining([{}, { width: 2 }, undefined]));
});

test('what is no plain data is not made up, and nothing is told of what inputs show anyhow', () => {
  expect(
    admitted(
      `export function f(xs: number[], by: (x: number) => number, when?: Date, map?: Map<string, number>): number {
         return xs.length;
       }`,
    ),
  ).toEqual([
    { name: '2', mayBeMissing: true, values: [undefined] },
    { name: '3', mayBeMissing: true, values: [undefined] },
  ]);
});

test('values of any kind where the type does not say which, and objects with few keys or none where any may stand', () => {
  const places = admitted(
    `export function f(xs: unknown[], counts: Record<string, number>, names: { [key: string]: string }[]): number {
       return xs.length + Object.keys(counts).length + names.length;
     }`,
  );
  expect(places).toEqual([
    { name: '0[*]', mayBeMissing: false, values: ['a', 1, 'b', true, null, undefined] },
    { name: '1', mayBeMissing: false, values: [{ a: 2 }, {}, { b: 0, a: 2 }, { b: 2 }] },
    { name: '2[*]', mayBeMissing: false, values: [{ a: 'a' }, {}, { b: '', a: 'a' }, { b: 'a' }] },
  ]);
});
