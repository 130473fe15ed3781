// The texts that a variant is built from: the subject's file as it stands, rewritten by a candidate, or replaced as a whole.
import { textAfter } from '../source/rewritten-texts.ts';
import type { BuildRequest } from './variant-builder.ts';

/** Absolute path to whole text. The subject's file is always among them. */
export function editedFiles({ subject, candidate, textOverride }: BuildRequest): Map<string, string> {
  const texts = new Map([[subject.file, textOverride ?? subject.text]]);
  for (const file of candidate?.files ?? []) texts.set(file.path, textAfter(subject, file));
  return texts;
}
