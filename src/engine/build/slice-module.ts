// Cuts a module down to what some of its names need: declarations reached from them, the imports those use, and the top-level statements
// that change something kept, found through helpers as well. Used when the whole module cannot be loaded. What is left out stays blank, so
// that lines keep their numbers.
import ts from 'typescript';
import { dangerousStatements } from './dangerous-statements.ts';
import { parseModule } from './module-kind.ts';
import { changedBy, declaredBy, functionsByName, namesUsedIn } from './module-statements.ts';

export interface ModuleSlice {
  readonly text: string;
  /** 1-based lines of the top-level statements left out, imports and declarations not counted, with the call that made one dangerous. */
  readonly leftOut: readonly { readonly line: number; readonly call?: string }[];
}

/** Module-level names, 'default' for the default export or `module.exports`. */
export function sliceModule(file: string, text: string, roots: ReadonlySet<string>): ModuleSlice {
  const sourceFile = parseModule(file, text);
  const dangerous = new Map(dangerousStatements(sourceFile).map(({ statement, call }) => [statement, call]));
  const kept = keptStatements(sourceFile, roots, dangerous);
  const leftOut: { line: number; call?: string }[] = [];
  let sliced = text;
  for (const statement of sourceFile.statements) {
    const start = statement.getStart(sourceFile);
    const replacement = kept.has(statement) ? undefined : blank(text.slice(start, statement.end));
    if (replacement !== undefined) {
      sliced = sliced.slice(0, start) + replacement + sliced.slice(statement.end);
      const call = dangerous.get(statement);
      if (call !== undefined || declaredBy(statement).length === 0) {
        const line = sourceFile.getLineAndCharacterOfPosition(start).line + 1;
        leftOut.push(call === undefined ? { line } : { line, call });
      }
    }
  }
  return { text: exportsOfKept(sourceFile, sliced, kept), leftOut };
}

function blank(text: string): string {
  return text.replaceAll(/[^\r\n]/g, ' ');
}

function keptStatements(
  sourceFile: ts.SourceFile,
  roots: ReadonlySet<string>,
  dangerous: ReadonlyMap<ts.Statement, string>,
): ReadonlySet<ts.Statement> {
  const declarations = new Map<string, ts.Statement[]>();
  for (const statement of sourceFile.statements) {
    for (const name of declaredBy(statement)) declarations.set(name, [...(declarations.get(name) ?? []), statement]);
  }
  const changes = changesOfStatements(sourceFile, declarations);
  const kept = new Set<ts.Statement>(sourceFile.statements.filter(isAlwaysKept));
  const needed = new Set<string>();
  const pending = [...roots];
  const keep = (statement: ts.Statement): void => {
    if (kept.has(statement)) return;
    kept.add(statement);
    pending.push(...namesUsedIn(statement));
  };
  for (;;) {
    for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
      if (needed.has(name)) continue;
      needed.add(name);
      for (const statement of declarations.get(name) ?? []) keep(statement);
    }
    for (const statement of sourceFile.statements) {
      if (
        !kept.has(statement) &&
        !dangerous.has(statement) &&
        [...(changes.get(statement) ?? [])].some((name) => needed.has(name))
      )
        keep(statement);
    }
    if (pending.length === 0) return kept;
  }
}

function isAlwaysKept(statement: ts.Statement): boolean {
  if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) return true;
  // Imported for its effect alone: nothing tells what it changes.
  if (ts.isImportDeclaration(statement) && statement.importClause === undefined) return true;
  if (ts.isExportDeclaration(statement) && statement.moduleSpecifier === undefined) return true;
  return ts.isExpressionStatement(statement) && ts.isStringLiteral(statement.expression);
}

/** Module-level names that each statement may change when it runs, through called functions and through variables made from others. */
function changesOfStatements(
  sourceFile: ts.SourceFile,
  declarations: ReadonlyMap<string, readonly ts.Statement[]>,
): ReadonlyMap<ts.Statement, ReadonlySet<string>> {
  const functions = functionsByName(sourceFile);
  const result = new Map<ts.Statement, ReadonlySet<string>>();
  for (const statement of sourceFile.statements) {
    if (ts.isFunctionDeclaration(statement) || ts.isImportDeclaration(statement) || isDefinitionOnly(statement))
      continue;
    const names = new Set<string>();
    const seen = new Set<ts.Node>();
    const add = (node: ts.Node): void => {
      if (seen.has(node)) return;
      seen.add(node);
      const changed = changedBy(node);
      for (const name of changed.calls) {
        const callee = functions.get(name);
        if (callee !== undefined) add(callee);
        else names.add(name);
      }
      for (const name of changed.names) names.add(name);
    };
    add(statement);
    // `alias.set(…)` changes what `alias` was made from, and a method of a module object may change what its body names.
    for (const name of names) {
      for (const declaration of declarations.get(name) ?? []) {
        if (!ts.isVariableStatement(declaration) || declaration === statement) continue;
        for (const used of namesUsedIn(declaration)) if (declarations.has(used)) names.add(used);
      }
    }
    result.set(statement, names);
  }
  return result;
}

/** `const f = () => …` runs nothing when it is reached. */
function isDefinitionOnly(statement: ts.Statement): boolean {
  return (
    ts.isVariableStatement(statement) &&
    statement.declarationList.declarations.every(
      ({ initializer }) =>
        initializer === undefined || ts.isFunctionLike(initializer) || ts.isLiteralExpression(initializer),
    )
  );
}

/** `export { a, b }` names only what is still there. */
function exportsOfKept(sourceFile: ts.SourceFile, text: string, kept: ReadonlySet<ts.Statement>): string {
  const names = new Set([...kept].flatMap(declaredBy));
  let result = text;
  for (const statement of [...sourceFile.statements].reverse()) {
    if (!ts.isExportDeclaration(statement) || statement.moduleSpecifier !== undefined) continue;
    const clause = statement.exportClause;
    if (clause === undefined || !ts.isNamedExports(clause)) continue;
    const remaining = clause.elements.filter(
      (element) => element.isTypeOnly || names.has((element.propertyName ?? element.name).text),
    );
    if (remaining.length === clause.elements.length || statement.isTypeOnly) continue;
    const start = clause.getStart(sourceFile);
    const list = `{ ${remaining.map((element) => element.getText(sourceFile).replaceAll(/\s+/g, ' ')).join(', ')} }`;
    const lineBreaks = text.slice(start, clause.end).replaceAll(/[^\n]/g, '');
    result = result.slice(0, start) + list + lineBreaks + result.slice(clause.end);
  }
  return result;
}
