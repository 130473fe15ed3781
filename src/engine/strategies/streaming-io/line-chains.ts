// The array methods between `split` and what finally becomes of the lines: `.slice(1)`, `.filter(...)`, `.map(...)` and `.flatMap(...)`, which give
// for each piece of a file what they give for the whole of it.
import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import { hasLongText } from '../../source/generated-text.ts';
import { indentAt } from '../../source/insertion-places.ts';
import { bare, outermost } from '../../source/ranges/expressions.ts';
import { reasonFor } from '../../source/reason-at.ts';
import type { Subject } from '../../source/subject.ts';
import { type ChainCallback, chainCallback } from './chain-callbacks.ts';
import { usesOf } from './local-uses.ts';
import { isThere } from './never-throws.ts';

export interface Chain {
  /** The value that the last of the steps gives, with parentheses; the lines themselves where there is none. */
  readonly end: ts.Expression;
  /** The calls of the steps after `.slice(1)`. */
  readonly steps: readonly ts.CallExpression[];
  readonly callbacks: readonly ChainCallback[];
  /** The first line is left out. */
  readonly skipsFirst: boolean;
  /** The first step asks for the number of the line as well: `.map((line, i) => ...)`. */
  readonly isNumbered?: boolean;
  /** What the lines were called, if anything. */
  readonly listName?: string;
  /** What the steps made of them was called. */
  readonly valueName?: string;
  /** More uses of the value than one. */
  readonly second?: ts.Node;
}

/** Declarations of values that are used once are added to `needless`. */
export function chainAfter(lines: ts.Expression, subject: Subject, needless: ts.VariableStatement[]): Chain | Reason {
  const steps: ts.CallExpression[] = [];
  const callbacks: ChainCallback[] = [];
  let skipsFirst = false;
  let listName: string | undefined;
  let valueName: string | undefined;
  let value = outermost(lines);
  for (;;) {
    const followed = followedOnce(value, subject, needless);
    if (steps.length === 0) listName ??= followed.name;
    else valueName = followed.name;
    const named = {
      ...(listName === undefined ? {} : { listName }),
      ...(valueName === undefined ? {} : { valueName }),
      ...(steps.slice(0, 1).some(asksForNumber) ? { isNumbered: true } : {}),
    };
    if (followed.second !== undefined) {
      return { end: value, steps, callbacks, skipsFirst, ...named, second: followed.second };
    }
    value = followed.use;
    const call = callOf(value);
    const method = call === undefined ? undefined : methodName(call);
    if (call === undefined || !['slice', 'filter', 'map', 'flatMap'].includes(method ?? '')) {
      return { end: value, steps, callbacks, skipsFirst, ...named };
    }
    if (method === 'slice') {
      const isAfterFirst = call.arguments.length === 1 && call.arguments[0]?.getText() === '1';
      if (!isAfterFirst || steps.length > 0 || skipsFirst) {
        return reasonFor(call, 'S1', 'Which lines are left out cannot be told piece by piece.', unlockOf(call));
      }
      skipsFirst = true;
    } else {
      const callback = onlyCallback(call, steps, subject);
      if (callback === undefined) return unclearCallback(call);
      callbacks.push(callback);
      steps.push(call);
    }
    value = outermost(call);
  }
}

/** `slice(-10)` wants the end of the file, which can be read without what is before it. */
function unlockOf(slice: ts.CallExpression): string {
  const [from, ...more] = slice.arguments;
  return from !== undefined && ts.isPrefixUnaryExpression(from) && more.length === 0
    ? 'Read the last bytes of the file by `read` at a position, and more of them where they hold too few lines.'
    : 'Leave out no more than the first line, with `.slice(1)` right after `split`.';
}

/** The one argument of a call after some steps, as a function that looks at nothing but the item. */
export function onlyCallback(
  call: ts.CallExpression,
  steps: readonly ts.CallExpression[],
  subject: Subject,
): ChainCallback | undefined {
  const [given, ...more] = call.arguments;
  if (given === undefined || more.length > 0) return undefined;
  // Later steps have numbers of their own: of what is left by then.
  const isNumbered = steps.length === 0 && asksForNumber(call);
  return chainCallback(given, { takes: 1, isGivenLines: areThere(steps, subject), isNumbered }, subject);
}

