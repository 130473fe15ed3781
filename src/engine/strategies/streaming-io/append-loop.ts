// Finds loops that append to one file piece by piece: each call opens, writes and closes it, or at least asks the system to write. Pieces can be collected and written together
// as long as nothing looks at the file meanwhile, and what was collected is written even when the loop throws.

import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import type { Effect, Effects } from '../../source/effects.ts';
import type { FileCall } from '../../source/file-calls.ts';
import { isInside } from '../../source/ranges/expressions.ts';
import { reasonFor } from '../../source/reason-at.ts';
import type { Subject } from '../../source/subject.ts';
import { isConstantText, isText, isUtf8 } from './local-uses.ts';
import { effectsWithin, touchesFiles } from './loop-effects.ts';
import { isDeclaredIn, type Repeating, regionOf, repeatedBy, seenWhereCaught } from './loop-places.ts';
import { isOwnDescriptor } from './own-descriptor.ts';

export interface AppendLoop {
  /** In source order; all of them append to the same file in the same way. */
  readonly pieces: readonly [AppendedPiece, ...AppendedPiece[]];
  readonly file: ts.Expression;
  readonly loop: Repeating;
}

export interface AppendedPiece {
  readonly append: FileCall;
  /** The call itself where it is all that an arrow function has. */
  readonly statement: ts.ExpressionStatement | ts.CallExpression;
  readonly piece: ts.Expression;
}

export type AppendLoopAnswer =
  | { readonly ok: true; readonly site: AppendLoop }
  | { readonly ok: false; readonly reason: Reason };

/** For one append of a function that makes the given file calls. */
export function appendLoopOf(
  append: FileCall,
  calls: readonly FileCall[],
  subject: Subject,
  effects: Effects,
): AppendLoopAnswer {
  const no = (node: ts.Node, code: string, message: string, unlock?: string): AppendLoopAnswer => ({
    ok: false,
    reason: reasonFor(node, code, message, unlock),
  });
  const [file] = append.call.arguments;
  const loop = repeatedBy(append.call, subject);
  if (append.isPromise && !ts.isAwaitExpression(append.call.parent)) {
    const message = 'The promise is not awaited, so the order of what is written is left to chance already.';
    return no(append.call, 'S7', message, 'Await it.');
  }
  if (file === undefined) return no(append.call, 'S7', 'What it writes is not plain.');
  if (loop === undefined && ts.findAncestor(append.call, ts.isFunctionLike) !== subject.node) {
    const message = 'It is written in a function inside of this one, which may be called at any time.';
    return no(
      append.call,
      'S7',
      message,
      'Where it is called for each item, write a `for (const item of items)` loop.',
    );
  }
  if (loop === undefined) return no(append.call, 'S0', 'It is written once, not in a loop.');
  if (ts.isForOfStatement(loop) && loop.awaitModifier !== undefined) {
    return no(loop, 'S7', 'The loop waits for its items, and the file is expected to grow meanwhile.');
  }
  if (append.name === 'writeSync' && !isOwnDescriptor(file, subject)) {
    const message = 'What it writes to is no file that it opens for writing and then only writes to and closes.';
    return no(file, 'S7', message, "Open it in this function, as in `const descriptor = openSync(file, 'w')`.");
  }
  if ((append.name !== 'writeSync' && !isConstantText(file, subject)) || isDeclaredIn(loop, file, subject)) {
    const message = 'Each piece may go to another file, or the file is not named by a string.';
    return no(file, 'S7', message, 'Keep the path in a constant outside of the loop.');
  }
  const together = calls.filter((other) => isSameAppend(other, append, subject) && isInside(other.call, loop));
  const pieces: AppendedPiece[] = [];
  for (const one of together) {
    const answer = pieceOf(one, loop, subject);
    if (!('piece' in answer)) return { ok: false, reason: answer };
    pieces.push(answer);
  }
  const [first, ...more] = pieces;
  if (first === undefined) throw new Error('An append is not one of the calls of its function.');
  const writes = together.map(({ call, isPromise }) => (isPromise ? call.parent : call));
  const pause = pauseBeside(loop, writes);
  if (pause !== undefined) {
    const message = 'It waits inside of the loop, and others may look at the file meanwhile.';
    return no(pause, 'S7', message, 'Collect the pieces first, and write them after the loop.');
  }
  if (!ts.isBlock(regionOf(loop).parent)) {
    return no(loop, 'S7', 'There is no block around the loop to collect the pieces in.', 'Put braces around the loop.');
  }
  const counted = seenWhereCaught(loop, subject);
  if (counted !== undefined) {
    const message = `Errors of a write are caught in this function, and \`${counted.text}\` would tell of more rounds than before.`;
    return no(counted, 'S7', message, 'Catch errors outside of the function.');
  }
  // What makes a piece runs between two writes, so only the writing itself is left out.
  const writing = together.map(({ call }) => call.expression);
  const inLoop = effectsWithin(loop, subject, effects, writing);
  // Should the first write fail, the original would not get to change anything after it.
  const change = inLoop.find(({ kind }) => kind.startsWith('writes-'));
  if (change !== undefined) {
    return {
      ok: false,
      reason: {
        code: 'S7',
        message: `It ${change.message} between two writes, which would still happen when a write fails.`,
        line: change.line,
        column: change.column,
        unlock: 'Change only local variables in the loop.',
      },
    };
  }
  const other = inLoop.find(({ kind }) => touchesFiles.includes(kind));
  if (other !== undefined) {
    return {
      ok: false,
      reason: {
        code: 'S7',
        message: `It ${other.message} between two writes, which could read or move the file.`,
        line: other.line,
        column: other.column,
        unlock: isUnknownJson(other) ? declaring(subject) : 'Do it before or after the loop.',
      },
    };
  }
  const seen = append.isPromise ? whatOthersChange(loop, inLoop, subject, effects) : undefined;
  if (seen !== undefined) return { ok: false, reason: seen };
  return { ok: true, site: { pieces: [first, ...more], file, loop } };
}

