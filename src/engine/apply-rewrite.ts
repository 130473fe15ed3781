// Writes a suggested rewrite to disk for the command line: only when every file is still the one that was benchmarked, all files or none.
// The editor applies through its own workspace edit instead, as one undo step.
import { isUtf8 } from 'node:buffer';
import { createHash, randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type { Report, Rewrite, RewrittenFile } from '../model/report.ts';
import { failures } from './failures.ts';
import { applyEdits } from './source/edits.ts';

export interface AppliedRewrite {
  readonly changed: readonly string[];
  readonly created: readonly string[];
  /** npm packages that the rewritten code imports, name to range. */
  readonly dependencies: Readonly<Record<string, string>>;
}

interface PlannedFile {
  /** Where it stands in truth: a link stays a link. */
  readonly path: string;
  readonly text: string;
  /** What is there now; undefined for a new file. */
  readonly before: string | undefined;
}

/** Throws SpeedlensFailure when there is no such rewrite, a file changed since, or a new file is already there; nothing is written then. */
export function applyRewrite(report: Report, strategy: string): AppliedRewrite {
  const rewrite = rewriteOf(report, strategy);
  writeAllOrNothing(rewrite.files.map((file) => plannedFile(file, report)));
  return {
    changed: rewrite.files.filter((file) => file.newText === undefined).map((file) => file.path),
    created: rewrite.files.filter((file) => file.newText !== undefined).map((file) => file.path),
    dependencies: rewrite.dependencies,
  };
}

function plannedFile({ path: file, newText, edits, textSha256 }: RewrittenFile, { subject }: Report): PlannedFile {
  if (newText !== undefined) {
    if (existsSync(file)) throw failures.newFileExists(file);
    return { path: file, text: newText, before: undefined };
  }
  const before = readText(file);
  if (sha256(before) !== (file === subject.file ? subject.textSha256 : textSha256)) throw failures.staleReport(file);
  return { path: realpathSync(file), text: applyEdits(before, edits ?? []), before };
}

/** The hash that ties a report to the text it speaks of. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

function rewriteOf(report: Report, strategy: string): Rewrite {
  const result = report.results.find((candidate) => candidate.strategy === strategy);
  if (result === undefined)
    throw failures.noSuchStrategy(
      strategy,
      report.results.map((candidate) => candidate.strategy),
    );
  if (result.rewrite === undefined) throw failures.noRewrite(strategy, report.subject.name);
  if (result.verdict === 'not-equivalent' || result.verdict === 'failed' || (result.equivalence?.cases ?? 0) === 0)
    throw failures.unsafeRewrite(strategy, report.subject.name);
  if (result.equivalence?.firstLook === true) throw failures.firstLookOnly(strategy, report.subject.name);
  return result.rewrite;
}

function readText(file: string): string {
  if (!existsSync(file)) throw failures.noSuchFile(file);
  const bytes = readFileSync(file);
  // Other bytes would come back as replacement characters.
  if (!isUtf8(bytes)) throw failures.notUtf8(file);
  return bytes.toString('utf8');
}

/**
 * Each text goes to a temporary neighbour first, so that a full disk leaves every file as it was; the renames come last, and are taken back when one
 * of them fails.
 */
function writeAllOrNothing(planned: readonly PlannedFile[]): void {
  const staged: { readonly from: string; readonly file: PlannedFile }[] = [];
  const placed: PlannedFile[] = [];
  let current = '';
  try {
    for (const file of planned) {
      current = file.path;
      mkdirSync(path.dirname(file.path), { recursive: true });
      const from = `${file.path}.${randomBytes(4).toString('hex')}.tmp`;
      staged.push({ from, file });
      const mode = file.before === undefined ? {} : { mode: statSync(file.path).mode };
      writeFileSync(from, file.text, { flag: 'wx', ...mode });
    }
    for (const { from, file } of staged) {
      current = file.path;
      renameSync(from, file.path);
      placed.push(file);
    }
  } catch (error) {
    for (const { from } of staged) rmSync(from, { force: true });
    for (const { path: file, before } of placed) {
      if (before === undefined) rmSync(file, { force: true });
      else writeFileSync(file, before);
    }
    throw failures.cannotWrite(current, error);
  }
}
