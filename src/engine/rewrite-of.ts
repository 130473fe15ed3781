// A candidate as the report shows it: files, dependencies, the diff for reading.
import path from 'node:path';
import type { Rewrite } from '../model/report.ts';
import { applyEdits } from './source/edits.ts';
import type { Subject } from './source/subject.ts';
import { unifiedDiff } from './source/unified-diff.ts';
import type { Candidate } from './strategies/strategy.ts';

export function rewriteOf(subject: Subject, candidate: Candidate): Rewrite {
  const diffs = candidate.files.map((file) => {
    const shown = path.relative(subject.project.packageFolder, file.path).replaceAll('\\', '/');
    return file.newText === undefined
      ? unifiedDiff(shown, subject.text, applyEdits(subject.text, file.edits ?? []))
      : unifiedDiff(shown, undefined, file.newText);
  });
  return {
    signature: candidate.signature,
    files: candidate.files,
    dependencies: candidate.dependencies,
    diff: diffs.join('').trimEnd(),
  };
}
