// The type gate: a rewrite adds no diagnostic under the user's own tsconfig. What an uninstalled dependency of the rewrite causes is not one.

import type { AddedDiagnostic } from './source/project.ts';
import { textAfter } from './source/rewritten-texts.ts';
import type { Subject } from './source/subject.ts';
import type { Candidate } from './strategies/strategy.ts';

/** Cannot find the module, under any resolution; or there are no types for it. */
const aboutMissingModules: ReadonlySet<number> = new Set([2307, 2792, 2834, 2835, 7016]);
/** Cannot find the name; do you need to install type definitions for Node? */
const aboutMissingNodeTypes: ReadonlySet<number> = new Set([2580, 2591]);
/** Declared, but its value is never read; declared, but never used. */
const aboutUnusedNames: ReadonlySet<number> = new Set([6133, 6196]);

/** What of Node a diagnostic misses the types of: 'node:os', 'process'. Undefined where it is about something else. */
export function missingOfNode({ code, message }: AddedDiagnostic): string | undefined {
  if (aboutMissingNodeTypes.has(code)) return /'([^']+)'/.exec(message)?.[1];
  return aboutMissingModules.has(code) ? /'(node:[\w/]+)'/.exec(message)?.[1] : undefined;
}

/** The name that a diagnostic calls unused. */
export function unusedNameOf({ code, message }: AddedDiagnostic): string | undefined {
  return aboutUnusedNames.has(code) ? /'([^']+)'/.exec(message)?.[1] : undefined;
}

export function diagnosticsOf(subject: Subject, candidate: Candidate): readonly AddedDiagnostic[] {
  const changes = new Map(candidate.files.map((file) => [file.path, textAfter(subject, file)]));
  const dependencies = Object.keys(candidate.dependencies);
  const isAboutDependency = ({ code, message }: AddedDiagnostic) =>
    aboutMissingModules.has(code) &&
    dependencies.some((name) => message.includes(`'${name}'`) || message.includes(`'${name}/`));
  return subject.project.diagnosticsAddedBy(changes).filter((diagnostic) => !isAboutDependency(diagnostic));
}
