// How an inputs module can name a class or function that the subject's file knows: exported by the file itself, imported into it, or
// exported by another file of the project. Leaves the spelling of the specifier to the printer.
import ts from 'typescript';
import { withoutAlias } from '../source/aliases.ts';
import type { ImportedName } from './input-shape.ts';

/** Where and under which name a symbol can be imported, as seen from `sourceFile`; undefined when nothing exports it. */
export function importableName(
  symbol: ts.Symbol,
  sourceFile: ts.SourceFile,
  checker: ts.TypeChecker,
): ImportedName | undefined {
  const declaration = symbol.valueDeclaration;
  if (declaration === undefined) return undefined;
  const home = declaration.getSourceFile();
  if (!home.isDeclarationFile) {
    const exported = exportedAs(symbol, home, checker);
    if (exported !== undefined) return { name: localName(symbol, exported), exported, from: home.fileName };
  }
  return importedInto(symbol, sourceFile, checker);
}

function exportedAs(symbol: ts.Symbol, home: ts.SourceFile, checker: ts.TypeChecker): string | undefined {
  const moduleSymbol = checker.getSymbolAtLocation(home);
  if (moduleSymbol === undefined) return undefined;
  const found = checker
    .getExportsOfModule(moduleSymbol)
    .find((candidate) => withoutAlias(candidate, checker) === symbol);
  // `export =` and `module.exports =` arrive as the default import.
  return found?.name === 'export=' ? 'default' : found?.name;
}

function importedInto(symbol: ts.Symbol, sourceFile: ts.SourceFile, checker: ts.TypeChecker): ImportedName | undefined {
  for (const statement of sourceFile.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const clause = statement.importClause;
    if (clause === undefined || clause.phaseModifier === ts.SyntaxKind.TypeKeyword) continue;
    const specifier = statement.moduleSpecifier.text;
    const from = specifier.startsWith('.') ? resolvedFile(statement.moduleSpecifier, checker) : specifier;
    if (from === undefined) continue;
    if (clause.name !== undefined && namesSymbol(clause.name, symbol, checker))
      return { name: clause.name.text, exported: 'default', from };
    if (clause.namedBindings === undefined || !ts.isNamedImports(clause.namedBindings)) continue;
    for (const element of clause.namedBindings.elements) {
      if (namesSymbol(element.name, symbol, checker)) {
        return { name: element.name.text, exported: (element.propertyName ?? element.name).text, from };
      }
    }
  }
  return undefined;
}

function resolvedFile(specifier: ts.StringLiteral, checker: ts.TypeChecker): string | undefined {
  const declaration = checker.getSymbolAtLocation(specifier)?.valueDeclaration;
  return declaration !== undefined && ts.isSourceFile(declaration) ? declaration.fileName : undefined;
}

function namesSymbol(name: ts.Identifier, symbol: ts.Symbol, checker: ts.TypeChecker): boolean {
  return withoutAlias(checker.getSymbolAtLocation(name), checker) === symbol;
}

function localName(symbol: ts.Symbol, exported: string): string {
  if (exported !== 'default') return exported;
  return symbol.name === 'default' || symbol.name === 'export=' ? 'Subject' : symbol.name;
}
