// Copies by `JSON.parse(JSON.stringify(value))` made part by part. No type tells what JSON makes of a value, so the copy asks each part at run time:
// plain data are copied as JSON would write and read them, anything else (a class, `toJSON`, a circle) goes through JSON as before. It is the same
// for every value, so nothing is proven here; whether it is faster is measured, for objects with thousands of different keys it is not.
import ts from 'typescript';
import { editFile } from '../../source/edits.ts';
import { topLevelStatement } from '../../source/insertion-places.ts';
import { freshName } from '../../source/names.ts';
import type { Subject } from '../../source/subject.ts';
import { inPlaceCandidate } from '../in-place-candidate.ts';
import type { Candidate } from '../strategy.ts';
import { copiedValue, type RoundTrip } from './json-round-trip.ts';
import { inStyle } from './text-of-rewrite.ts';

export function jsonCopy(roundTrips: readonly RoundTrip[], subject: Subject): Candidate {
  const { sourceFile, node } = subject;
  const copy = freshName(subject, 'jsonCopy');
  const edit = editFile(subject);
  for (const { call, value } of roundTrips) edit.replace(call, `${copy}(${value.getText(sourceFile)})`);
  const printed = helper(copy, freshName(subject, 'jsonCopyOfPart'), subject);
  edit.insertLinesAfter(topLevelStatement(node), `\n${inStyle(printed, subject)}`);
  return inPlaceCandidate(edit.rewrittenFile(), {
    strategy: 'streaming-io',
    variant: 'json-copy',
    summary: `Copies ${copiedValue(roundTrips[0])} part by part instead of making a text of it that is parsed again.`,
    caveats: [
      {
        code: 'S10',
        message:
          'The copy holds for any value, so it asks each part what it is. Where every field is known for certain, a copy by hand, as in `{ ...value, list: [...value.list] }`, takes a fraction of its time.',
      },
    ],
  });
}

function helper(copy: string, part: string, { style }: Subject): string {
  const typed = (type: string): string => (style.isTypeScript ? `: ${type}` : '');
  const as = (value: string, type: string): string => (style.isTypeScript ? `(${value} as ${type})` : value);
  return `/** What \`JSON.parse(JSON.stringify(value))\` gives, made part by part in place of a text that is parsed again. */
function ${copy}(value${typed('unknown')})${typed('ReturnType<typeof JSON.parse>')} {
  try {
    const copy = ${part}(value, '', 0);
    if (copy !== undefined) return copy;
  } catch {
    // Data in a circle, for example: the error comes from JSON itself.
  }
  return JSON.parse(JSON.stringify(value));
}

function ${part}(value${typed('unknown')}, key${typed('string | number')}, depth${typed('number')})${typed('unknown')} {
  if (value === undefined || value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  // JSON has no NaN, no infinity and no -0.
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : null;
  if (typeof value === 'object' && depth < 100 && !('toJSON' in value)) {
    if (Array.isArray(value)) {
      const copy${typed('unknown[]')} = [];
      for (let i = 0, { length } = value; i < length; i++) copy.push(${part}(value[i], i, depth + 1) ?? null);
      return copy;
    }
    const names = Object.keys(value);
    if (Object.getPrototypeOf(value) === Object.prototype && !names.includes('__proto__')) {
      const copy${typed('Record<string, unknown>')} = {};
      for (const name of names) {
        const field = ${part}(${as('value', 'Record<string, unknown>')}[name], name, depth + 1);
        if (field !== undefined) copy[name] = field;
      }
      return copy;
    }
  }
  // Not plain data: JSON says what becomes of it, or leaves it out.
  const text = JSON.stringify({ [key]: value });
  return text === '{}' ? undefined : JSON.parse(text)[key];
}`;
}

/** For literal data, of which JSON keeps everything. */
export function structuredCopy({ call, value }: RoundTrip, subject: Subject): Candidate {
  const edit = editFile(subject);
  const shown = value.getText(subject.sourceFile);
  edit.replace(call, asAny(call, value, `structuredClone(${shown})`, subject));
  return inPlaceCandidate(edit.rewrittenFile(), {
    strategy: 'streaming-io',
    variant: 'structured-clone',
    summary: `Copies ${shown} by \`structuredClone\`: JSON keeps all that is in it.`,
    caveats: [],
  });
}

/** What JSON gives may be called anything; what `structuredClone` gives is of the constant's type, which may be too narrow for that. */
function asAny({ parent }: ts.CallExpression, value: ts.Expression, text: string, { checker }: Subject): string {
  if (!ts.isAsExpression(parent)) return text;
  const [has, said] = [checker.getTypeAtLocation(value), checker.getTypeFromTypeNode(parent.type)];
  const isRelated = checker.isTypeAssignableTo(has, said) || checker.isTypeAssignableTo(said, has);
  return isRelated ? text : `${text} as unknown`;
}
