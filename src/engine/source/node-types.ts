// Types of Node's own modules for a file that imports them in a project that has none: without them all that is read from a file would be of
// unknown type, and nothing could be told of it. They say what Node gives, whatever is installed.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const fileModules: ReadonlySet<string> = new Set(['fs', 'fs/promises']);

/** Declaration files to add to a program: none where the file imports no file functions, or where they are declared. */
export function missingNodeTypes(program: ts.Program, file: string): readonly string[] {
  const source = program.getSourceFile(file);
  if (source === undefined || !importsFileFunctions(source)) return [];
  const isDeclared = program
    .getTypeChecker()
    .getAmbientModules()
    .some(({ name }) => name === '"fs"');
  if (isDeclared) return [];
  const types = ownNodeTypes();
  return types === undefined ? [] : [types];
}

function importsFileFunctions(source: ts.SourceFile): boolean {
  const isNamed = (name: ts.Expression | undefined): boolean =>
    name !== undefined && ts.isStringLiteralLike(name) && fileModules.has(name.text.replace(/^node:/, ''));
  const visit = (node: ts.Node): boolean => {
    if (ts.isImportDeclaration(node)) return isNamed(node.moduleSpecifier);
    const isRequired =
      ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'require';
    return (isRequired && isNamed(node.arguments[0])) || ts.forEachChild(node, visit) === true;
  };
  return /\bfs\b/.test(source.text) && ts.forEachChild(source, visit) === true;
}

/** Beside a bundled engine, or in the packages of a checkout. */
function ownNodeTypes(here = fileURLToPath(import.meta.url)): string | undefined {
  try {
    const manifest = createRequire(here).resolve('@types/node/package.json');
    return manifest.replaceAll('\\', '/').replace(/package\.json$/, 'index.d.ts');
  } catch {
    return undefined;
  }
}
