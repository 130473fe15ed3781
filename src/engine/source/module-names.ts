// How a rewrite comes by functions of a module: through the import or `require` that the file has, which is extended, or through a new
// one. Names that the rewritten file no longer uses leave the same import, so that no unused one is left behind.
import ts from 'typescript';
import type { FileEdit } from './edits.ts';
import { wholeLines } from './insertion-places.ts';
import { freshName } from './names.ts';
import type { Subject } from './subject.ts';

export interface WantedNames {
  /** How the module may be spelled, the spelling for a new import first: `['node:fs', 'fs']`. */
  readonly module: readonly [string, ...string[]];
  readonly names: readonly string[];
  /** Exported names that the rewrite has taken its last use from. */
  readonly unused: readonly string[];
  /** An import of another module that is left without names: a new import takes its place. */
  readonly instead?: ts.Statement | undefined;
}

/** Takes unused names out of a module's import. An import that would be left empty is not touched but given back. */
export function dropNames(
  edit: FileEdit,
  subject: Subject,
  { module, unused }: Pick<WantedNames, 'module' | 'unused'>,
): ts.Statement | undefined {
  for (const statement of subject.sourceFile.statements) {
    const source = moduleOf(statement);
    if (source?.list === undefined || !module.includes(source.specifier) || unused.length === 0) continue;
    const isLast = source.list.elements.every((element) =>
      unused.includes((element.propertyName ?? element.name).getText(subject.sourceFile)),
    );
    if (isLast) return statement;
    extend(edit, subject, source.list, [], unused);
  }
  return undefined;
}

/** The expression for each wanted name: `openSync`, `fs.openSync`, or a renamed import where the name is taken. */
export function moduleNames(
  edit: FileEdit,
  subject: Subject,
  { module, names, unused, instead }: WantedNames,
): ReadonlyMap<string, string> {
  const { sourceFile, style } = subject;
  for (const statement of sourceFile.statements) {
    const source = moduleOf(statement);
    if (source === undefined || !module.includes(source.specifier)) continue;
    if (instead !== undefined) edit.remove(wholeLines(instead, subject));
    if (source.whole !== undefined) return new Map(names.map((name) => [name, `${source.whole}.${name}`]));
    if (source.list !== undefined) return extend(edit, subject, source.list, names, unused);
  }
  const locals = new Map(names.map((name) => [name, freshName(subject, name)]));
  const usesRequire = !style.isTypeScript && style.module !== 'esm';
  const list = [...locals].map(([name, local]) => renamed(name, local, usesRequire ? ': ' : ' as ')).join(', ');
  const specifier = `${style.quote}${module[0]}${style.quote}`;
  const end = style.semicolons ? ';' : '';
  const line = usesRequire
    ? `const { ${list} } = require(${specifier})${end}`
    : `import { ${list} } from ${specifier}${end}`;
  if (instead === undefined) edit.addImport(line);
  else edit.replace(instead, line);
  return locals;
}

interface ModuleSource {
  readonly specifier: string;
  /** `fs` of `import fs from`, `import * as fs from` and `const fs = require()`. */
  readonly whole?: string;
  readonly list?: ts.NamedImports | ts.ObjectBindingPattern;
}

function moduleOf(statement: ts.Statement): ModuleSource | undefined {
  if (ts.isImportDeclaration(statement) && ts.isStringLiteral(statement.moduleSpecifier)) {
    const clause = statement.importClause;
    if (clause === undefined || clause.phaseModifier !== undefined) return undefined;
    const specifier = statement.moduleSpecifier.text;
    const bindings = clause.namedBindings;
    if (bindings !== undefined && ts.isNamedImports(bindings)) return { specifier, list: bindings };
    const whole = bindings?.name ?? clause.name;
    return whole === undefined ? undefined : { specifier, whole: whole.text };
  }
  if (!ts.isVariableStatement(statement) || (statement.declarationList.flags & ts.NodeFlags.Const) === 0) {
    return undefined;
  }
  const [declaration] = statement.declarationList.declarations;
  const call = declaration?.initializer;
  if (declaration === undefined || call === undefined || !ts.isCallExpression(call)) return undefined;
  const [argument] = call.arguments;
  const isRequire = ts.isIdentifier(call.expression) && call.expression.text === 'require';
  if (!isRequire || argument === undefined || !ts.isStringLiteral(argument)) return undefined;
  const { name } = declaration;
  if (ts.isIdentifier(name)) return { specifier: argument.text, whole: name.text };
  return ts.isObjectBindingPattern(name) ? { specifier: argument.text, list: name } : undefined;
}

function extend(
  edit: FileEdit,
  subject: Subject,
  list: ts.NamedImports | ts.ObjectBindingPattern,
  names: readonly string[],
  unused: readonly string[],
): ReadonlyMap<string, string> {
  const { sourceFile, text } = subject;
  const as = ts.isNamedImports(list) ? ' as ' : ': ';
  const known = new Map<string, string>();
  const kept: string[] = [];
  for (const element of list.elements) {
    const exported = (element.propertyName ?? element.name).getText(sourceFile);
    const isType = ts.isImportSpecifier(element) && element.isTypeOnly;
    if (unused.includes(exported) && !isType && !names.includes(exported)) continue;
    if (!isType) known.set(exported, element.name.getText(sourceFile));
    kept.push(element.getText(sourceFile));
  }
  const added = names.filter((name) => !known.has(name));
  for (const name of added) {
    const local = freshName(subject, name);
    known.set(name, local);
    kept.push(renamed(name, local, as));
  }
  const written = text.slice(list.getStart(sourceFile), list.end);
  const isSorted = isInOrder(list.elements.map((element) => element.getText(sourceFile)));
  const items = isSorted ? [...kept].sort(byName) : kept;
  const shown = written.includes('\n')
    ? `{\n${items.map((item) => `${subject.style.indent}${item},\n`).join('')}}`
    : `{ ${items.join(', ')} }`;
  if (shown !== written) edit.replace(list, shown);
  return new Map(names.map((name) => [name, known.get(name) ?? name]));
}

function isInOrder(items: readonly string[]): boolean {
  return items.every((item, index) => index === 0 || byName(items[index - 1] ?? '', item) <= 0);
}

function byName(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function renamed(name: string, local: string, as: string): string {
  return local === name ? name : `${name}${as}${local}`;
}