/** While a write is waited for others run, and the next round sees what they did; with fewer pauses it would be over by then, and what they added lost. */
function whatOthersChange(
  loop: Repeating,
  inLoop: readonly Effect[],
  { sourceFile }: Subject,
  { effects }: Effects,
): Reason | undefined {
  const read = inLoop.find(({ kind }) => kind === 'reads-this' || kind === 'reads-mutable-outside');
  const after = effects.find(
    ({ kind, line, column }) =>
      kind.startsWith('writes-') && sourceFile.getPositionOfLineAndCharacter(line - 1, column - 1) >= loop.end,
  );
  const found = read ?? after;
  if (found === undefined) return undefined;
  const { message, line, column } = found;
  const what =
    found === read
      ? `${message}: what they add or change is seen by the next round now, and would be missed with fewer pauses`
      : `${message} behind the loop: what they added meanwhile is written now, and would be lost with fewer pauses`;
  return {
    code: 'S6',
    message: `Others run while a write is waited for, and it ${what}.`,
    line,
    column,
    unlock: 'Take what is to be written into a constant first, as in `const lines = queue.splice(0)`.',
  };
}

function isUnknownJson({ name, message }: Effect): boolean {
  return name === 'JSON.stringify' && message.includes('parts of type');
}

/** What makes JSON known to run nobody's code. */
function declaring({ style }: Subject): string {
  return style.isTypeScript
    ? 'Declare what it holds as plain data, as in `Record<string, string | number | boolean | null>`, with no part of type `any` or `unknown`.'
    : 'Declare what it holds as plain data, as in `@param {{ id: number, name: string }[]} rows`.';
}

/** The same function with the same path, which is one variable and not two of one name. */
function isSameAppend(other: FileCall, append: FileCall, { checker }: Subject): boolean {
  const [file] = append.call.arguments;
  const [otherFile] = other.call.arguments;
  if (file === undefined || otherFile === undefined || file.getText() !== otherFile.getText()) return false;
  return (
    other.call.expression.getText() === append.call.expression.getText() &&
    checker.getSymbolAtLocation(otherFile) === checker.getSymbolAtLocation(file) &&
    other.isPromise === append.isPromise
  );
}

