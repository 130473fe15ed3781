// How the whole text of a file becomes a list: what is done to it first, and where it is split. Both can be done piece by piece where a piece ends
// at a line feed: it belongs to what text is split at, and to no letter or word.
import ts from 'typescript';
import { outermost } from '../../source/ranges/expressions.ts';
import type { Subject } from '../../source/subject.ts';
import { callOf, followedOnce, methodName } from './line-chains.ts';

/** What ends a line: '\n', or '\n' with one '\r' before it that belongs to the end. */
export type LineEnd = 'lf' | 'crlf-or-lf';

/** Lines, or words between white space. */
export type SplitAt = LineEnd | 'white-space';

/** What is done to the whole text before it is split: each is done to a piece with the same result. */
export interface Prepared {
  readonly trim?: 'trim' | 'trimEnd';
  readonly letters?: 'toLowerCase' | 'toUpperCase';
}

/** The methods that a text goes through, and the text after them, where it is used once. */
export function preparedText(
  whole: ts.Expression,
  subject: Subject,
  needless: ts.VariableStatement[],
): { readonly use: ts.Expression; readonly prepared: Prepared; readonly second?: ts.Node } {
  let text = followedOnce(whole, subject, needless);
  let prepared: Prepared = {};
  while (text.second === undefined) {
    const call = callOf(text.use);
    const method = call === undefined ? undefined : methodName(call);
    if (call === undefined || call.arguments.length > 0) break;
    if ((method === 'trim' || method === 'trimEnd') && prepared.trim === undefined)
      prepared = { ...prepared, trim: method };
    else if ((method === 'toLowerCase' || method === 'toUpperCase') && prepared.letters === undefined)
      prepared = { ...prepared, letters: method };
    else break;
    text = followedOnce(outermost(call), subject, needless);
  }
  return { use: text.use, prepared, ...(text.second === undefined ? {} : { second: text.second }) };
}

export function methodCall(value: ts.Expression, name: string): ts.CallExpression | undefined {
  const call = callOf(value);
  return call !== undefined && methodName(call) === name ? call : undefined;
}

export function lineEndOf(separators: readonly ts.Expression[]): LineEnd | undefined {
  const at = splitAt(separators);
  return at === 'white-space' ? undefined : at;
}

/** For the arguments of `split`. */
export function splitAt([separator, ...more]: readonly ts.Expression[]): SplitAt | undefined {
  if (separator === undefined || more.length > 0) return undefined;
  if (ts.isStringLiteralLike(separator)) return separator.text === '\n' ? 'lf' : undefined;
  if (!ts.isRegularExpressionLiteral(separator)) return undefined;
  switch (/^\/(.*)\/[gmsu]*$/.exec(separator.text)?.[1]) {
    case String.raw`\n`:
      return 'lf';
    case String.raw`\r?\n`:
      return 'crlf-or-lf';
    case String.raw`\s+`:
      return 'white-space';
    default:
      return undefined;
  }
}
