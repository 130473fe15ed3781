// What else happens in a piece of code that a rewrite moves file access in or out of.

import ts from 'typescript';
import type { Effect, EffectKind, Effects } from '../../source/effects.ts';
import { mentions } from '../../source/names.ts';
import type { Subject } from '../../source/subject.ts';

/** Effects inside of a node, in source order, without those of the given calls. */
export function effectsWithin(
  node: ts.Node,
  { sourceFile }: Subject,
  { effects }: Effects,
  without: readonly ts.Node[],
): readonly Effect[] {
  return effects.filter(({ kind, name, line, column }) => {
    if (kind === 'input-output' && name !== undefined && asksWhatWasRead.test(name)) return false;
    const offset = sourceFile.getPositionOfLineAndCharacter(line - 1, column - 1);
    const isOf = (place: ts.Node): boolean => place.getStart(sourceFile) <= offset && offset < place.end;
    if (without.some(isOf)) return false;
    // Calls of a parameter are told where it is declared.
    return (kind === 'unknown-call' && name !== undefined && mentions(node, name)) || isOf(node);
  });
}

/** Methods of `Stats` and `Dirent`: they look at no file but at what is known of it. */
const asksWhatWasRead = /\.is(?:File|Directory|SymbolicLink|FIFO|Socket|BlockDevice|CharacterDevice)$/;

/** Code that may touch files or is not known. */
export const touchesFiles: readonly EffectKind[] = ['input-output', 'unknown-call', 'dynamic-scope', 'yields'];

/** Whether control leaves a node's own function in the middle: `await` and `yield`, those of nested functions and of one part apart. */
export function pausesIn(node: ts.Node, without?: ts.Node): ts.Node | undefined {
  let found: ts.Node | undefined;
  const visit = (part: ts.Node): void => {
    if (found !== undefined || ts.isFunctionLike(part) || part === without) return;
    const isForAwait = ts.isForOfStatement(part) && part.awaitModifier !== undefined;
    if (ts.isAwaitExpression(part) || ts.isYieldExpression(part) || isForAwait) found = part;
    else ts.forEachChild(part, visit);
  };
  visit(node);
  return found;
}
