// The texts that a variant is built from: the subject's file as it stands, rewritten by a candidate, or replaced as a whole.
import { readFileSync } from 'node:fs';
import type { RewrittenFile } from '../../model/report.ts';
import type { BuildRequest } from './variant-builder.ts';

/** Absolute path to whole text. The subject's file is always among them. */
export function editedFiles(request: BuildRequest): Map<string, string> {
  const { subject, candidate } = request;
  const texts = new Map([[subject.file, request.textOverride ?? subject.text]]);
  for (const file of candidate?.files ?? []) {
    const before = file.path === subject.file ? subject.text : undefined;
    texts.set(file.path, textAfter(file, before));
  }
  return texts;
}

function textAfter(file: RewrittenFile, before: string | undefined): string {
  if (file.newText !== undefined) return file.newText;
  const text = before ?? readFileSync(file.path, 'utf8');
  // Edits are ascending and do not overlap, so the last one is applied first and offsets stay true.
  return (file.edits ?? []).reduceRight(
    (current, edit) => current.slice(0, edit.start) + edit.text + current.slice(edit.end),
    text,
  );
}
