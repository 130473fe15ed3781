// Where the cache is declared: above the function's statement, unless code that runs while the module loads may call the hoisted function
// before; then above that code.

import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import { topLevelSideEffects } from '../../source/module-scope.ts';
import { reasonFor } from '../../source/reason-at.ts';
import type { Subject } from '../../source/subject.ts';

export type Placement =
  | { readonly ok: true; readonly statement: ts.Statement }
  | { readonly ok: false; readonly reason: Reason };

export function placeCache(subject: Subject): Placement {
  const own = subject.sourceFile.statements.find(
    (statement) => statement.pos <= subject.node.pos && subject.node.end <= statement.end,
  );
  if (own === undefined) {
    return {
      ok: false,
      reason: reasonFor(subject.node, 'M8', 'It does not stand in a statement of its module.'),
    };
  }
  if (!ts.isFunctionDeclaration(subject.node)) return { ok: true, statement: own };
  if (isInImportCycle(subject)) {
    const message = 'Its module is part of an import cycle, so it may be called before its cache exists.';
    return { ok: false, reason: reasonFor(subject.node, 'M8', message, 'Break the import cycle.') };
  }
  const running = topLevelSideEffects(subject.sourceFile, subject.checker).find(
    ({ kind, statement }) => kind !== 'import' && statement.pos < own.pos,
  );
  return { ok: true, statement: running?.statement ?? own };
}

/** Whether a local module that this one imports, directly or not, imports this one. */
function isInImportCycle({ sourceFile, checker }: Subject): boolean {
  const seen = new Set<ts.SourceFile>();
  const pending = importedFiles(sourceFile, checker);
  for (let file = pending.pop(); file !== undefined; file = pending.pop()) {
    if (file === sourceFile) return true;
    if (seen.has(file) || file.isDeclarationFile) continue;
    seen.add(file);
    pending.push(...importedFiles(file, checker));
  }
  return false;
}

function importedFiles(file: ts.SourceFile, checker: ts.TypeChecker): ts.SourceFile[] {
  return file.statements.flatMap((statement) => {
    const specifiers =
      ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)
        ? [statement.moduleSpecifier]
        : requiredBy(statement);
    return specifiers.flatMap((specifier) => {
      const target = specifier && checker.getSymbolAtLocation(specifier)?.valueDeclaration;
      return target !== undefined && ts.isSourceFile(target) ? [target] : [];
    });
  });
}

function requiredBy(statement: ts.Statement): readonly ts.Expression[] {
  const found: ts.Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'require')
      found.push(...node.arguments);
    else if (!ts.isFunctionLike(node)) ts.forEachChild(node, visit);
  };
  visit(statement);
  return found;
}
