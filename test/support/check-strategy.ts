// Runs the fixtures of a strategy: one folder per case under test/strategies/<id>/, holding
//   before.<ext>            the user's file,
//   after.<ext>             the file as the strategy rewrites it (after.<variant>.<ext> when it has several candidates;
//                           files that the rewrite adds stand in <after file>.files/), or
//   declined.txt            the reasons, one a line: code line:column message, with the unlocking edit indented below,
//   cases.ts                optional: which function, the calls to execute, whether they count as observed.
// Every rewrite is also type-checked and executed against the original. UPDATE_EXPECTED=1 writes what stands expected;
// the execution is never skipped by that.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openSubject } from '../../src/engine/source/open-subject.ts';
import type { Subject } from '../../src/engine/source/subject.ts';
import type { Candidate, Proposal, Strategy } from '../../src/engine/strategies/strategy.ts';
import type { Reason } from '../../src/model/reason.ts';
import { executeSource, type LoadedSubject } from './execute-source.ts';
import { firstDifference, type ObservedOutcome, outcomeOf, possibleCalls } from './outcomes.ts';
import { editedText, type FixtureCases, projects, proposeOn, selectorOf } from './propose-on.ts';

export { editedText, type FixtureCases, proposeOn, subjectOf } from './propose-on.ts';

export interface StrategyCheck {
  /** Executes a candidate on the calls in its own way (worker files, batches); the default loads the edited file and calls it. */
  readonly execute?: (request: ExecuteRequest) => Promise<readonly ObservedOutcome[]>;
  /** What else may be offered in place of a candidate: type-checked and executed as well, and not written down. */
  readonly alsoAs?: (candidate: Candidate, subject: Subject) => Candidate | undefined;
}

export interface ExecuteRequest {
  readonly subject: Subject;
  readonly candidate: Candidate;
  readonly cases: FixtureCases;
  /** Whole text of the edited subject file. */
  readonly text: string;
}

const strategiesFolder = join(dirname(dirname(fileURLToPath(import.meta.url))), 'strategies');
const updating = process.env['UPDATE_EXPECTED'] === '1';

/** Registers one test per fixture folder of the strategy. */
export function testFixtures(strategy: Strategy, check: StrategyCheck = {}): void {
  for (const name of fixtureNames(strategy.id)) {
    test(`${strategy.id}: ${name.replaceAll('-', ' ')}`, async () => {
      await checkFixture(strategy, join(strategiesFolder, strategy.id, name), check);
    });
  }
}