/** What one append writes, or why it cannot be collected. */
function pieceOf(append: FileCall, loop: Repeating, subject: Subject): AppendedPiece | Reason {
  const { call } = append;
  const [, piece, ...more] = call.arguments;
  const value = append.isPromise && ts.isAwaitExpression(call.parent) ? call.parent : call;
  const { parent } = value;
  const isBody = ts.isArrowFunction(parent) && parent.body === call;
  const statement = isBody ? call : ts.isExpressionStatement(parent) ? parent : undefined;
  if (piece !== undefined && append.name === 'writeSync' && statement === undefined) {
    const message =
      'How much was written is asked of each write: of pieces that are put together it would be known later.';
    return reasonFor(call, 'S7', message, 'Where that is only counted, count `Buffer.byteLength(text)`.');
  }
  if (piece === undefined || statement === undefined || (append.isPromise && value === call)) {
    return reasonFor(call, 'S7', 'What it writes is not plain.');
  }
  if (repeatedBy(statement, subject) !== loop) {
    return reasonFor(call, 'S7', 'It is written in a function inside of the loop.');
  }
  // Text is written as UTF-8 without being told.
  if (more.some((option) => append.name === 'writeSync' || !isUtf8(option))) {
    const [message, unlock] =
      append.name === 'writeSync'
        ? ['It writes at a position of its own.', 'Write the pieces in order.']
        : ['Options of the write are not carried over.', 'Leave them out.'];
    return reasonFor(more[0] ?? call, 'S7', message, unlock);
  }
  if (!isText(piece, subject.checker)) {
    return reasonFor(piece, 'S5', 'What it writes is not text.', 'Write strings.');
  }
  if (!endsPlainly(piece)) {
    const message = 'A piece that ends in half of a character would be joined with the next one.';
    return reasonFor(piece, 'S5', message, String.raw`End each piece with a line break, as in text + '\n'.`);
  }
  const handler = tryBetween(statement, loop);
  if (handler !== undefined) {
    const message = 'Errors of a single write are caught here; a later write of several pieces would fail elsewhere.';
    return reasonFor(handler, 'S7', message, 'Catch errors outside of the loop.');
  }
  return { append, statement, piece };
}

function tryBetween(statement: ts.Node, loop: ts.Node): ts.Node | undefined {
  for (let node = statement.parent; node !== loop; node = node.parent) if (ts.isTryStatement(node)) return node;
  return undefined;
}

/** A pause of the loop other than for the writes themselves. */
function pauseBeside(loop: ts.Node, writes: readonly ts.Node[]): ts.Node | undefined {
  let found: ts.Node | undefined;
  const visit = (node: ts.Node): void => {
    if (found !== undefined || ts.isFunctionLike(node)) return;
    const isForAwait = ts.isForOfStatement(node) && node.awaitModifier !== undefined;
    const isPause = ts.isAwaitExpression(node) || ts.isYieldExpression(node) || isForAwait;
    if (isPause && !writes.includes(node)) found = node;
    else ts.forEachChild(node, visit);
  };
  visit(loop);
  return found;
}

/** Ends in written-out text whose last character is no half of one, so that no pair comes together across two pieces. */
function endsPlainly(piece: ts.Expression): boolean {
  if (ts.isStringLiteralLike(piece)) return isWholeCharacter(piece.text);
  if (ts.isTemplateExpression(piece)) return isWholeCharacter(piece.templateSpans.at(-1)?.literal.text ?? '');
  return (
    ts.isBinaryExpression(piece) && piece.operatorToken.kind === ts.SyntaxKind.PlusToken && endsPlainly(piece.right)
  );
}

function isWholeCharacter(text: string): boolean {
  return text !== '' && !/[\uD800-\uDFFF]$/.test(text);
}
