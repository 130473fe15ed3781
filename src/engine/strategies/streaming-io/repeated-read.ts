// Finds reads of the same text file in every round of a loop, or of a method of an array, and keeps what the first one gave. The first read stays
// where it is: a loop without rounds reads nothing, and a read that fails is tried again where the original would have. Loops over something
// that is there before them, and which wait for nothing but the read: others may be waited for in `for (;;)` and between two pauses.
import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import { editFile } from '../../source/edits.ts';
import type { Effects } from '../../source/effects.ts';
import type { FileCall } from '../../source/file-calls.ts';
import { freshName } from '../../source/names.ts';
import { isInside } from '../../source/ranges/expressions.ts';
import { reasonFor } from '../../source/reason-at.ts';
import type { Subject } from '../../source/subject.ts';
import { inPlaceCandidate } from '../in-place-candidate.ts';
import type { Candidate } from '../strategy.ts';
import { isConstantText, isText } from './local-uses.ts';
import { effectsWithin, pausesIn, touchesFiles } from './loop-effects.ts';
import { isDeclaredIn, loopAround, regionOf } from './loop-places.ts';
import { inStyle } from './text-of-rewrite.ts';

/** Undefined when the read is not repeated, or something could change the file between two reads. */
export function readOnce(
  { call, name, isPromise }: FileCall,
  subject: Subject,
  effects: Effects,
): Candidate | undefined {
  if (name !== (isPromise ? 'readFile' : 'readFileSync')) return undefined;
  const [file] = call.arguments;
  const repeated = repeatedBy(call, subject);
  if (file === undefined || repeated === undefined) return undefined;
  const { rounds, region } = repeated;
  const read = isPromise ? call.parent : call;
  if (isPromise && !ts.isAwaitExpression(read)) return undefined;
  if (!isConstantText(file, subject) || isDeclaredIn(rounds, file, subject)) return undefined;
  // Bytes could be written to; text cannot.
  if (!isText(read as ts.Expression, subject.checker) || !call.arguments.slice(1).every(isPlainOption))
    return undefined;
  if (pausesIn(rounds, read) !== undefined) return undefined;
  const inLoop = effectsWithin(rounds, subject, effects, [call]);
  if (inLoop.some(({ kind }) => touchesFiles.includes(kind))) return undefined;
  // Without the pauses of the reads, others would see what it writes in larger steps.
  if (isPromise && inLoop.some(({ kind }) => kind.startsWith('writes-'))) return undefined;
  if (!ts.isBlock(region.parent)) return undefined;
  const { sourceFile, style } = subject;
  const edit = editFile(subject);
  const content = freshName(subject, 'content');
  const kept = `${content} ??= ${read.getText(sourceFile)}`;
  edit.insertLinesBefore(
    region,
    inStyle(`let ${content}${style.isTypeScript ? ': string | undefined' : ''};`, subject),
  );
  edit.replace(read, isArgument(read) ? kept : `(${kept})`);
  return inPlaceCandidate(edit.rewrittenFile(), {
    strategy: 'streaming-io',
    variant: 'read-once',
    summary: 'Reads the file the first time and keeps its text for the other rounds.',
    caveats: [
      {
        code: 'S9',
        message: 'What others do to the file while the loop runs is not seen: the text of the first read is used.',
      },
    ],
  });
}

function isPlainOption(option: ts.Expression): boolean {
  return ts.isStringLiteral(option);
}

/** Why a read of the same file in every round stays. */
export function rereadReason({ call }: FileCall, subject: Subject): Reason | undefined {
  const [file] = call.arguments;
  const repeated = repeatedBy(call, subject);
  if (file === undefined || repeated === undefined || !isConstantText(file, subject)) return undefined;
  if (isDeclaredIn(repeated.rounds, file, subject)) return undefined;
  const message =
    'It reads the same file in every round, and what happens in between may change the file or be seen by others.';
  return reasonFor(call, 'S7', message, 'Read it once, in front of the rounds, where nothing changes it meanwhile.');
}

interface Repeated {
  /** What runs again and again. */
  readonly rounds: ts.Node;
  /** The statement with all rounds in it. */
  readonly region: ts.Statement;
}

function repeatedBy(call: ts.CallExpression, subject: Subject): Repeated | undefined {
  const loop = loopAround(call, subject.node);
  if (loop !== undefined) {
    const isOverSomething = (ts.isForOfStatement(loop) && !loop.awaitModifier) || ts.isForInStatement(loop);
    return isOverSomething && isInside(call, loop.statement) ? { rounds: loop, region: regionOf(loop) } : undefined;
  }
  const callback = ts.findAncestor(call, ts.isFunctionLike);
  if (callback === undefined || !(ts.isArrowFunction(callback) || ts.isFunctionExpression(callback))) return undefined;
  const method = callback.parent;
  if (!ts.isCallExpression(method) || method.arguments[0] !== callback || !isInside(call, callback.body))
    return undefined;
  const isOwn = ts.findAncestor(method, ts.isFunctionLike) === subject.node;
  const isPlain = callback.modifiers === undefined && callback.asteriskToken === undefined;
  const region = ts.findAncestor(method, ts.isStatement);
  if (!isOwn || !isPlain || region === undefined || !isMethodOfArray(method, subject)) return undefined;
  return { rounds: callback, region };
}

const methods = new Set(['map', 'filter', 'forEach', 'some', 'every', 'find', 'findIndex', 'flatMap', 'reduce']);

/** One that calls its callback for each item, one after the other, before it ends. */
function isMethodOfArray({ expression }: ts.CallExpression, { checker }: Subject): boolean {
  if (!ts.isPropertyAccessExpression(expression) || !methods.has(expression.name.text)) return false;
  const type = checker.getTypeAtLocation(expression.expression);
  return checker.isArrayType(type) || checker.isTupleType(type);
}

function isArgument(value: ts.Node): boolean {
  const { parent } = value;
  return ts.isParenthesizedExpression(parent) || (ts.isCallExpression(parent) && parent.expression !== value);
}
