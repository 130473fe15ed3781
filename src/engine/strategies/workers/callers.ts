// Who calls the subject, as far as the subject's program knows: they would have to wait for the new function's promise.
import ts from 'typescript';
import { positionAt } from '../../source/parse-source.ts';
import type { Subject } from '../../source/subject.ts';

/** `scores.ts:12`, in order of files and lines. */
export function callersOf({ node, checker, project, sourceFile }: Subject): readonly string[] {
  const named = ts.isVariableDeclaration(node.parent) ? node.parent.name : node.name;
  const symbol = named === undefined ? undefined : checker.getSymbolAtLocation(named);
  if (symbol === undefined) return [];
  const callers: string[] = [];
  const files = project.program
    .getSourceFiles()
    .filter((file) => !file.isDeclarationFile && !file.fileName.includes('/node_modules/'));
  for (const file of [sourceFile, ...files.filter((other) => other !== sourceFile)]) {
    if (!file.text.includes(symbol.name)) continue;
    const visit = (child: ts.Node): void => {
      const isCall =
        ts.isCallExpression(child) && isSame(checker.getSymbolAtLocation(child.expression), symbol, checker);
      const isInside = file === sourceFile && child.pos >= node.pos && child.end <= node.end;
      if (isCall && !isInside)
        callers.push(
          `${file.fileName.slice(file.fileName.lastIndexOf('/') + 1)}:${positionAt(file, child.getStart(file)).line}`,
        );
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
