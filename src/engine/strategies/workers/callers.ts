// Who calls the subject, as far as the subject's program knows: they would have to wait for the new function's promise.
import ts from 'typescript';
import { positionAt } from '../../source/parse-source.ts';
import type { Subject } from '../../source/subject.ts';

export interface Caller {
  /** `scores.ts:12`. */
  readonly shown: string;
  /** What names the function in the call. */
  readonly callee: ts.Expression;
  /** It waits for what the call gives. */
  readonly awaits: boolean;
  readonly isInFile: boolean;
}

/** In order of files and lines, the subject's file first. */
export function callersOf({ node, checker, project, sourceFile }: Subject): readonly Caller[] {
  const named = ts.isVariableDeclaration(node.parent) ? node.parent.name : node.name;
  const symbol = named === undefined ? undefined : checker.getSymbolAtLocation(named);
  if (symbol === undefined) return [];
  const callers: Caller[] = [];
  const files = project.program
    .getSourceFiles()
    .filter((file) => !file.isDeclarationFile && !file.fileName.includes('/node_modules/'));
  for (const file of [sourceFile, ...files.filter((other) => other !== sourceFile)]) {
    if (!file.text.includes(symbol.name)) continue;
    const visit = (child: ts.Node): void => {
      const isCall =
        ts.isCallExpression(child) && isSame(checker.getSymbolAtLocation(child.expression), symbol, checker);
      const isInside = file === sourceFile && child.pos >= node.pos && child.end <= node.end;
      if (isCall && !isInside) {
        const name = file.fileName.slice(file.fileName.lastIndexOf('/') + 1);
        callers.push({
          shown: `${name}:${positionAt(file, child.getStart(file)).line}`,
          callee: child.expression,
          awaits: ts.isAwaitExpression(child.parent),
          isInFile: file === sourceFile,
        });
      }
      ts.forEachChild(child, visit);
    };
    visit(file);
  }
  return callers;
}

function isSame(symbol: ts.Symbol | undefined, wanted: ts.Symbol, checker: ts.TypeChecker): boolean {
  if (symbol === undefined) return false;
  return ((symbol.flags & ts.SymbolFlags.Alias) !== 0 ? checker.getAliasedSymbol(symbol) : symbol) === wanted;
}

/** The calls of the subject's file, where every caller that is known waits already: then they can call the new function instead. Empty otherwise. */
export function waitingCallers(callers: readonly Caller[]): readonly Caller[] {
  const canFollow = callers.every(({ awaits, callee }) => awaits && ts.isIdentifier(callee));
  return canFollow ? callers.filter(({ isInFile }) => isInFile) : [];
}
