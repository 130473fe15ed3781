// What else happens in a piece of code that a rewrite moves file access in or out of.

import ts from 'typescript';
import type { Effect, EffectKind, Effects } from '../../source/effects.ts';
import { isLibrary } from '../../source/library-symbols.ts';
import { mentions } from '../../source/names.ts';
import type { Subject } from '../../source/subject.ts';

/** Effects inside of a node and of the subject's functions that it may call, in source order, without those of the given calls. */
export function effectsWithin(
  node: ts.Node,
  subject: Subject,
  { effects }: Effects,
  without: readonly ts.Node[],
): readonly Effect[] {
  const { sourceFile } = subject;
  const places = [node, ...calledFrom(node, subject)];
  return effects.filter(({ kind, name, line, column }) => {
    if (kind === 'input-output' && name !== undefined && asksWhatWasRead.test(name)) return false;
    const offset = sourceFile.getPositionOfLineAndCharacter(line - 1, column - 1);
    const isOf = (place: ts.Node): boolean => place.getStart(sourceFile) <= offset && offset < place.end;
    if (without.some(isOf)) return false;
    // Calls of a parameter are told where it is declared.
    return (kind === 'unknown-call' && name !== undefined && mentions(node, name)) || places.some(isOf);
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

/** Functions that stand elsewhere in the subject and that a node may call: by their names, or through a variable or an object that holds them. */
function calledFrom(node: ts.Node, subject: Subject): readonly ts.Node[] {
  const others = functionsBeside(node, subject);
  const called = new Set<ts.Node>();
  const follow = (from: ts.Node): void => {
    for (const one of others) {
      const name = nameOf(one);
      if (called.has(one) || (name !== undefined && !mentions(from, name))) continue;
      called.add(one);
      follow(one);
    }
  };
  follow(node);
  return [...called];
}

/** Callbacks of library functions apart: those run where they stand. */
function functionsBeside(node: ts.Node, { node: subject, checker }: Subject): readonly ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (part: ts.Node): void => {
    if (part === node) return;
    const isAround = part.pos <= node.pos && node.end <= part.end;
    if (ts.isFunctionLike(part) && !isAround && !isCallbackOfLibrary(part, checker)) found.push(part);
    ts.forEachChild(part, visit);
  };
  ts.forEachChild(subject, visit);
  return found;
}

function isCallbackOfLibrary(node: ts.Node, checker: ts.TypeChecker): boolean {
  const { parent: call } = node;
  if (!ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression)) return false;
  return isLibrary(checker.getSymbolAtLocation(call.expression.name));
}

/** Undefined where it may be called by another one: a method, what is assigned, what another expression holds. */
function nameOf(node: ts.Node): string | undefined {
  if (ts.isFunctionDeclaration(node)) return node.name?.text;
  const { parent } = node;
  return ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name) ? parent.name.text : undefined;
}
