// The names of fields that a function reads, itself or in functions of its file that it calls: `order.price`, `{ price }`.
import ts from 'typescript';
import type { Subject } from './subject.ts';

/** In the order of their first mention. */
export function usedFieldNames({ node, sourceFile, checker }: Subject): readonly string[] {
  const names = new Set<string>();
  const seen = new Set<ts.Node>([node]);
  const visit = (current: ts.Node): void => {
    if (ts.isPropertyAccessExpression(current) && ts.isIdentifier(current.name)) names.add(current.name.text);
    if (ts.isBindingElement(current) && ts.isObjectBindingPattern(current.parent)) {
      const field = current.propertyName ?? current.name;
      if (ts.isIdentifier(field)) names.add(field.text);
    }
    if (ts.isIdentifier(current)) {
      for (const declaration of checker.getSymbolAtLocation(current)?.declarations ?? []) {
        if (declaration.getSourceFile() !== sourceFile || seen.has(declaration) || !holdsFunction(declaration))
          continue;
        seen.add(declaration);
        visit(declaration);
      }
    }
    ts.forEachChild(current, visit);
  };
  visit(node);
  return [...names];
}

function holdsFunction(declaration: ts.Declaration): boolean {
  if (ts.isVariableDeclaration(declaration))
    return declaration.initializer !== undefined && ts.isFunctionLike(declaration.initializer);
  return ts.isFunctionLike(declaration);
}
