// A function as the memoization strategy leaves it: as a module of its own in the folder of the run, and loaded into this process.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { transformSync } from 'esbuild';
import { applyEdits } from '../../src/engine/source/edits.ts';
import { analyzeEffects } from '../../src/engine/source/effects.ts';
import { openSubject } from '../../src/engine/source/open-subject.ts';
import { createProjects } from '../../src/engine/source/project.ts';
import type { Subject } from '../../src/engine/source/subject.ts';
import { memoization } from '../../src/engine/strategies/memoization/memoization.ts';
import type { Candidate, Proposal } from '../../src/engine/strategies/strategy.ts';

const projects = createProjects();
export const subjectsFile = path.join(process.cwd(), 'bench/memo/subjects/subjects.ts');

export type AnyFunction = (...args: readonly unknown[]) => unknown;

interface Loaded {
  readonly call: AnyFunction;
  readonly size: () => number;
}

export interface Proposed {
  readonly subject: Subject;
  readonly proposal: Proposal;
}

/** Without a text: a function of subjects.ts. */
export function propose(select: string, text?: string): Proposed {
  const file = text === undefined ? subjectsFile : path.join(process.cwd(), 'bench/memo/subject.ts');
  const subject = openSubject({ file, ...(text === undefined ? {} : { text }), select: { name: select } }, projects);
  return {
    subject,
    proposal: memoization.propose({ subject, effects: analyzeEffects(subject), observed: [], hasSequence: true }),
  };
}

/** JavaScript that exports the function by its name, and `forget` and `size` of its cache. */
export function codeOf(subject: Subject, candidate?: Candidate): string {
  const text = candidate ? applyEdits(subject.text, candidate.files[0]?.edits ?? []) : subject.text;
  const { name } = subject.listing;
  const handles = `export { ${name} as call };
export const forget = { ${name}: () => { ${candidate?.resetExpression ?? ''} } };
export const size = () => ${candidate?.cacheSizeExpression ?? '0'};`;
  return transformSync(`${text}\n${handles}`, { loader: 'ts', format: 'esm', target: 'node20' }).code;
}

export async function load(subject: Subject, candidate?: Candidate): Promise<Loaded> {
  const folder = mkdtempSync(path.join(tmpdir(), 'speedlens-memo-'));
  try {
    const file = path.join(folder, 'subject.mjs');
    writeFileSync(file, codeOf(subject, candidate));
    return (await import(pathToFileURL(file).href)) as Loaded;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
