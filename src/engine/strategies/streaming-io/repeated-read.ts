// Finds reads of the same text file in every round of a loop, and keeps what the first one gave. The first read stays where it is: a loop
// without rounds reads nothing, and a read that fails is tried again where the original would have. Loops over something that is there before
// them, and without a pause: others may be waited for in `for (;;)` and between two awaited reads.
import ts from 'typescript';
import { editFile } from '../../source/edits.ts';
import type { Effects } from '../../source/effects.ts';
import type { FileCall } from '../../source/file-calls.ts';
import { freshName } from '../../source/names.ts';
import { isInside } from '../../source/ranges/expressions.ts';
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
  if (name !== 'readFileSync' || isPromise) return undefined;
  const [file] = call.arguments;
  const loop = loopAround(call, subject.node);
  if (loop === undefined || !(ts.isForOfStatement(loop) || ts.isForInStatement(loop))) return undefined;
  if (file === undefined || !isInside(call, loop.statement)) return undefined;
  if (!isConstantText(file, subject) || isDeclaredIn(loop, file, subject)) return undefined;
  // Bytes could be written to; text cannot.
  if (!isText(call, subject.checker) || !call.arguments.slice(1).every(isPlainOption)) return undefined;
  if (pausesIn(loop) !== undefined) return undefined;
  const inLoop = effectsWithin(loop, subject, effects, [call]);
  if (inLoop.some(({ kind }) => touchesFiles.includes(kind))) return undefined;
  const region = regionOf(loop);
  if (!ts.isBlock(region.parent)) return undefined;
  const { sourceFile, style } = subject;
  const edit = editFile(subject);
  const content = freshName(subject, 'content');
  const kept = `${content} ??= ${call.getText(sourceFile)}`;
  edit.insertLinesBefore(
    region,
    inStyle(`let ${content}${style.isTypeScript ? ': string | undefined' : ''};`, subject),
  );
  edit.replace(call, isArgument(call) ? kept : `(${kept})`);
  return inPlaceCandidate(edit.rewrittenFile(), {
    strategy: 'streaming-io',
    variant: 'read-once',
    summary: 'Reads the file in the first round of the loop and keeps its text for the others.',
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

function isArgument(value: ts.Expression): boolean {
  const { parent } = value;
  return ts.isParenthesizedExpression(parent) || (ts.isCallExpression(parent) && parent.expression !== value);
}
