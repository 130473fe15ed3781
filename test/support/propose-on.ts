// A subject from a text or a file, what a strategy proposes on it, and the text that comes of it: for tests and benchmarks, without a runner.
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ObserveAnswer } from '../../src/engine/process/protocol.ts';
import { applyEdits } from '../../src/engine/source/edits.ts';
import { analyzeEffects } from '../../src/engine/source/effects.ts';
import { openSubject } from '../../src/engine/source/open-subject.ts';
import { createProjects } from '../../src/engine/source/project.ts';
import type { Subject } from '../../src/engine/source/subject.ts';
import type { Candidate, Proposal, Strategy } from '../../src/engine/strategies/strategy.ts';
import { profileCalls } from './profile-calls.ts';

/** What a fixture's cases.ts exports by default. */
export interface FixtureCases {
  /** Name of the function as listed, or a line in it. The file's last function when absent. */
  readonly select?: string | number;
  /** Calls to execute, in order, on one module instance; made anew for each instance. */
  readonly calls?: () => readonly (readonly unknown[])[];
  /** `this` of a method, from the loaded module's exports. */
  readonly receiver?: (exports: Record<string, unknown>) => unknown;
  /** Whether the strategy sees profiles of the calls as observations; or the calls that it sees instead. */
  readonly observed?: boolean | (() => readonly (readonly unknown[])[]);
  /** Whether the inputs count as declaring a call sequence. */
  readonly hasSequence?: boolean;
  /** How many different calls that sequence is said to make; only where something is observed. */
  readonly distinctCalls?: number;
  /** Whether the fixture is about functions with typed arrays, which are written down then. */
  readonly showsTyped?: boolean;
}

const virtualFolder = folderOfVirtualFiles();
/** Shared: the first program is the dear one. */
export const projects = createProjects();

/** The subject of a text that stands in no file: `name` decides the language and how `select` finds the function. */
export function subjectOf(text: string, select?: string | number, fileName = 'sample.ts'): Subject {
  const file = join(virtualFolder, fileName);
  return openSubject({ file, text, select: selectorOf(text, file, select) }, projects);
}

export function proposeOn(strategy: Strategy, subject: Subject, cases: FixtureCases = {}): Proposal {
  const seen = cases.observed === true ? cases.calls : cases.observed || undefined;
  const { distinctCalls } = cases;
  const observed: readonly ObserveAnswer[] = (seen ? profileCalls(seen()) : []).map((answer) =>
    distinctCalls === undefined ? answer : { ...answer, distinctCalls },
  );
  return strategy.propose({
    subject,
    effects: analyzeEffects(subject),
    observed,
    hasSequence: cases.hasSequence ?? false,
  });
}

/** Looked for upwards: benchmarks are bundled to another place below the root, and the folder decides which tsconfig.json holds. */
function folderOfVirtualFiles(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); folder !== dirname(folder); folder = dirname(folder)) {
    const virtual = join(folder, 'test', 'fixtures', 'virtual');
    if (existsSync(virtual)) return virtual;
  }
  throw new Error('test/fixtures/virtual is not above this file.');
}

/** The subject's file after the candidate's edits. */
export function editedText(subject: Subject, candidate: Candidate): string {
  const edited = candidate.files[0];
  if (edited?.path !== subject.file) throw new Error('The first file of a candidate must be the edited subject file.');
  return applyEdits(subject.text, edited.edits ?? []);
}

export function selectorOf(
  text: string,
  file: string,
  select: string | number | undefined,
): { name: string } | { line: number } {
  if (typeof select === 'string') return { name: select };
  if (typeof select === 'number') return { line: select };
  // The last line that starts a top-level function: fixtures put helpers first and the subject last.
  const lines = text.split(/\r\n|\n/);
  const pattern =
    /^\s*(export\s+)?(default\s+)?(async\s+)?(function\b|(const|let|var)\s+[\w$]+\s*(:[^=]+)?=\s*(async\s*)?(function\b|\(|[\w$]+\s*=>))/;
  const index = lines.findLastIndex((line) => pattern.test(line) && !/^\s/.test(line));
  if (index < 0) throw new Error(`${basename(file)} has no top-level function; name one in cases.ts.`);
  return { line: index + 1 };
}
