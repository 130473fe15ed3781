// Reads of a whole list of files that are all begun at once, `Promise.all(files.map((file) => readFile(file)))`: with many files that takes longer and
// holds more open than a few at a time do, and fails when there are more than the system opens. Only when each read begins changes: what is read, the
// order of the results and what happens to an error stay what they are.

import ts from 'typescript';
import { editFile } from '../../source/edits.ts';
import type { Effects } from '../../source/effects.ts';
import { isWriteTarget } from '../../source/effects-references.ts';
import type { FileCall } from '../../source/file-calls.ts';
import { isLibrary } from '../../source/library-symbols.ts';
import type { Subject } from '../../source/subject.ts';
import { inPlaceCandidate } from '../in-place-candidate.ts';
import type { Candidate } from '../strategy.ts';
import { isPlainOption, onlyReads } from './awaited-reads.ts';
import { keptOfReads } from './kept-of-reads.ts';
import { isPlainPath } from './lists-of-files.ts';
import { isText } from './local-uses.ts';
import { effectsWithin, touchesFiles } from './loop-effects.ts';
import { isWholeRound, printLimited, printMapLimit, underWay } from './print-reads-at-once.ts';

/** Undefined where a call is not the only thing that a function given to such a `map` does with files. */
export function readsAtOnce(
  { call, name, isPromise }: FileCall,
  subject: Subject,
  effects: Effects,
): Candidate | undefined {
  const { checker } = subject;
  const callback = ts.findAncestor(call, ts.isFunctionLike);
  if (!isPromise || !onlyReads.has(name) || callback === undefined || !ts.isArrowFunction(callback)) return undefined;
  const [item, ...others] = callback.parameters;
  if (item === undefined || others.length > 0 || !ts.isIdentifier(item.name) || !isText(item.name, checker))
    return undefined;
  const all = allOfMap(callback, subject);
  if (all === undefined) return undefined;
  const [file, ...options] = call.arguments;
  if (file === undefined || !isPlainPath(file, item.name, subject) || !options.every(isPlainOption)) return undefined;
  const other = effectsWithin(callback, subject, effects, [call]).some(
    ({ kind }) => touchesFiles.includes(kind) || kind.startsWith('writes-'),
  );
  if (other || assignsOutside(callback, subject)) return undefined;
  if (ts.findAncestor(all, ts.isFunctionLike) !== subject.node) return undefined;
  const edit = editFile(subject);
  if (isWholeRound(call, callback, subject)) {
    const kept = callback.body === call ? keptOfReads(all, callback, subject) : undefined;
    printMapLimit({ call, callback, all, kept }, subject, edit);
  } else if (!printLimited(call, subject, edit)) return undefined;
  return inPlaceCandidate(edit.rewrittenFile(), {
    strategy: 'streaming-io',
    variant: 'few-at-once',
    summary: `Reads up to ${underWay} files at once instead of all of them; the results are in the same order.`,
    caveats: [
      {
        code: 'S9',
        message:
          'The last files are read later than before: nobody may change them meanwhile. Of several that cannot be read, another one may be told first.',
      },
    ],
  });
}

/** The order of what the rounds do to a variable that they share is left to chance, but more so than before. */
function assignsOutside(callback: ts.ArrowFunction, { checker }: Subject): boolean {
  const visit = (node: ts.Node): boolean => {
    const declaration = ts.isIdentifier(node) ? checker.getSymbolAtLocation(node)?.valueDeclaration : undefined;
    const isOutside = declaration !== undefined && (declaration.pos < callback.pos || declaration.end > callback.end);
    if (isOutside && ts.isIdentifier(node) && isWriteTarget(node)) return true;
    return ts.forEachChild(node, visit) ?? false;
  };
  return visit(callback);
}

/** `Promise.all` that waits for what `map` of an array gives, where the function is what that is given. */
function allOfMap(callback: ts.ArrowFunction, { checker }: Subject): ts.CallExpression | undefined {
  const map = callback.parent;
  if (!ts.isCallExpression(map) || map.arguments.length !== 1 || !ts.isPropertyAccessExpression(map.expression))
    return undefined;
  const isMap = map.expression.name.text === 'map' && map.expression.questionDotToken === undefined;
  const type = checker.getTypeAtLocation(map.expression.expression);
  if (!isMap || !(checker.isArrayType(type) || checker.isTupleType(type))) return undefined;
  const all = map.parent;
  if (
    !ts.isCallExpression(all) ||
    all.arguments[0] !== map ||
    !/^Promise\.all(?:Settled)?$/.test(all.expression.getText())
  )
    return undefined;
  return isLibrary(checker.getSymbolAtLocation(all.expression)) ? all : undefined;
}
