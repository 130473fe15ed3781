// Finds reads that block in a function that is asynchronous anyway. Waiting for them instead lets other code run in between, so there must
// be nothing that such code could see or change: no writes, no state shared with others, nothing of the caller's that is looked at later.
import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import type { Effects } from '../../source/effects.ts';
import { type FileCall, fileCallsIn } from '../../source/file-calls.ts';
import { isPrimitiveType } from '../../source/primitive-types.ts';
import { isInside } from '../../source/ranges/expressions.ts';
import { reasonFor } from '../../source/reason-at.ts';
import type { Subject } from '../../source/subject.ts';
import { isText, usesOf } from './local-uses.ts';
import { effectsWithin } from './loop-effects.ts';
import { loopAround } from './loop-places.ts';

export interface BlockingReads {
  readonly reads: readonly [FileCall, ...FileCall[]];
  /** Lists of the caller that a loop goes through: they are copied, for the caller may change them while the function waits. */
  readonly copied: readonly ts.Identifier[];
}

export type BlockingReadsAnswer =
  | { readonly ok: true; readonly site: BlockingReads }
  | { readonly ok: false; readonly reason: Reason };

/** The functions of `fs/promises` that do the same, errors included; `realpath` for one gives another error. */
export const waitingTwins: ReadonlyMap<string, string> = new Map([
  ['readFileSync', 'readFile'],
  ['readdirSync', 'readdir'],
  ['statSync', 'stat'],
  ['lstatSync', 'lstat'],
  ['readlinkSync', 'readlink'],
]);

const onlyLooks = /^(?:readFile|readdir|stat|lstat|readlink|realpath|access|exists)(?:Sync)?$/;

/** Undefined when no asynchronous function reads in this way. */
export function blockingReadsOf(subject: Subject, effects: Effects): BlockingReadsAnswer | undefined {
  const { node } = subject;
  const isAsync = node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) === true;
  const isGenerator = 'asteriskToken' in node && node.asteriskToken !== undefined;
  if (!isAsync || isGenerator) return undefined;
  const calls = fileCallsIn(subject);
  const [first, ...more] = calls.filter(({ name, isPromise }) => !isPromise && waitingTwins.has(name));
  if (first === undefined) return undefined;
  const reads: BlockingReads['reads'] = [first, ...more];
  const reason = whyNotWaitedFor(reads, calls, subject, effects);
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
  return { ok: true, site: { reads, copied } };
}

function whyNotWaitedFor(
  reads: readonly FileCall[],
  calls: readonly FileCall[],
  subject: Subject,
  effects: Effects,
): Reason | undefined {
  for (const { call } of reads) {
    const [file, ...options] = call.arguments;
    if (ts.findAncestor(call, ts.isFunctionLike) !== subject.node || ts.findAncestor(call, ts.isParameter)) {
      const message = 'It is read where nothing can be waited for.';
      return reasonFor(call, 'S6', message, 'Read it in a `for...of` loop of the function itself.');
    }
    if (file === undefined || !isText(file, subject.checker)) {
      return reasonFor(call, 'S2', 'The file is not named by a string.', 'Pass the path as a string.');
    }
    const other = options.find((option) => !isPlainOption(option));
    if (other !== undefined)
      return reasonFor(other, 'S2', 'What the options of the read do is not plain.', "Pass 'utf8'.");
  }
  const write = calls.find(({ name }) => !onlyLooks.test(name));
  if (write !== undefined) {
    const message = `It calls \`${write.name}\` as well, and other calls could come between that and the reads.`;
    return reasonFor(write.call, 'S6', message, 'Read in one function and write in another.');
  }
  const without = calls.map(({ call }) => call);
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
    if (isBefore && isPrimitiveType(checker.getTypeAtLocation(value))) continue;
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

function isOnceAtTheStart(loop: ts.ForOfStatement, first: FileCall, subject: Subject): boolean {
  const isFirst = loop.expression.end <= first.call.pos || isInside(first.call, loop);
  return isFirst && loopAround(loop, subject.node) === undefined && loop.awaitModifier === undefined;
}