function asksForNumber(call: ts.CallExpression): boolean {
  const method = methodName(call);
  const callback = call.arguments[0] === undefined ? undefined : bare(call.arguments[0]);
  const isStep = ['map', 'filter', 'flatMap'].includes(method);
  return isStep && callback !== undefined && ts.isArrowFunction(callback) && callback.parameters.length === 2;
}

/** Filters leave lines what they are, and some functions make a text or a list of a line whatever it is. */
function areThere(steps: readonly ts.CallExpression[], { checker }: Subject): boolean {
  return steps.every((call) => {
    if (methodName(call) === 'filter') return true;
    // What is in the lists that it puts together is not known.
    if (methodName(call) === 'flatMap') return false;
    const callback = call.arguments[0] === undefined ? undefined : bare(call.arguments[0]);
    if (callback === undefined || !ts.isArrowFunction(callback) || ts.isBlock(callback.body)) return false;
    return isThere(callback.body, { checker, certain: callback });
  });
}

export function unclearCallback(call: ts.CallExpression): Reason {
  return reasonFor(
    call.arguments[0] ?? call,
    'S1',
    'The function may use the number of a line or the whole list, or its code is not known.',
    'Write it out, with the line as its only parameter.',
  );
}

interface FollowedOnce {
  readonly use: ts.Expression;
  readonly name?: string;
  readonly second?: ts.Node;
}

/** Where a value goes: through a variable that is used once, or straight on. */
export function followedOnce(value: ts.Expression, subject: Subject, needless: ts.VariableStatement[]): FollowedOnce {
  const declaration = value.parent;
  if (!ts.isVariableDeclaration(declaration) || !ts.isIdentifier(declaration.name)) return { use: value };
  const name = declaration.name.text;
  const statement = declaration.parent.parent;
  const isAlone = ts.isVariableStatement(statement) && statement.declarationList.declarations.length === 1;
  const [use, second] = usesOf(declaration.name, subject);
  if (!isAlone || use === undefined) return { use: value, name, second: declaration };
  if (second !== undefined) return { use: value, name, second };
  needless.push(statement);
  return { use: outermost(use), name };
}

/** The call of a method of a value. */
export function callOf(value: ts.Expression): ts.CallExpression | undefined {
  const access = value.parent;
  if (!ts.isPropertyAccessExpression(access) || access.expression !== value || access.questionDotToken !== undefined) {
    return undefined;
  }
  const call = access.parent;
  return ts.isCallExpression(call) && call.expression === access && call.questionDotToken === undefined
    ? call
    : undefined;
}

export function methodName(call: ts.CallExpression): string {
  return ts.isPropertyAccessExpression(call.expression) ? call.expression.name.text : '';
}

type Step = ts.CallExpression | ts.PropertyAccessExpression;

/** `.filter(...).map(...)` as the user wrote it, on one line where that is short; `last` may change the text of the last one. */
export function stepsText(
  steps: readonly Step[],
  indent: string,
  subject: Subject,
  last = (text: string): string => text,
): string {
  const { style } = subject;
  const print = (own: string): readonly string[] =>
    steps.map((step, index) => {
      const text = stepText(step, own, subject);
      return index === steps.length - 1 ? last(text) : text;
    });
  const line = print(indent).join('');
  if (steps.length < 2 || (line.length <= 60 && !line.includes('\n'))) return line;
  return print(indent + style.indent)
    .map((text) => `\n${indent}${style.indent}${text}`)
    .join('');
}

/** From the dot on, for a line of another indentation. */
function stepText(step: Step, indent: string, subject: Subject): string {
  const { text, sourceFile } = subject;
  const access = ts.isCallExpression(step) ? step.expression : step;
  const start = (ts.isPropertyAccessExpression(access) ? access.name : access).getStart(sourceFile);
  const written = `.${text.slice(start, step.end)}`;
  return hasLongText(step) ? written : written.replaceAll(`\n${indentAt(start, text)}`, `\n${indent}`);
}
