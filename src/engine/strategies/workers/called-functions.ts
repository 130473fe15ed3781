// The functions of the project that a piece of code calls, as far as names tell: through imports, not into packages.
import ts from 'typescript';
import { withoutAlias } from '../../source/aliases.ts';

/** The node itself first, then every function with a body that it calls by name, directly or through others. */
export function calledFunctions(node: ts.Node, checker: ts.TypeChecker): readonly ts.Node[] {
  const found = new Set<ts.Node>([node]);
  for (const caller of found) {
    const visit = (child: ts.Node): void => {
      if (ts.isIdentifier(child)) {
        const called = functionNamed(child, checker);
        if (called !== undefined) found.add(called);
      }
      ts.forEachChild(child, visit);
    };
    visit(caller);
  }
  return [...found];
}

/** The function that an identifier stands for; handing it on counts as calling it. */
export function functionNamed(identifier: ts.Identifier, checker: ts.TypeChecker): ts.SignatureDeclaration | undefined {
  for (const declaration of withoutAlias(checker.getSymbolAtLocation(identifier), checker)?.declarations ?? []) {
    if (declaration.getSourceFile().isDeclarationFile) continue;
    if (
      (ts.isFunctionDeclaration(declaration) || ts.isMethodDeclaration(declaration)) &&
      declaration.body !== undefined
    )
      return declaration;
    if (ts.isVariableDeclaration(declaration) && declaration.initializer !== undefined) {
      const { initializer } = declaration;
      if (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer)) return initializer;
    }
  }
  return undefined;
}
