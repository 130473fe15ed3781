import { describe, expect, it } from 'vitest';
import { locateFunctionsIn } from '../../../src/engine/source/locate-functions.ts';
import { analyzeLoop, outermostLoops } from '../../../src/engine/source/loops/analyze-loop.ts';
import type { LoopFacts } from '../../../src/engine/source/loops/loop-facts.ts';
import { createProjects } from '../../../src/engine/source/project.ts';
import type { Subject } from '../../../src/engine/source/subject.ts';
import { loopCorpus } from '../../support/loop-corpus.ts';
import { textsAsModules } from '../../support/texts-as-modules.ts';

const modules = textsAsModules(
  createProjects(),
  loopCorpus.map(({ text }) => `export {};\n${text}`),
);

function factsOf(index: number): LoopFacts {
  const { project, file } = modules(index);
  const located = locateFunctionsIn(file).find(({ listing }) => listing.name === 'f');
  if (located === undefined) throw new Error(`Text ${index} has no function f.`);
  // The analysis asks a subject for its function and its program only.
  const subject = {
    project,
    checker: project.checker,
    sourceFile: file,
    file: file.fileName,
    node: located.node,
  } as Subject;
  const loop = outermostLoops(subject).at(-1);
  if (loop === undefined) throw new Error(`Text ${index} has no loop.`);
  return analyzeLoop(loop, subject);
}

function summary(facts: LoopFacts): string {
  if (!facts.isIndependent) return `${facts.reasons[0]?.code}${facts.isSearch ? '; search' : ''}`;
  const guards = facts.guards.map((guard) => ['test', guard.kind, ...Object.values(guard).slice(1)].join(' '));
  return [
    'any order',
    ...facts.scalars.map((one) => `${one.name} ${one.operator ?? one.class}${one.isRounded ? ' rounded' : ''}`),
    ...facts.collections.map(({ kind, name }) => `${kind} ${name}`),
    ...guards,
  ].join('; ');
}

describe('the loop analysis', () => {
  it.each(loopCorpus.map((one, index) => [one.about, index] as const))('says the right thing of %s', (_, index) => {
    expect(summary(factsOf(index))).toBe(loopCorpus[index]?.expected);
  });

  it('says where each reason stands', () => {
    for (let index = 0; index < loopCorpus.length; index += 1) {
      const { reasons, loop } = factsOf(index);
      for (const { node } of reasons) expect(node.getSourceFile()).toBe(loop.getSourceFile());
    }
  });

  it('never lets a loop of the corpus run in any order that must be left alone, and leaves few alone without need', () => {
    const isFree = (text: string | undefined) => text?.startsWith('any order') === true;
    const cases = loopCorpus.map((one, index) => ({ ...one, found: summary(factsOf(index)) }));
    expect(cases.filter(({ expected, found }) => isFree(found) && !isFree(expected)).map(({ about }) => about)).toEqual(
      [],
    );
    expect(cases.length).toBeGreaterThanOrEqual(60);
    expect(cases.filter(({ imprecise }) => imprecise).length).toBeLessThanOrEqual(4);
  });
});
