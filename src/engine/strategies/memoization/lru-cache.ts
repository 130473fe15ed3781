// A cache of the package lru-cache, for projects that have it already: what was used longest ago goes when it is full. Where a project does not
// have it, that is only said beside the Map that starts over.
import ts from 'typescript';
import type { FileEdit } from '../../source/edits.ts';
import { freshName } from '../../source/names.ts';
import { dependencyMajor } from '../../source/package-folder.ts';
import type { Subject } from '../../source/subject.ts';
import type { KeyPart } from './cache-keys.ts';
import { resultType } from './result-kind.ts';

const PACKAGE = 'lru-cache';
const CLASS = 'LRUCache';
/** The first one that exports the class by that name alone. */
const FIRST_MAJOR = 10;

/** One key and a result that are never absent, which its types ask for; and a file that can import it. */
export function canUseLru(subject: Subject, keys: readonly KeyPart[]): boolean {
  const [key, ...more] = keys;
  if (key === undefined || more.length > 0 || key.kinds.has('null') || key.kinds.has('undefined')) return false;
  // A script that imports would be none any more.
  if (!subject.style.isTypeScript && subject.style.module === 'script') return false;
  const type = resultType(subject);
  const absent = ts.TypeFlags.Undefined | ts.TypeFlags.Void | ts.TypeFlags.Null;
  const parts = type.isUnion() ? type.types : [type];
  if (parts.some(({ flags }) => (flags & absent) !== 0)) return false;
  const major = dependencyMajor(subject.file, PACKAGE);
  return major !== undefined && major >= FIRST_MAJOR && (isImported(subject) || freshName(subject, CLASS) === CLASS);
}

export function importLru(edit: FileEdit, subject: Subject): void {
  if (isImported(subject)) return;
  const { quote, semicolons, module } = subject.style;
  const from = `${quote}${PACKAGE}${quote}`;
  const end = semicolons ? ';' : '';
  edit.addImport(
    module === 'commonjs' && !subject.style.isTypeScript
      ? `const { ${CLASS} } = require(${from})${end}`
      : `import { ${CLASS} } from ${from}${end}`,
  );
}

function isImported({ sourceFile }: Subject): boolean {
  return sourceFile.statements.some((statement) => {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) return false;
    const names = statement.importClause?.namedBindings;
    const isOf =
      statement.moduleSpecifier.text === PACKAGE && statement.importClause?.phaseModifier !== ts.SyntaxKind.TypeKeyword;
    if (!isOf || names === undefined || !ts.isNamedImports(names)) return false;
    return names.elements.some((one) => one.name.text === CLASS && one.propertyName === undefined && !one.isTypeOnly);
  });
}
