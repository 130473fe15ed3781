// Which module system a file runs under: by its syntax for bundling, by its extension and package for Node's rules.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** True when Node itself would load the file as an ES module: extension first, then the nearest package.json. */
export function isNodeEsModule(file: string): boolean {
  if (/\.m[jt]s$/.test(file)) return true;
  if (/\.c[jt]s$/.test(file)) return false;
  return nearestPackageType(path.dirname(file)) === 'module';
}

function nearestPackageType(folder: string): string | undefined {
  const text = readIfPresent(path.join(folder, 'package.json'));
  if (text !== undefined) {
    try {
      return (JSON.parse(text) as { type?: string }).type;
    } catch (problem) {
      // A package.json that does not parse says nothing about the type; Node would refuse it with its own message at load.
      if (problem instanceof SyntaxError) return undefined;
      throw problem;
    }
  }
  const parent = path.dirname(folder);
  return parent === folder || path.basename(folder) === 'node_modules' ? undefined : nearestPackageType(parent);
}

function readIfPresent(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // Absent or unreadable: the search goes on in the parent folder, as Node's does.
    return undefined;
  }
}

/** How a bundler reads the text: an import or export statement makes it an ES module, else Node's rules for the file decide. */
export function bundledAs(sourceFile: ts.SourceFile, file: string): 'esm' | 'commonjs' {
  if (
    sourceFile.statements.some((statement) => ts.isExportAssignment(statement) && statement.isExportEquals === true)
  ) {
    return 'commonjs';
  }
  if (sourceFile.statements.some(isEsModuleStatement)) return 'esm';
  return isNodeEsModule(file) ? 'esm' : 'commonjs';
}

function isEsModuleStatement(statement: ts.Statement): boolean {
  if (ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement) || ts.isExportAssignment(statement))
    return true;
  return (
    ts.canHaveModifiers(statement) &&
    (ts.getModifiers(statement) ?? []).some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword)
  );
}

export function parseModule(file: string, text: string): ts.SourceFile {
  const scriptKind = /\.(tsx)$/.test(file)
    ? ts.ScriptKind.TSX
    : /\.[cm]?ts$/.test(file)
      ? ts.ScriptKind.TS
      : ts.ScriptKind.JSX;
  return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, scriptKind);
}