function fixtureNames(strategyId: string): readonly string[] {
  return readdirSync(join(strategiesFolder, strategyId), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** One fixture, whole: proposal against what is expected, then types and execution of each candidate. */
export async function checkFixture(strategy: Strategy, folder: string, check: StrategyCheck = {}): Promise<void> {
  const cases = await casesOf(folder);
  const subject = openFixture(folder, cases);
  const proposal = proposeOn(strategy, subject, cases);
  checkExpected(folder, subject, shownOf(proposal, cases));
  if (proposal.kind === 'declined') return;
  for (const candidate of proposal.candidates) {
    // A copy of the function has its errors, too, where a fixture does not mind them.
    if (candidate.signature !== 'typed' || cases.showsTyped === true) checkTypes(subject, candidate);
    if (candidate.signature === 'typed' && cases.calls === undefined) continue;
    await checkExecution({ subject, candidate, cases, text: editedText(subject, candidate) }, check);
    const other = check.alsoAs?.(candidate, subject);
    if (other === undefined) continue;
    checkTypes(subject, other);
    await checkExecution({ subject, candidate: other, cases, text: editedText(subject, other) }, check);
  }
}

async function casesOf(folder: string): Promise<FixtureCases> {
  const path = join(folder, 'cases.ts');
  if (!existsSync(path)) return {};
  const loaded = (await import(path)) as { readonly default: FixtureCases };
  return loaded.default;
}

function openFixture(folder: string, cases: FixtureCases): Subject {
  const before = readdirSync(folder).find((name) => /^before\.[cm]?[jt]sx?$/.test(name));
  if (before === undefined) throw new Error(`${folder} has no before file.`);
  const file = join(folder, before);
  return openSubject({ file, select: selectorOf(readFileSync(file, 'utf8'), file, cases.select) }, projects);
}

/** Functions beside the original that take typed arrays are executed everywhere, and written down where that is what a fixture is about. */
function shownOf(proposal: Proposal, { showsTyped }: FixtureCases): Proposal {
  if (proposal.kind === 'declined' || showsTyped === true) return proposal;
  const [first, ...more] = proposal.candidates.filter(({ signature }) => signature !== 'typed');
  if (first !== undefined) return { kind: 'candidates', candidates: [first, ...more] };
  const [reason, ...others] = proposal.candidates[0].caveats.filter(({ code }) => code !== 'C14');
  return reason === undefined ? proposal : { kind: 'declined', reasons: [reason, ...others] };
}

function checkExpected(folder: string, subject: Subject, proposal: Proposal): void {
  if (updating) writeExpected(folder, subject, proposal);
  const declinedFile = join(folder, 'declined.txt');
  if (proposal.kind === 'declined') {
    const expected = existsSync(declinedFile) ? readFileSync(declinedFile, 'utf8') : '(a rewrite)\n';
    expect(printReasons(proposal.reasons)).toBe(expected);
    return;
  }
  if (existsSync(declinedFile)) {
    expect(proposal.candidates.map((candidate) => editedText(subject, candidate)).join('\n---\n')).toBe(
      `declined:\n${readFileSync(declinedFile, 'utf8')}`,
    );
  }
  for (const [path, text] of expectedFiles(folder, subject, proposal.candidates)) {
    expect(text, basename(path)).toBe(existsSync(path) ? readFileSync(path, 'utf8') : '(missing)');
  }
}

function writeExpected(folder: string, subject: Subject, proposal: Proposal): void {
  for (const name of readdirSync(folder)) {
    if (name === 'declined.txt' || name.startsWith('after.')) rmSync(join(folder, name), { recursive: true });
  }
  if (proposal.kind === 'declined') {
    writeFileSync(join(folder, 'declined.txt'), printReasons(proposal.reasons));
    return;
  }
  for (const [path, text] of expectedFiles(folder, subject, proposal.candidates)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

function expectedFiles(
  folder: string,
  subject: Subject,
  candidates: readonly Candidate[],
): readonly (readonly [string, string])[] {
  return candidates.flatMap((candidate) => {
    const label = candidates.length > 1 ? `.${candidate.variant}` : '';
    const after = join(folder, `after${label}${extname(subject.file)}`);
    const added = candidate.files
      .slice(1)
      .map((file) => [join(`${after}.files`, basename(file.path)), file.newText ?? ''] as const);
    return [[after, editedText(subject, candidate)] as const, ...added];
  });
}

function printReasons(reasons: readonly Reason[]): string {
  return reasons
    .map((reason) => {
      const place = reason.line === undefined ? '-' : `${reason.line}:${reason.column ?? 1}`;
      const unlock = reason.unlock === undefined ? '' : `    unlock: ${reason.unlock}\n`;
      return `${reason.code} ${place} ${reason.message}\n${unlock}`;
    })
    .join('');
}

function checkTypes(subject: Subject, candidate: Candidate): void {
  const changes = new Map([[subject.file, editedText(subject, candidate)]]);
  for (const file of candidate.files.slice(1)) if (file.newText !== undefined) changes.set(file.path, file.newText);
  const added = subject.project.diagnosticsAddedBy(changes);
  expect(added.map((diagnostic) => `${diagnostic.line}: ${diagnostic.message}`)).toEqual([]);
}

async function checkExecution(request: ExecuteRequest, check: StrategyCheck): Promise<void> {
  const { subject, cases } = request;
  if (cases.calls === undefined) throw new Error('A fixture with a rewrite needs a cases.ts with calls.');
  const expected = await runCalls(await executeSource(subject, subject.text), cases);
  const actual = check.execute
    ? await check.execute(request)
    : await runCalls(await executeSource(subject, request.text, request.candidate), cases);
  expect(actual.length).toBe(cases.calls().length);
  // What no caller of a function with typed arrays can hand over is nothing to compare.
  const possible = possibleCalls(request.candidate, cases.calls(), expected, actual);
  expect(possible, 'calls that can be made').toContain(true);
  const compared = (outcomes: readonly ObservedOutcome[]) => outcomes.filter((_, index) => possible[index]);
  expect(firstDifference(compared(expected), compared(actual))).toBeUndefined();
}

/** Runs the calls of a fixture in order on one loaded module. */
async function runCalls(loaded: LoadedSubject, cases: FixtureCases): Promise<readonly ObservedOutcome[]> {
  const receiver = cases.receiver?.(loaded.exports);
  const outcomes: ObservedOutcome[] = [];
  for (const args of cases.calls?.() ?? []) {
    outcomes.push(await outcomeOf(() => loaded.call(receiver, args), args));
  }
  return outcomes;
}
