// Keeps a bundled module believing that it lives where its source lives: `import.meta.url`, `__dirname`, `require(name)` and their kin are
// replaced by the values of the original path. Leaves static imports and `require('literal')` to the bundler.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import MagicString from 'magic-string';
import ts from 'typescript';
import { parseModule } from './module-kind.ts';

/** Names that the bundle's banner defines for the replaced expressions. */
export const CREATE_REQUIRE = '__speedlens_createRequire';
export const CREATE_RESOLVE = '__speedlens_createResolve';

/** First line of every bundle. `originalFile` is what a stray `require` of the bundle resolves from. */
export function locationsBanner(originalFile: string): string {
  const url = JSON.stringify(pathToFileURL(originalFile).href);
  return (
    `import { createRequire as ${CREATE_REQUIRE} } from 'node:module';` +
    `import { pathToFileURL as __speedlens_pathToFileURL } from 'node:url';` +
    `const require = ${CREATE_REQUIRE}(${url});` +
    `const ${CREATE_RESOLVE} = (url) => (name) => { const found = ${CREATE_REQUIRE}(url).resolve(name);` +
    ` return /^[a-z]+:/.test(found) && found[1] !== ':' ? found : __speedlens_pathToFileURL(found).href; };`
  );
}

const MENTIONS_LOCATION = /import\s*\.\s*meta|\b__dirname\b|\b__filename\b|\brequire\s*(\.|\(\s*[^'"\s])/;

/** The text with every expression about the module's own place replaced, on the same lines; the very text when there is none. */
export function pinModuleLocations(file: string, text: string): string {
  if (!MENTIONS_LOCATION.test(text)) return text;
  const sourceFile = parseModule(file, text);
  const declared = declaredNames(sourceFile);
  const url = JSON.stringify(pathToFileURL(file).href);
  const edited = new MagicString(text);
  const replacements: Record<string, string> = {
    url,
    dirname: JSON.stringify(path.dirname(file)),
    filename: JSON.stringify(file),
    main: 'false',
    resolve: `${CREATE_RESOLVE}(${url})`,
    // Vite's: the closest thing outside of Vite is the environment of the process.
    env: '(process.env)',
  };
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node) && isImportMeta(node.expression)) {
      const value = replacements[node.name.text];
      if (value !== undefined) edited.overwrite(node.getStart(), node.end, value);
      return;
    }
    if (ts.isIdentifier(node)) {
      const value =
        node.text === '__dirname'
          ? replacements['dirname']
          : node.text === '__filename'
            ? replacements['filename']
            : undefined;
      if (value !== undefined && !declared.has(node.text) && isReference(node)) {
        edited.overwrite(
          node.getStart(),
          node.end,
          ts.isShorthandPropertyAssignment(node.parent) ? `${node.text}: ${value}` : value,
        );
      } else if (node.text === 'require' && !declared.has('require') && needsRealRequire(node)) {
        edited.overwrite(node.getStart(), node.end, `${CREATE_REQUIRE}(${url})`);
      }
      return;
    }
    ts.forEachChild(node, visit);
  };
  visit(sourceFile);
  return edited.hasChanged() ? edited.toString() : text;
}

function isImportMeta(node: ts.Node): boolean {
  return ts.isMetaProperty(node) && node.keywordToken === ts.SyntaxKind.ImportKeyword;
}

/** `require(expression)`, `require.resolve`, `require.cache`: what a bundler cannot answer. `require('literal')` stays. */
function needsRealRequire(node: ts.Identifier): boolean {
  const parent = node.parent;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (!ts.isCallExpression(parent) || parent.expression !== node) return false;
  const [argument] = parent.arguments;
  return argument !== undefined && !ts.isStringLiteralLike(argument);
}

function isReference(node: ts.Identifier): boolean {
  const parent = node.parent;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent) || ts.isMethodDeclaration(parent) || ts.isPropertyDeclaration(parent))
    return parent.name !== node;
  return !ts.isImportSpecifier(parent) && !ts.isExportSpecifier(parent) && !ts.isTypeQueryNode(parent);
}

/** Every name bound anywhere in the file. A file that declares `__dirname` itself has taken care of it. */
function declaredNames(sourceFile: ts.SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (
      (ts.isVariableDeclaration(node) ||
        ts.isParameter(node) ||
        ts.isBindingElement(node) ||
        ts.isFunctionDeclaration(node) ||
        ts.isImportSpecifier(node) ||
        ts.isImportClause(node)) &&
      node.name !== undefined &&
      ts.isIdentifier(node.name)
    ) {
      names.add(node.name.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(sourceFile);
  return names;
}
