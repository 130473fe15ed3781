// A candidate that was proposed on another text of the subject's file, told as one edit of the file as it stands.
import { applyEdits, editBetween } from '../source/edits.ts';
import type { Subject } from '../source/subject.ts';
import type { Candidate } from './strategy.ts';

export function candidateOfOriginal(candidate: Candidate, written: Subject, original: Subject): Candidate {
  const [file, ...others] = candidate.files;
  const edit = editBetween(original.text, applyEdits(written.text, file?.edits ?? []));
  return { ...candidate, files: [{ path: original.file, edits: [edit] }, ...others] };
}
