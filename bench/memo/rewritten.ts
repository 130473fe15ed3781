// A function's text as the memoization strategy leaves it, loaded into this process.
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
import type { AnyFunction } from './functions.ts';

const projects = createProjects();

export interface Loaded {
  readonly call: AnyFunction;
  readonly reset: () => void;
  readonly size: () => number;
}

export function propose(text: string, select: string): { readonly subject: Subject; readonly proposal: Proposal } {
  const file = path.join(process.cwd(), 'bench/memo/subject.ts');
  const subject = openSubject({ file, text, select: { name: select } }, projects);
  return {
    subject,
    proposal: memoization.propose({ subject, effects: analyzeEffects(subject), observed: [], hasSequence: true }),
  };
}

export async function load(subject: Subject, candidate?: Candidate): Promise<Loaded> {
  const text = candidate ? applyEdits(subject.text, candidate.files[0]?.edits ?? []) : subject.text;
  const handles = `export const call = ${subject.listing.name};
export const reset = () => { ${candidate?.resetExpression ?? ''} };
export const size = () => ${candidate?.cacheSizeExpression ?? '0'};`;
  const folder = mkdtempSync(path.join(tmpdir(), 'speedlens-memo-'));
  try {
    const file = path.join(folder, 'subject.mjs');
    writeFileSync(file, transformSync(`${text}\n${handles}`, { loader: 'ts', format: 'esm' }).code);
    return (await import(pathToFileURL(file).href)) as Loaded;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
