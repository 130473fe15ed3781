// Finds reads and writes that block in a function that is asynchronous anyway. Waiting for them instead lets other code run in between, so there must
// be nothing that such code could see or change: no state shared with others, nothing of the caller's that is looked at later. Writes have more to
// ask (blocking-writes.ts).
import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import type { Effects } from '../../source/effects.ts';
import { isWriteTarget } from '../../source/effects-references.ts';
import { type FileCall, fileCallsIn } from '../../source/file-calls.ts';
import { isLibrary } from '../../source/library-symbols.ts';
import { isPrimitiveType } from '../../source/primitive-types.ts';
import { isInside } from '../../source/ranges/expressions.ts';
import { reasonFor } from '../../source/reason-at.ts';
import type { Subject } from '../../source/subject.ts';
import { onlyLooks, whyNotWritten, writingTwins } from './blocking-writes.ts';
import { isText, usesOf } from './local-uses.ts';
import { effectsWithin } from './loop-effects.ts';
import { loopAround } from './loop-places.ts';

export interface BlockingReads {
  /** In source order. */
  readonly calls: readonly [FileCall, ...FileCall[]];
  readonly writes: boolean;
  /** Lists of the caller that a loop goes through: they are copied, for the caller may change them while the function waits. */
  readonly copied: readonly ts.Identifier[];
}

export type BlockingReadsAnswer =
  | { readonly ok: true; readonly site: BlockingReads }
  | { readonly ok: false; readonly reason: Reason };

/** The functions of `fs/promises` that do the same, errors included; `realpath` for one gives another error. */
const readingTwins: ReadonlyMap<string, string> = new Map([
  ['readFileSync', 'readFile'],
  ['readdirSync', 'readdir'],
  ['statSync', 'stat'],
  ['lstatSync', 'lstat'],
  ['readlinkSync', 'readlink'],
]);

export function twinOf(name: string): string | undefined {
  return readingTwins.get(name) ?? writingTwins.get(name);
}

/** Undefined when no asynchronous function reads or writes in this way. */
export function blockingReadsOf(subject: Subject, effects: Effects): BlockingReadsAnswer | undefined {
  const { node } = subject;
  const isAsync = node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) === true;
  const isGenerator = 'asteriskToken' in node && node.asteriskToken !== undefined;
  if (!isAsync || isGenerator) return undefined;
  const calls = fileCallsIn(subject);
  const [first, ...more] = calls.filter(({ name, isPromise }) => !isPromise && twinOf(name) !== undefined);
  if (first === undefined) {
    const reason = calls.some(({ name }) => name === 'appendFileSync') ? whyNotWritten(calls, subject) : undefined;
    return reason && { ok: false, reason };
  }
  const blocking: BlockingReads['calls'] = [first, ...more];
  const reason = whyNotWaitedFor(blocking, calls, subject, effects);
  if (reason !== undefined) return { ok: false, reason };
  const copied: ts.Identifier[] = [];
  for (const parameter of node.parameters) {
    const changing = whatMayChange(parameter.name, first, subject, copied);
    if (changing !== undefined) {
      const message = `The caller could change \`${changing.text}\` while the function waits.`;
      const unlock = 'Copy what is needed of it into constants first.';
      return { ok: false, reason: reasonFor(changing, 'S6', message, unlock) };
    }
  }
  return { ok: true, site: { calls: blocking, writes: calls.some(isWrite), copied } };
}

function isWrite({ name }: FileCall): boolean {
  return !onlyLooks.test(name);
}

function whyNotWaitedFor(
  blocking: readonly FileCall[],
  calls: readonly FileCall[],
  subject: Subject,
  effects: Effects,
): Reason | undefined {
  for (const one of blocking) {
    const { call } = one;
    const [file, ...options] = call.arguments;
    if (ts.findAncestor(call, ts.isFunctionLike) !== subject.node || ts.findAncestor(call, ts.isParameter)) {
      const message = `It is ${isWrite(one) ? 'written' : 'read'} where nothing can be waited for.`;
      return reasonFor(call, 'S6', message, 'Do it in a `for...of` loop of the function itself.');
    }
    if (file === undefined || !isText(file, subject.checker)) {
      return reasonFor(call, 'S2', 'The file is not named by a string.', 'Pass the path as a string.');
    }
    const other = isWrite(one) ? undefined : options.find((option) => !isPlainOption(option));
    if (other !== undefined)
      return reasonFor(other, 'S2', 'What the options of the read do is not plain.', "Pass 'utf8'.");
  }
  const writing = calls.some(isWrite) ? whyNotWritten(calls, subject) : undefined;
  if (writing !== undefined) return writing;
  // What the first call is given is told before anything is waited for; what others are given, after it.
  const without = calls.map(({ call }, index) =>
    index === 0 && loopAround(call, subject.node) === undefined ? call : call.expression,
  );
  const shared = effectsWithin(subject.node, subject, effects, without).find(
    ({ kind }) => kind !== 'may-throw' && kind !== 'awaits',
  );
  if (shared === undefined) return undefined;
  return {
    code: 'S6',
    message: `It ${shared.message}, and other code could run between that and a read that is waited for.`,
    line: shared.line,
    column: shared.column,
    unlock: 'Read the files in a function that does nothing else.',
  };
}

