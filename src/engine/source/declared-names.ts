// Whether a file gives a name a meaning of its own, so that code written into it would not reach the language's.
import ts from 'typescript';

/** Anywhere in the file: a variable, a parameter, a function, a class, an enum or an import. Members and types hide nothing. */
export function declaresName(sourceFile: ts.SourceFile, name: string): boolean {
  const visit = (node: ts.Node): boolean =>
    (ts.isIdentifier(node) && node.text === name && isDeclared(node)) || (ts.forEachChild(node, visit) ?? false);
  return visit(sourceFile);
}

function isDeclared(name: ts.Identifier): boolean {
  const { parent } = name;
  return (
    (ts.isVariableDeclaration(parent) ||
      ts.isParameter(parent) ||
      ts.isBindingElement(parent) ||
      ts.isFunctionDeclaration(parent) ||
      ts.isFunctionExpression(parent) ||
      ts.isClassLike(parent) ||
      ts.isEnumDeclaration(parent) ||
      ts.isModuleDeclaration(parent) ||
      ts.isImportClause(parent) ||
      ts.isImportSpecifier(parent) ||
      ts.isNamespaceImport(parent) ||
      ts.isImportEqualsDeclaration(parent)) &&
    parent.name === name
  );
}
