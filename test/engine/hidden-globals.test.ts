// Rewrites in files that have a Map, a Number or an Object of their own: they would type-check, and mean something else.
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { hiddenGlobal } from '../../src/engine/hidden-globals.ts';
import { openSubject } from '../../src/engine/source/open-subject.ts';
import { createProjects } from '../../src/engine/source/project.ts';
import { memoization } from '../../src/engine/strategies/memoization/memoization.ts';
import { plainJavaScript } from '../../src/engine/strategies/plain-javascript/plain-javascript.ts';
import type { Strategy } from '../../src/engine/strategies/strategy.ts';
import { typedArrays } from '../../src/engine/strategies/typed-arrays/typed-arrays.ts';
import { workers } from '../../src/engine/strategies/workers/workers.ts';
import { proposeOn } from '../support/check-strategy.ts';
import { projectFolder } from './source/project-folder.ts';

const projects = createProjects();
const sorting = `export function subject(values: number[]): number {
  return [...values].sort((a, b) => a - b)[0]!;
}
`;
const recursive = `export function subject(n: number): number {
  return n < 2 ? n : subject(n - 1) + subject(n - 2) + subject(n - 3) / 2;
}
`;
const searching = `export function subject(orders: { id: string }[], known: { key: string; total: number }[]): number[] {
  return orders.map((order) => known.find((one) => one.key === order.id)?.total ?? 0);
}
`;

function hiddenIn(strategy: Strategy, text: string): readonly (string | undefined)[] {
  const folder = projectFolder({ 'tsconfig.json': '{"compilerOptions":{"strict":true,"types":[]}}', 'file.ts': text });
  const subject = openSubject({ file: join(folder, 'file.ts'), select: { name: 'subject' } }, projects);
  const proposal = proposeOn(strategy, subject);
  if (proposal.kind === 'declined') throw new Error('The strategy has no rewrite.');
  return proposal.candidates.map((candidate) => hiddenGlobal(subject, candidate));
}

it.each([
  [
    'a Number with other ways',
    typedArrays,
    `const Number = { isNaN: (_: unknown) => false };\n${sorting}export { Number };\n`,
    'Number',
  ],
  ['a class', typedArrays, `export class Float64Array {}\n${sorting}`, 'Float64Array'],
  ['an import', memoization, `import { Map } from './maps.ts';\nexport const made = Map;\n${recursive}`, 'Map'],
  ['a function', plainJavaScript, `export function Map(): void {}\n${searching}`, 'Map'],
  ['a URL that is a number', workers, `export const URL = 5;\n${searching}`, 'URL'],
  [
    'a URL of another module',
    workers,
    `import { URL } from './urls.ts';\nexport const made = URL;\n${searching}`,
    'URL',
  ],
])('%s is seen', (_, strategy, text, name) => {
  expect(hiddenIn(strategy, text)).toContain(name);
});

it('members and types of that name hide nothing', () => {
  const more = 'export interface Map { Number: string }\nexport const names = { Object: 1, Float64Array: 2 };\n';
  expect(hiddenIn(typedArrays, `${more}${sorting}`)).toEqual([undefined]);
  expect(hiddenIn(memoization, `${more}${recursive}`).every((name) => name === undefined)).toBe(true);
});

it('what Node hands out under its own name hides nothing', () => {
  const imports =
    "import { URL } from 'node:url';\nimport { Buffer } from 'buffer';\nexport const both = [URL, Buffer];\n";
  expect(hiddenIn(workers, `${imports}${searching}`).every((name) => name === undefined)).toBe(true);
  expect(hiddenIn(workers, `const { URL } = require('url');\n${searching}`).every((name) => name === undefined)).toBe(
    true,
  );
});
