// Whether a function may call itself, directly or through others of the project. Mentions count as calls.
import ts from 'typescript';
import { withoutAlias } from '../../source/aliases.ts';
import type { Subject } from '../../source/subject.ts';

/** Whether the code that it runs, as far as it is part of the project, mentions the function anywhere. */
export function reachesItself({ node, checker }: Subject): boolean {
  const seen = new Set<ts.Node>();
  const pending: ts.Node[] = node.body ? [node.body] : [];
  const visit = (child: ts.Node): boolean => {
    if (ts.isIdentifier(child)) {
      for (const declaration of declarationsOf(child, checker)) {
        if (declaration === node || (ts.isVariableDeclaration(declaration) && declaration.initializer === node))
          return true;
        if (seen.has(declaration) || declaration.getSourceFile().isDeclarationFile) continue;
        seen.add(declaration);
        pending.push(declaration);
      }
    }
    return ts.forEachChild(child, (one) => visit(one) || undefined) === true;
  };
  for (let code = pending.pop(); code !== undefined; code = pending.pop()) if (visit(code)) return true;
  return false;
}

function declarationsOf(name: ts.Identifier, checker: ts.TypeChecker): readonly ts.Declaration[] {
  const symbol = ts.isShorthandPropertyAssignment(name.parent)
    ? checker.getShorthandAssignmentValueSymbol(name.parent)
    : checker.getSymbolAtLocation(name);
  return withoutAlias(symbol, checker)?.declarations ?? [];
}
