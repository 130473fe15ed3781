// The subject once more, with types assumed for parameters that plain JavaScript leaves open: doc comments laid over the text in memory, so
// that every analysis sees what was observed. What follows from an assumption must be guarded at run time by whoever makes it.
import type ts from 'typescript';
import type { TextEdit } from '../../model/report.ts';
import { helpersFulfil, helperTypes, neverChanged } from './helper-types.ts';
import type { Subject } from './subject.ts';
import { subjectWithText } from './subject-with-text.ts';

export interface AssumedSubject {
  readonly subject: Subject;
  /** From a position in the assumed text back to the user's file. */
  restore<T extends { readonly line?: number; readonly column?: number }>(place: T): T;
  /** Edits of the assumed text as edits of the user's file. Undefined when one of them touches what was assumed. */
  restoreEdits(edits: readonly TextEdit[]): readonly TextEdit[] | undefined;
}

/** Of helpers that call helpers. */
const DEEPEST_HELPER = 3;

interface Insertion {
  readonly offset: number;
  readonly text: string;
  /** The doc comment in the text. */
  readonly comment: string;
}

/** Several strategies ask under the same types. */
const known = new WeakMap<Subject, Map<string, AssumedSubject | undefined>>();

/**
 * `types` holds type expressions by the parameter's index. Helpers of the file that are called with values whose types follow have them too.
 * Undefined when the text with them does not read as the same function.
 */
export function assumeParameterTypes(subject: Subject, types: ReadonlyMap<number, string>): AssumedSubject | undefined {
  const ofSubject = known.get(subject) ?? new Map<string, AssumedSubject | undefined>();
  known.set(subject, ofSubject);
  const key = JSON.stringify([...types]);
  if (!ofSubject.has(key)) ofSubject.set(key, assumeWithHelpers(subject, types));
  return ofSubject.get(key);
}

function assumeWithHelpers(subject: Subject, types: ReadonlyMap<number, string>): AssumedSubject | undefined {
  const own = [...types].flatMap(([index, type]) => {
    const parameter = subject.node.parameters[index];
    return parameter === undefined ? [] : [[parameter, type] as const];
  });
  const alone = assumeTypes(subject, new Map(own));
  let assumed = alone;
  for (let depth = 0; depth < DEEPEST_HELPER && assumed !== undefined; depth++) {
    const more = helperTypes(assumed.subject);
    if (more.size === 0) return assumed;
    const further = assumeOfHelpers(assumed.subject, more);
    if (further === undefined) return assumed;
    assumed = joined(assumed, further);
  }
  return assumed;
}

function assumeOfHelpers(
  subject: Subject,
  types: ReadonlyMap<ts.ParameterDeclaration, string>,
): AssumedSubject | undefined {
  for (const some of [types, neverChanged(types, subject)]) {
    const assumed = some.size === 0 ? undefined : assumeTypes(subject, some);
    if (assumed !== undefined && helpersFulfil(assumed.subject)) return assumed;
  }
  return undefined;
}

function joined(outer: AssumedSubject, inner: AssumedSubject): AssumedSubject {
  return {
    subject: inner.subject,
    restore: (place) => outer.restore(inner.restore(place)),
    restoreEdits: (edits) => {
      const restored = inner.restoreEdits(edits);
      return restored && outer.restoreEdits(restored);
    },
  };
}

function assumeTypes(
  subject: Subject,
  types: ReadonlyMap<ts.ParameterDeclaration, string>,
): AssumedSubject | undefined {
  const insertions = insertionsFor(subject, types);
  const text = insertInto(subject.text, insertions);
  const shift = (offset: number): number =>
    insertions.reduce((sum, one) => (one.offset <= offset ? sum + one.text.length : sum), offset);
  const start = subject.node.getStart(subject.sourceFile);
  const isBeforeParameter = insertions.some((one) => one.offset === start);
  const before = insertions.reduce((sum, one) => (one.offset < start ? sum + one.text.length : sum), start);
  const assumed = subjectWithText(subject, text, isBeforeParameter ? before : shift(start), shift(subject.node.end));
  if (assumed === undefined) return undefined;
  return {
    subject: assumed,
    restore(place) {
      const { line, column } = place;
      if (line === undefined || column === undefined) return place;
      const lineStart = subject.sourceFile.getPositionOfLineAndCharacter(line - 1, 0);
      let shifted = column;
      for (const one of insertions) {
        const inserted = subject.sourceFile.getLineAndCharacterOfPosition(one.offset);
        if (inserted.line === line - 1 && one.offset - lineStart + 1 < shifted) {
          shifted = Math.max(one.offset - lineStart + 1, shifted - one.text.length);
        }
      }
      return { ...place, column: shifted };
    },
    restoreEdits: (edits) => restoreEdits(edits, insertions),
  };
}

function restoreEdits(edits: readonly TextEdit[], insertions: readonly Insertion[]): readonly TextEdit[] | undefined {
  const inOrder = [...insertions].sort((a, b) => a.offset - b.offset);
  const restored: TextEdit[] = [];
  for (const { start, end, text } of edits) {
    let shift = 0;
    for (const { offset, text: inserted } of inOrder) {
      const from = offset + shift;
      if (end <= from) break;
      if (start < from + inserted.length) return undefined;
      shift += inserted.length;
    }
    // What was copied from the head of the function has the comments in it.
    const plain = insertions.reduce((sum, { comment }) => sum.replaceAll(comment, ''), text);
    restored.push({ start: start - shift, end: end - shift, text: plain });
  }
  return restored;
}

/** `/** @type {number} *\/ n`; a lone parameter without parentheses gets them. */
function insertionsFor(
  { text, sourceFile }: Subject,
  types: ReadonlyMap<ts.ParameterDeclaration, string>,
): readonly Insertion[] {
  return [...types].flatMap(([parameter, type]) => {
    const offset = parameter.getStart(sourceFile);
    const comment = `/** @type {${type}} */ `;
    const isBare = !text.slice(parameter.parent.getStart(sourceFile), parameter.end).includes('(');
    if (!isBare) return [{ offset, text: comment, comment }];
    return [
      { offset, text: `(${comment}`, comment },
      { offset: parameter.end, text: ')', comment },
    ];
  });
}

function insertInto(text: string, insertions: readonly Insertion[]): string {
  let result = text;
  for (const { offset, text: inserted } of [...insertions].sort((a, b) => b.offset - a.offset)) {
    result = result.slice(0, offset) + inserted + result.slice(offset);
  }
  return result;
}
