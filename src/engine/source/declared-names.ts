// Whether a file gives a name a meaning of its own, so that code written into it would not reach the language's.
import ts from 'typescript';

/**
 * Anywhere in the file: a variable, a parameter, a function, a class, an enum or an import. Members and types hide nothing, nor does what Node
 * hands out under the name that it is known by everywhere: `import { URL } from 'node:url'`.
 */
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
    parent.name === name &&
    !isOfNode(parent)
  );
}

function isOfNode(declaration: ts.Node): boolean {
  if (ts.isImportSpecifier(declaration)) {
    const { moduleSpecifier } = declaration.parent.parent.parent;
    return declaration.propertyName === undefined && isNodeModule(moduleSpecifier);
  }
  if (!ts.isBindingElement(declaration) || declaration.propertyName !== undefined) return false;
  const { parent } = declaration.parent;
  if (!ts.isVariableDeclaration(parent) || parent.initializer === undefined) return false;
  const { initializer } = parent;
  const isRequire =
    ts.isCallExpression(initializer) &&
    ts.isIdentifier(initializer.expression) &&
    initializer.expression.text === 'require';
  return isRequire && isNodeModule(initializer.arguments[0]);
}

/** Those that hand out globals. */
function isNodeModule(specifier: ts.Node | undefined): boolean {
  return specifier !== undefined && ts.isStringLiteralLike(specifier) && /^(node:)?(buffer|url)$/.test(specifier.text);
}
