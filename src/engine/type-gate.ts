// The type gate: a rewrite adds no diagnostic under the user's own tsconfig. What an uninstalled dependency of the rewrite causes is not one.
import { applyEdits } from './source/edits.ts';
import type { AddedDiagnostic } from './source/project.ts';
import type { Subject } from './source/subject.ts';
import type { Candidate } from './strategies/strategy.ts';

export function diagnosticsOf(subject: Subject, candidate: Candidate): readonly AddedDiagnostic[] {
  const changes = new Map(
    candidate.files.map((file) => [file.path, file.newText ?? applyEdits(subject.text, file.edits ?? [])]),
  );
  const dependencies = Object.keys(candidate.dependencies);
  const isAboutDependency = (diagnostic: AddedDiagnostic) =>
    dependencies.some((name) => diagnostic.message.includes(`'${name}'`));
  return subject.project.diagnosticsAddedBy(changes).filter((diagnostic) => !isAboutDependency(diagnostic));
}
