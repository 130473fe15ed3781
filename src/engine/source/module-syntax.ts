// Which module syntax a file is written in, from its tree alone.
import ts from 'typescript';
import { hasModifier } from './binding-target.ts';

/** `import` or `export`, as ES modules have them. */
export function hasModuleSyntax(sourceFile: ts.SourceFile): boolean {
  return sourceFile.statements.some(
    (statement) =>
      ts.isImportDeclaration(statement) ||
      ts.isExportDeclaration(statement) ||
      (ts.isExportAssignment(statement) && statement.isExportEquals !== true) ||
      hasModifier(statement, ts.SyntaxKind.ExportKeyword),
  );
}

/** `require(...)`, `module.exports` or `exports.x` at the top level. */
export function usesCommonJs(sourceFile: ts.SourceFile): boolean {
  const pending: ts.Node[] = [...sourceFile.statements];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (ts.isFunctionLike(node) || ts.isClassLike(node)) continue;
    if (ts.isIdentifier(node) && (node.text === 'require' || node.text === 'exports')) return true;
    if (
      ts.isPropertyAccessExpression(node) &&
      node.name.text === 'exports' &&
      ts.isIdentifier(node.expression) &&
      node.expression.text === 'module'
    )
      return true;
    ts.forEachChild(node, (child) => {
      pending.push(child);
    });
  }
  return false;
}
