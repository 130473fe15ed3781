// Writes a suggested rewrite to disk for the command line: only when the file is still the one that was benchmarked, all files or none.
// The editor applies through its own workspace edit instead, as one undo step.
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Report, Rewrite } from '../model/report.ts';
import { failures } from './failures.ts';
import { applyEdits } from './source/edits.ts';

export interface AppliedRewrite {
  readonly changed: readonly string[];
  readonly created: readonly string[];
  /** npm packages that the rewritten code imports, name to range. */
  readonly dependencies: Readonly<Record<string, string>>;
}

/** Throws SpeedlensFailure when there is no such rewrite, the file changed since, or a new file is already there; nothing is written then. */
export function applyRewrite(report: Report, strategy: string): AppliedRewrite {
  const rewrite = rewriteOf(report, strategy);
  const planned = rewrite.files.map((file) => {
    if (file.newText !== undefined) {
      if (existsSync(file.path)) throw failures.newFileExists(file.path);
      return { path: file.path, text: file.newText, isNew: true };
    }
    const before = readText(file.path);
    if (file.path === report.subject.file && sha256(before) !== report.subject.textSha256)
      throw failures.staleReport(file.path);
    return { path: file.path, text: applyEdits(before, file.edits ?? []), isNew: false };
  });
  writeAllOrNothing(planned);
  return {
    changed: planned.filter((file) => !file.isNew).map((file) => file.path),
    created: planned.filter((file) => file.isNew).map((file) => file.path),
    dependencies: rewrite.dependencies,
  };
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
  return readFileSync(file, 'utf8');
}

/** Each text goes to a temporary neighbour first; the renames come last, so that a full disk leaves every file as it was. */
function writeAllOrNothing(
  planned: readonly { readonly path: string; readonly text: string; readonly isNew: boolean }[],
): void {
  const staged: { from: string; to: string }[] = [];
  try {
    for (const file of planned) {
      mkdirSync(path.dirname(file.path), { recursive: true });
      const from = `${file.path}.${randomBytes(4).toString('hex')}.tmp`;
      staged.push({ from, to: file.path });
      writeFileSync(from, file.text, { flag: 'wx', ...(file.isNew ? {} : { mode: statSync(file.path).mode }) });
    }
  } catch (error) {
    for (const { from } of staged) rmSync(from, { force: true });
    throw failures.cannotWrite(planned[0]?.path ?? '', error);
  }
  for (const { from, to } of staged) renameSync(from, to);
}
