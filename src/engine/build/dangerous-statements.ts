// Statements at the top of a module that must not run just because a function is benchmarked: servers, child processes, timers that never
// end, writes, `process.exit`. Called module functions are looked into; code behind an "am I the main module" test does not run and is left alone.
import ts from 'typescript';
import { declaredBy, functionsByName } from './module-statements.ts';

export interface DangerousStatement {
  readonly statement: ts.Statement;
  /** Name of the call that makes it so: `app.listen`. */
  readonly call: string;
}

const GLOBAL_CALLS: ReadonlySet<string> = new Set([
  'setInterval',
  'fetch',
  'process.exit',
  'process.abort',
  'process.kill',
  'process.stdin.on',
  'process.stdin.resume',
]);
const GLOBAL_CLASSES: ReadonlySet<string> = new Set(['WebSocket', 'EventSource']);
/** Methods that mean the same on whatever they are called. */
const METHODS: ReadonlySet<string> = new Set(['listen']);
/** Module name (without `node:`) to the functions of it that act on the world; '*' is all of them. */
const ACTING_IMPORTS: Readonly<Record<string, RegExp>> = {
  child_process: /./,
  cluster: /^(fork|setupPrimary)$/,
  fs: /^(write|append|mkdir|rm|unlink|rename|copyFile|cp|truncate|createWriteStream|chmod|chown|symlink|link|open)/,
  'fs/promises': /^(write|append|mkdir|rm|unlink|rename|copyFile|cp|truncate|chmod|chown|symlink|link|open)/,
  http: /^(request|get)$/,
  https: /^(request|get)$/,
  net: /^(connect|createConnection)$/,
  tls: /^connect$/,
  worker_threads: /^Worker$/,
  readline: /^createInterface$/,
  repl: /^start$/,
};
const MAIN_MODULE_TEST = /require\.main|import\.meta\.main|process\.argv\[1\]/;

export function dangerousStatements(sourceFile: ts.SourceFile): readonly DangerousStatement[] {
  const imports = importedNames(sourceFile);
  const functions = functionsByName(sourceFile);
  const visited = new Set<ts.Node>();

  const callIn = (node: ts.Node): string | undefined => {
    if (ts.isIfStatement(node) && MAIN_MODULE_TEST.test(node.expression.getText(sourceFile))) return undefined;
    if (isDefinition(node)) return undefined;
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      const own = actingCall(node, sourceFile, imports);
      if (own !== undefined) return own;
      const callee = calledFunction(node, functions);
      if (callee !== undefined && !visited.has(callee)) {
        visited.add(callee);
        const inside = ts.forEachChild(callee, callIn);
        if (inside !== undefined) return inside;
      }
    }
    return ts.forEachChild(node, callIn);
  };

  const found: DangerousStatement[] = [];
  for (const statement of sourceFile.statements) {
    visited.clear();
    const call = callIn(statement);
    if (call !== undefined) found.push({ statement, call });
  }
  return found;
}

/** Functions and classes that are only defined here; a function that stands as an argument or is called in place counts as run. */
function isDefinition(node: ts.Node): boolean {
  if (
    ts.isFunctionDeclaration(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isAccessor(node) ||
    ts.isConstructorDeclaration(node)
  )
    return true;
  if (!ts.isFunctionExpression(node) && !ts.isArrowFunction(node)) return false;
  let holder: ts.Node = node.parent;
  while (ts.isParenthesizedExpression(holder)) holder = holder.parent;
  return !ts.isCallExpression(holder) && !ts.isNewExpression(holder);
}

function actingCall(
  node: ts.CallExpression | ts.NewExpression,
  sourceFile: ts.SourceFile,
  imports: ReadonlyMap<string, ImportedName>,
): string | undefined {
  const callee = node.expression;
  const text = callee.getText(sourceFile);
  if (ts.isNewExpression(node) ? GLOBAL_CLASSES.has(text) : GLOBAL_CALLS.has(text)) return text;
  if (ts.isPropertyAccessExpression(callee)) {
    if (METHODS.has(callee.name.text)) return text;
    const root = text.split('.')[0] ?? '';
    const from = imports.get(root);
    return from !== undefined && ACTING_IMPORTS[from.module]?.test(callee.name.text) === true ? text : undefined;
  }
  if (!ts.isIdentifier(callee)) return undefined;
  const from = imports.get(callee.text);
  return from !== undefined && ACTING_IMPORTS[from.module]?.test(from.name) === true ? text : undefined;
}

interface ImportedName {
  readonly module: string;
  /** Name in that module; '*' or 'default' for the whole. */
  readonly name: string;
}

function importedNames(sourceFile: ts.SourceFile): ReadonlyMap<string, ImportedName> {
  const names = new Map<string, ImportedName>();
  for (const statement of sourceFile.statements) {
    if (ts.isImportDeclaration(statement) && ts.isStringLiteral(statement.moduleSpecifier)) {
      const module = statement.moduleSpecifier.text.replace(/^node:/, '');
      const bindings = statement.importClause?.namedBindings;
      for (const name of declaredBy(statement)) names.set(name, { module, name: '*' });
      if (bindings !== undefined && ts.isNamedImports(bindings)) {
        for (const element of bindings.elements)
          names.set(element.name.text, { module, name: (element.propertyName ?? element.name).text });
      }
    }
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations) {
      const module =
        initializer === undefined
          ? undefined
          : /^require\(['"](?:node:)?([^'"]+)['"]\)$/.exec(initializer.getText(sourceFile))?.[1];
      if (module === undefined) continue;
      if (ts.isIdentifier(name)) names.set(name.text, { module, name: '*' });
      else {
        for (const element of name.elements) {
          if (ts.isBindingElement(element) && ts.isIdentifier(element.name)) {
            names.set(element.name.text, { module, name: (element.propertyName ?? element.name).getText(sourceFile) });
          }
        }
      }
    }
  }
  return names;
}

function calledFunction(
  node: ts.CallExpression | ts.NewExpression,
  functions: ReadonlyMap<string, ts.Node>,
): ts.Node | undefined {
  return ts.isIdentifier(node.expression) ? functions.get(node.expression.text) : undefined;
}