/** Encodings, and `{ withFileTypes: true }`. */
function isPlainOption(option: ts.Expression): boolean {
  if (ts.isStringLiteral(option)) return true;
  if (!ts.isObjectLiteralExpression(option)) return false;
  return option.properties.every((property) => {
    if (!ts.isPropertyAssignment(property) || !ts.isIdentifier(property.name)) return false;
    const { text } = property.name;
    if (text === 'encoding') return ts.isStringLiteral(property.initializer);
    return text === 'withFileTypes' && property.initializer.kind === ts.SyntaxKind.TrueKeyword;
  });
}

/** A use of what the caller gave that may come to see a change; lists that loops begin with are put into `copied` instead. */
function whatMayChange(
  name: ts.BindingName,
  first: FileCall,
  subject: Subject,
  copied: ts.Identifier[],
): ts.Identifier | undefined {
  const { checker } = subject;
  if (!ts.isIdentifier(name)) {
    for (const element of name.elements) {
      const changing = ts.isBindingElement(element) ? whatMayChange(element.name, first, subject, copied) : undefined;
      if (changing !== undefined) return changing;
    }
    return undefined;
  }
  if (isPrimitiveType(checker.getTypeAtLocation(name))) return undefined;
  for (const use of usesOf(name, subject)) {
    const { parent } = use;
    if (ts.isParameter(parent) || ts.isBindingElement(parent)) return use;
    // Whatever is found before the first pause is what the caller gave.
    const isBefore = use.end <= first.call.end && loopAround(use, subject.node) === undefined;
    let value: ts.Node = use;
    while (
      (ts.isPropertyAccessExpression(value.parent) || ts.isElementAccessExpression(value.parent)) &&
      value.parent.expression === value
    ) {
      value = value.parent;
    }
    if (isBefore && (isPrimitiveType(checker.getTypeAtLocation(value)) || becomesText(withoutMethod(value), checker)))
      continue;
    if (ts.isForOfStatement(parent) && parent.expression === use && isOnceAtTheStart(parent, first, subject)) {
      const item = checker.getIndexTypeOfType(checker.getTypeAtLocation(use), ts.IndexKind.Number);
      if (item !== undefined && isPrimitiveType(item)) {
        copied.push(use);
        continue;
      }
    }
    return use;
  }
  return undefined;
}

/** Of `data.rows.map(...)` only `data.rows` is a value of the caller's. */
function withoutMethod(value: ts.Node): ts.Node {
  const isCalled = ts.isCallExpression(value.parent) && value.parent.expression === value;
  return isCalled && ts.isPropertyAccessExpression(value) ? value.expression : value;
}

/** `JSON.stringify(data)`, `rows.map((row) => row.name).join()`: all that is in it is looked at where this stands, and nothing of it is kept. */
function becomesText(value: ts.Node, checker: ts.TypeChecker): boolean {
  const { parent } = value;
  if (ts.isCallExpression(parent)) {
    const isJson = parent.arguments[0] === value && parent.expression.getText() === 'JSON.stringify';
    return (
      isJson && isLibrary(checker.getSymbolAtLocation(parent.expression)) && parent.arguments.slice(1).every(isLiteral)
    );
  }
  const call = ts.isPropertyAccessExpression(parent) && parent.expression === value ? parent.parent : undefined;
  if (call === undefined || !ts.isCallExpression(call) || call.expression !== parent) return false;
  if (!ts.isPropertyAccessExpression(parent) || !isLibrary(checker.getSymbolAtLocation(parent.name))) return false;
  if (!call.arguments.every((argument) => isLiteral(argument) || isPlainFunction(argument))) return false;
  if (parent.name.text === 'join') return true;
  return ['map', 'filter', 'slice'].includes(parent.name.text) && becomesText(call, checker);
}

function isLiteral(node: ts.Node): boolean {
  return ts.isLiteralExpression(node) || node.kind === ts.SyntaxKind.NullKeyword;
}

/** One expression that assigns nothing, and calls no method of anything that it was not given: that could keep what it is given. */
function isPlainFunction(node: ts.Node): boolean {
  if (!ts.isArrowFunction(node) || ts.isBlock(node.body)) return false;
  const given = new Set(node.parameters.map(({ name }) => name.getText()));
  const isPlain = (part: ts.Node): boolean => {
    if (isWriteTarget(part)) return false;
    if (ts.isCallExpression(part) && !given.has(/^\w+/.exec(part.expression.getText())?.[0] ?? '')) return false;
    return ts.forEachChild(part, (child) => (isPlain(child) ? undefined : true)) === undefined;
  };
  return isPlain(node.body);
}

function isOnceAtTheStart(loop: ts.ForOfStatement, first: FileCall, subject: Subject): boolean {
  const isFirst = loop.expression.end <= first.call.pos || isInside(first.call, loop);
  return isFirst && loopAround(loop, subject.node) === undefined && loop.awaitModifier === undefined;
}
