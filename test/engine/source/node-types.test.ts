// What is told of files in projects that have not installed Node's types.
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openSubject } from '../../../src/engine/source/open-subject.ts';
import { createProjects } from '../../../src/engine/source/project.ts';
import { streamingIo } from '../../../src/engine/strategies/streaming-io/streaming-io.ts';
import { diagnosticsOf } from '../../../src/engine/type-gate.ts';
import { proposeOn } from '../../support/check-strategy.ts';
import { projectFolder } from './project-folder.ts';

const projects = createProjects();

function subjectIn(files: Readonly<Record<string, string>>, file: string) {
  const folder = projectFolder(files);
  return openSubject({ file: join(folder, file), select: { name: 'totals' } }, projects);
}

const readsRows = `import { readFileSync } from 'node:fs';
export function totals(file: string): number {
  let sum = 0;
  for (const line of readFileSync(file, 'utf8').split('\\n')) {
    if (line === '') continue;
    const [, amount] = line.split(',');
    sum += Number(amount);
  }
  return sum;
}
`;

it('a file is read as text without types of Node in the project', () => {
  const subject = subjectIn({ 'package.json': '{}', 'totals.ts': readsRows }, 'totals.ts');
  const proposal = proposeOn(streamingIo, subject);
  expect(proposal.kind === 'candidates' ? proposal.candidates.map(({ variant }) => variant) : proposal).toEqual([
    'lines',
    'csv-parser',
  ]);
});

it.each([
  ['a file that imports nothing of Node', 'export function totals(n: number): number { return n; }\n'],
  ['one that says fs in a comment only', '// fs\nexport function totals(n: number): number { return n; }\n'],
])('no types are added for %s', (_what, text) => {
  const { project } = subjectIn({ 'package.json': '{}', 'totals.ts': text }, 'totals.ts');
  expect(project.program.getSourceFiles().filter(({ fileName }) => fileName.includes('@types/node'))).toEqual([]);
});

it("the project's own types are used where it has some", () => {
  const { project } = subjectIn(
    {
      'package.json': '{}',
      'node_modules/@types/node/package.json': '{ "name": "@types/node", "version": "1.0.0", "types": "index.d.ts" }',
      'node_modules/@types/node/index.d.ts':
        'declare module "fs" { export function readFileSync(file: string, encoding: "utf8"): string; }\ndeclare module "node:fs" { export * from "fs"; }\n',
      'totals.ts': readsRows,
    },
    'totals.ts',
  );
  const own = project.program.getSourceFiles().filter(({ fileName }) => fileName.includes('@types/node'));
  expect(own).toHaveLength(1);
});

it('that the package is not there yet is no error of the rewrite', () => {
  const subject = subjectIn({ 'package.json': '{}', 'totals.ts': readsRows }, 'totals.ts');
  const proposal = proposeOn(streamingIo, subject);
  const parser = proposal.kind === 'candidates' ? proposal.candidates[1] : undefined;
  if (parser === undefined) throw new Error('No parser was offered.');
  expect(diagnosticsOf(subject, parser)).toEqual([]);
  expect(diagnosticsOf(subject, { ...parser, dependencies: {} })).not.toEqual([]);
});

it('a parser is told to be installed where the project has none, and not where it has an old one', () => {
  const variantsWith = (files: Readonly<Record<string, string>>) => {
    const proposal = proposeOn(streamingIo, subjectIn({ 'totals.ts': readsRows, ...files }, 'totals.ts'));
    if (proposal.kind === 'declined') throw new Error(proposal.reasons[0].message);
    return proposal.candidates.map(({ variant, dependencies }) => [variant, dependencies]);
  };
  const installed = (version: string) => JSON.stringify({ name: 'csv-parse', version });
  const place = 'node_modules/csv-parse/package.json';
  const depends = '{ "dependencies": { "csv-parse": "*" } }';
  expect(variantsWith({ 'package.json': '{}' })[1]).toEqual(['csv-parser', { 'csv-parse': '^7.0.3' }]);
  expect(variantsWith({ 'package.json': depends, [place]: installed('6.0.0') })[1]).toEqual(['csv-parser', {}]);
  expect(variantsWith({ 'package.json': depends, [place]: installed('4.16.3') })).toHaveLength(1);
  expect(variantsWith({ 'package.json': '{}', [place]: installed('4.16.3') })).toHaveLength(1);
});
