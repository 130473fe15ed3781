// Turns what esbuild could not build into one sentence with file and line, and the next step.
import path from 'node:path';
import type { BuildFailure, Message } from 'esbuild';
import type { BuildOutcome } from './variant-builder.ts';

export type FailedBuild = Extract<BuildOutcome, { ok: false }>;

export interface FailureContext {
  readonly workingFolder: string;
  readonly subjectFile: string;
  /** `@bench` expressions with the 1-based line that each stands on in the text that was built. */
  readonly tags: readonly { readonly expression: string; readonly line: number }[];
  /** True when the text that did not build was written by Speedlens. */
  readonly isRewritten: boolean;
}

export function isBuildFailure(problem: unknown): problem is BuildFailure {
  return problem instanceof Error && Array.isArray((problem as Partial<BuildFailure>).errors);
}

export function describeBuildFailure(failure: BuildFailure, context: FailureContext): FailedBuild {
  const [first] = failure.errors;
  if (first === undefined)
    return { ok: false, message: failure.message, nextStep: 'Run again; if it stays, report it with this message.' };
  const tag = tagAt(first, context);
  if (tag !== undefined) {
    return {
      ok: false,
      message: `The @bench tag ${tag} is not a list of arguments in JavaScript: ${first.text}.`,
      nextStep: 'Write one argument list per tag, for example: @bench [[3, 1, 2], true]',
    };
  }
  const place = placeOf(first, context.workingFolder);
  const missing = /^Could not resolve "(.+)"/.exec(first.text)?.[1];
  if (missing !== undefined) {
    return {
      ok: false,
      message: `Cannot find the module "${missing}"${place === '' ? '' : `, imported at ${place}`}.`,
      nextStep: missing.startsWith('.')
        ? 'Mend the import, or run the step that generates the file.'
        : "Install the project's dependencies, or mend the import.",
    };
  }
  const more = failure.errors.length > 1 ? ` (and ${failure.errors.length - 1} more)` : '';
  return {
    ok: false,
    message: `${first.text.replace(/\.$/, '')}${place === '' ? '' : ` at ${place}`}${more}.`,
    nextStep: context.isRewritten
      ? 'The rewritten text does not build; the function itself is not affected.'
      : 'Mend this place so that the file can be built, and run again.',
  };
}

function tagAt(message: Message, context: FailureContext): string | undefined {
  const { location } = message;
  if (location === null || path.resolve(context.workingFolder, location.file) !== context.subjectFile) return undefined;
  return context.tags.find((tag) => tag.line === location.line)?.expression;
}

function placeOf({ location }: Message, workingFolder: string): string {
  if (location === null || location.file.startsWith('speedlens')) return '';
  return `${path.resolve(workingFolder, location.file)}:${location.line}`;
}
