// Calls of Node's file functions, known by what they were imported as and not by how they are spelled: `import fs from 'node:fs'`,
// `import { readFileSync as read } from 'fs'`, `const { appendFile } = require('fs/promises')`, `fs.promises.readFile`.
import ts from 'typescript';
import type { Subject } from './subject.ts';

export interface FileCall {
  readonly call: ts.CallExpression;
  /** The function's own name: 'readFileSync'. */
  readonly name: string;
  readonly isPromise: boolean;
}

/** The call as one of a function of `fs` or `fs/promises`; undefined for any other call. */
export function fileCallOf(call: ts.CallExpression, checker: ts.TypeChecker): FileCall | undefined {
  const path = importPath(call.expression, checker);
  if (path === undefined) return undefined;
  const [module, ...members] = path;
  const isPromise = module === 'fs/promises' || members[0] === 'promises';
  const rest = members[0] === 'promises' ? members.slice(1) : members;
  const [name, ...more] = rest;
  if (name === undefined || more.length > 0) return undefined;
  return { call, name, isPromise };
}

/** All of them in a function, nested functions included, in source order. */
export function fileCallsIn({ node, checker }: Pick<Subject, 'node' | 'checker'>): readonly FileCall[] {
  const calls: FileCall[] = [];
  const visit = (part: ts.Node): void => {
    const call = ts.isCallExpression(part) ? fileCallOf(part, checker) : undefined;
    if (call !== undefined) calls.push(call);
    ts.forEachChild(part, visit);
  };
  visit(node);
  return calls;
}

/** `['fs', 'promises', 'readFile']`: the module that a name or a chain of names comes from, and the way inside of it. */
function importPath(expression: ts.Expression, checker: ts.TypeChecker): readonly string[] | undefined {
  if (ts.isPropertyAccessExpression(expression)) {
    const holder = importPath(expression.expression, checker);
    return holder === undefined ? undefined : [...holder, expression.name.text].filter((name) => name !== 'default');
  }
  if (!ts.isIdentifier(expression)) return undefined;
  const declaration = checker.getSymbolAtLocation(expression)?.declarations?.[0];
  if (declaration === undefined) return undefined;
  if (ts.isImportSpecifier(declaration)) {
    const name = (declaration.propertyName ?? declaration.name).text;
    return fileModule(declaration.parent.parent.parent.moduleSpecifier, name === 'default' ? [] : [name]);
  }
  if (ts.isNamespaceImport(declaration)) return fileModule(declaration.parent.parent.moduleSpecifier, []);
  if (ts.isImportClause(declaration)) return fileModule(declaration.parent.moduleSpecifier, []);
  if (ts.isVariableDeclaration(declaration)) return requiredPath(declaration, []);
  if (ts.isBindingElement(declaration) && ts.isVariableDeclaration(declaration.parent.parent)) {
    const name = declaration.propertyName ?? declaration.name;
    return ts.isIdentifier(name) ? requiredPath(declaration.parent.parent, [name.text]) : undefined;
  }
  return undefined;
}

/** Of `const ... = require('fs')` and `require('fs').promises`, which nothing assigns again. */
function requiredPath(
  { initializer, parent }: ts.VariableDeclaration,
  members: readonly string[],
): readonly string[] | undefined {
  const isConstant = ts.isVariableDeclarationList(parent) && (parent.flags & ts.NodeFlags.Const) !== 0;
  if (!isConstant || initializer === undefined) return undefined;
  const isPromises = ts.isPropertyAccessExpression(initializer) && initializer.name.text === 'promises';
  const call = isPromises ? initializer.expression : initializer;
  if (!ts.isCallExpression(call)) return undefined;
  const isRequire = ts.isIdentifier(call.expression) && call.expression.text === 'require';
  return isRequire ? fileModule(call.arguments[0], isPromises ? ['promises', ...members] : members) : undefined;
}

function fileModule(specifier: ts.Expression | undefined, members: readonly string[]): readonly string[] | undefined {
  if (specifier === undefined || !ts.isStringLiteralLike(specifier)) return undefined;
  const name = specifier.text.replace(/^node:/, '');
  return name === 'fs' || name === 'fs/promises' ? [name, ...members] : undefined;
}
