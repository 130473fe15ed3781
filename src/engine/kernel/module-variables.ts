// Constants of the module that are no plain numbers: tables, `const TABLE = crcTable()`, and what is computed when the module is loaded. The caller hands
// them over with every call, so what they hold by then is what the kernel reads.
import ts from 'typescript';
import { withoutAlias } from '../source/aliases.ts';
import { constantOf } from './constant-values.ts';
import type { FunctionNode } from './function-node.ts';

/** Whether the name is that of such a constant, in its own file or where it is imported. */
export function isModuleVariable(symbol: ts.Symbol, checker: ts.TypeChecker): boolean {
  const declaration = withoutAlias(symbol, checker).valueDeclaration;
  if (declaration === undefined || !ts.isVariableDeclaration(declaration)) return false;
  if (!ts.isIdentifier(declaration.name) || declaration.initializer === undefined) return false;
  const isConstant = (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0;
  const isOfModule = ts.isSourceFile(declaration.parent.parent.parent);
  return isConstant && isOfModule && constantOf(declaration.initializer, checker) === undefined;
}

/** Whether the function can hand it over when it begins: it is known there by that name, and has its value by the time that the function is. */
export function canHandOver(symbol: ts.Symbol, home: FunctionNode, checker: ts.TypeChecker): boolean {
  const [declaration] = symbol.declarations ?? [];
  if (declaration?.getSourceFile() !== home.getSourceFile()) return false;
  const isReady = (symbol.flags & ts.SymbolFlags.Alias) !== 0 || declaration.end <= home.pos;
  return isReady && !isHidden(symbol, home, checker);
}

/** By anything of that name that the function has of its own, or that the namespace or class has that it stands in. */
function isHidden(symbol: ts.Symbol, home: FunctionNode, checker: ts.TypeChecker): boolean {
  const { name } = symbol;
  let whole: ts.Node = home;
  while (!ts.isSourceFile(whole.parent)) whole = whole.parent;
  const visit = (node: ts.Node): boolean =>
    (ts.isIdentifier(node) && node.text === name && isDeclared(node) && checker.getSymbolAtLocation(node) !== symbol) ||
    (ts.forEachChild(node, visit) ?? false);
  return visit(whole);
}

/** As a variable and the like: members of objects and classes are reached otherwise. */
function isDeclared(name: ts.Identifier): boolean {
  const { parent } = name;
  if (ts.isPropertyAccessExpression(parent) || ts.isClassElement(parent) || ts.isObjectLiteralElement(parent))
    return false;
  return 'name' in parent && parent.name === name && !ts.isTypeElement(parent);
}
