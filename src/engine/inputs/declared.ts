// Inputs that the user has written: an inputs module beside the source (or named by the user), or `@bench` tags on the function.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { failures } from '../failures.ts';
import type { Subject } from '../source/subject.ts';
import { benchTags } from './bench-tags.ts';
import { discoverInputsModule } from './inputs-file-name.ts';
import type { InputsModule } from './inputs-module.ts';
import { outlineInputsModule } from './inputs-module-keys.ts';

export interface DeclaredInputs {
  readonly inputs: InputsModule | undefined;
  /** What to say about a module that has nothing for this function. */
  readonly notes: readonly string[];
}

/** Throws a SpeedlensFailure for a named module that does not exist, a module with a syntax error, or a tag that is not a list. */
export function declaredInputs(subject: Subject, named: string | undefined): DeclaredInputs {
  if (named !== undefined && !existsSync(named)) throw failures.noSuchInputsModule(named);
  const file = named ?? discoverInputsModule(subject.file);
  const tags = benchTags(subject);
  if (file !== undefined) {
    const shown = path.basename(file);
    const key = entryFor(subject, file);
    if (key !== undefined) {
      const unused =
        tags.length > 0
          ? [`The @bench tags of ${subject.listing.name} were not used, because ${shown} has an entry for it.`]
          : [];
      const notes = [`Inputs were declared in ${shown}, entry ${key}.`, ...unused];
      return { inputs: { origin: 'declared', notes, source: { kind: 'file', path: file, key } }, notes: [] };
    }
    if (named !== undefined) throw failures.noInputsEntry(named, subject.listing.name);
    const absent = `${shown} has no entry for ${subject.listing.name}.`;
    return tags.length > 0 ? { inputs: fromTags(tags, [absent]), notes: [] } : { inputs: undefined, notes: [absent] };
  }
  return { inputs: tags.length > 0 ? fromTags(tags, []) : undefined, notes: [] };
}

function fromTags(expressions: readonly string[], notes: readonly string[]): InputsModule {
  const first = `Inputs were declared in ${expressions.length === 1 ? 'a @bench tag' : `${expressions.length} @bench tags`}.`;
  return { origin: 'declared', notes: [first, ...notes], source: { kind: 'bench-tags', expressions } };
}

/** The key under which the module has inputs for the subject; undefined when it has none. */
function entryFor(subject: Subject, file: string): string | undefined {
  const outline = outlineInputsModule(file, readFileSync(file, 'utf8'));
  if (outline.syntaxError !== undefined)
    throw failures.syntaxError(file, outline.syntaxError.line, outline.syntaxError.message);
  const [first, ...others] = keysFor(subject);
  // A module whose keys cannot be read is trusted: the run says what it has when the entry is missing.
  return (
    [first, ...others].find((key) => outline.keys.has(key)) ?? (outline.isComplete ? undefined : subject.listing.name)
  );
}

/** Keys that mean this function, the most exact first: lines tell functions of the same name apart. */
export function keysFor(subject: Subject): readonly [string, ...string[]] {
  const { listing, sourceFile } = subject;
  const startLine = sourceFile.getLineAndCharacterOfPosition(listing.start).line + 1;
  return [`line:${listing.line}`, `line:${startLine}`, listing.name];
}
