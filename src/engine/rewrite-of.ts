// A candidate as the report shows it: files, dependencies, the diff for reading.
import path from 'node:path';
import type { Rewrite } from '../model/report.ts';
import { sha256 } from './apply-rewrite.ts';
import { textAfter, textBefore } from './source/rewritten-texts.ts';
import type { Subject } from './source/subject.ts';
import { unifiedDiff } from './source/unified-diff.ts';
import type { Candidate } from './strategies/strategy.ts';

export function rewriteOf(subject: Subject, candidate: Candidate): Rewrite {
  const diffs = candidate.files.map((file) => {
    const shown = path.relative(subject.project.packageFolder, file.path).replaceAll('\\', '/');
    return unifiedDiff(shown, textBefore(subject, file), textAfter(subject, file));
  });
  const files = candidate.files.map((file) => {
    const before = file.path === subject.file ? undefined : textBefore(subject, file);
    return before === undefined ? file : { ...file, textSha256: sha256(before) };
  });
  return {
    signature: candidate.signature,
    files,
    ...(candidate.callersFollow === undefined ? {} : { callersFollow: candidate.callersFollow }),
    dependencies: candidate.dependencies,
    diff: diffs.join('').trimEnd(),
  };
}
