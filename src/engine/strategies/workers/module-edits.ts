// Edits that all shapes make in the subject's file: imports by name, and exports for the worker file.
import ts from 'typescript';
import type { FileEdit } from '../../source/edits.ts';
import { laidOut } from '../../source/generated-text.ts';
import { topLevelStatement } from '../../source/insertion-places.ts';
import { freshName } from '../../source/names.ts';
import type { Subject } from '../../source/subject.ts';

/** The local name of an import, which is added when the file does not have it yet. */
export function addNamedImport(
  edit: FileEdit,
  subject: Subject,
  name: string,
  from: string,
  runsAs: 'esm' | 'commonjs',
): string {
  const { style, sourceFile } = subject;
  for (const statement of sourceFile.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const bindings = statement.importClause?.namedBindings;
    if (statement.moduleSpecifier.text !== from || bindings === undefined || !ts.isNamedImports(bindings)) continue;
    const isForTypes = statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
    const element = bindings.elements.find((one) => (one.propertyName ?? one.name).text === name && !one.isTypeOnly);
    if (element !== undefined && !isForTypes) return element.name.text;
  }
  const local = freshName(subject, name);
  const quoted = `${style.quote}${from}${style.quote}`;
  const end = style.semicolons ? ';' : '';
  const usesRequire = !style.isTypeScript && runsAs === 'commonjs';
  const renamed = local === name ? name : usesRequire ? `${name}: ${local}` : `${name} as ${local}`;
  edit.addImport(
    usesRequire ? `const { ${renamed} } = require(${quoted})${end}` : `import { ${renamed} } from ${quoted}${end}`,
  );
  return local;
}

export interface AddedExports {
  /** Exports a new function: always when the worker imports it, else when the subject is exported. Gives the word in front of it. */
  exporting(name: string, isForWorker: boolean): string;
  /** Adds what has to be exported at the end of the file. */
  finish(): void;
}

export function addedExports(edit: FileEdit, subject: Subject): AddedExports & { readonly isExported: boolean } {
  const { style, sourceFile } = subject;
  const exportsAtEnd: string[] = [];
  const isExported = isSubjectExported(subject, topLevelStatement(subject.node));
  return {
    isExported,
    exporting(name, isForWorker) {
      if (!isForWorker && !isExported) return '';
      if (style.module === 'esm') return 'export ';
      exportsAtEnd.push(name);
      return '';
    },
    finish() {
      const last = sourceFile.statements.at(-1);
      if (exportsAtEnd.length === 0 || last === undefined) return;
      const lines = exportsAtEnd.map((name) => `module.exports.${name} = ${name};`);
      edit.insertLinesAfter(last, `\n${laidOut(lines.join('\n'), style)}`);
    },
  };
}

function isSubjectExported({ sourceFile, listing }: Subject, statement: ts.Statement): boolean {
  const isMarked =
    ts.canHaveModifiers(statement) &&
    ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;
  if (isMarked) return true;
  const mentions = new RegExp(`(?<![\\w$])${listing.name.replaceAll('$', '\\$')}(?![\\w$])`);
  return sourceFile.statements.some((other) => {
    const isExport =
      ts.isExportDeclaration(other) ||
      ts.isExportAssignment(other) ||
      (ts.isExpressionStatement(other) &&
        ts.isBinaryExpression(other.expression) &&
        /^(module\.)?exports\b/.test(other.expression.left.getText(sourceFile)));
    return isExport && mentions.test(other.getText(sourceFile));
  });
}
