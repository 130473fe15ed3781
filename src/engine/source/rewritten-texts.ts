// The files of a rewrite as whole texts. Those that it edits are as they were read for this run: the subject's file, and files that import it.
import type { RewrittenFile } from '../../model/report.ts';
import { applyEdits } from './edits.ts';
import type { Subject } from './subject.ts';

/** Undefined for a file that the rewrite creates. */
export function textBefore({ file, text, project }: Subject, { path, newText }: RewrittenFile): string | undefined {
  if (newText !== undefined) return undefined;
  const before = path === file ? text : project.importers().texts.get(path);
  if (before === undefined) throw new Error(`A rewrite edits ${path}, which does not import the subject's file.`);
  return before;
}

export function textAfter(subject: Subject, file: RewrittenFile): string {
  return file.newText ?? applyEdits(textBefore(subject, file) ?? '', file.edits ?? []);
}
