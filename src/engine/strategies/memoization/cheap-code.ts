// Code whose cost does not depend on its input and is below that of asking a cache (30-100 ns): operators, property reads, Math.
import ts from 'typescript';
import type { SymbolFacts } from '../../source/effects-symbols.ts';

/** No call but of the cheapest built-ins, no loop, nothing made, nothing assigned. */
export function isCheap(node: ts.Node, symbols: SymbolFacts): boolean {
  if (ts.isCallExpression(node)) {
    return isCheapBuiltin(node, symbols) && node.arguments.every((argument) => isCheap(argument, symbols));
  }
  if (ts.isBinaryExpression(node)) {
    const operator = node.operatorToken.kind;
    if (operator >= ts.SyntaxKind.FirstAssignment && operator <= ts.SyntaxKind.LastAssignment) return false;
  }
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
    const isUpdate = node.operator === ts.SyntaxKind.PlusPlusToken || node.operator === ts.SyntaxKind.MinusMinusToken;
    if (isUpdate) return false;
  }
  if (isCostly(node)) return false;
  return ts.forEachChild(node, (child) => (isCheap(child, symbols) ? undefined : true)) !== true;
}

/** Whether the work behind the guards is bounded by a few operations, so that a look-up costs more than computing. */
export function isBelowLookUp(rest: readonly ts.Node[], symbols: SymbolFacts): boolean {
  const visit = (node: ts.Node): boolean => {
    if (ts.isCallExpression(node)) return !isCheapBuiltin(node, symbols) || node.arguments.some(visit);
    if (isCostly(node) || ts.isIterationStatement(node, false)) return true;
    return ts.forEachChild(node, (child) => visit(child) || undefined) === true;
  };
  return !rest.some(visit);
}

function isCostly(node: ts.Node): boolean {
  return (
    ts.isNewExpression(node) ||
    ts.isTaggedTemplateExpression(node) ||
    ts.isFunctionLike(node) ||
    ts.isClassLike(node) ||
    ts.isSpreadElement(node) ||
    ts.isSpreadAssignment(node) ||
    ts.isDeleteExpression(node) ||
    ts.isAwaitExpression(node) ||
    ts.isYieldExpression(node) ||
    node.kind === ts.SyntaxKind.RegularExpressionLiteral
  );
}

const cheapMethods: Readonly<Record<string, readonly string[] | 'all'>> = {
  Math: 'all',
  NumberConstructor: ['isFinite', 'isInteger', 'isNaN', 'isSafeInteger'],
  String: ['at', 'charAt', 'charCodeAt', 'codePointAt'],
};
const cheapFunctions = ['Number', 'Boolean', 'BigInt', 'isNaN', 'isFinite'];

function isCheapBuiltin(call: ts.CallExpression, symbols: SymbolFacts): boolean {
  const keys = symbols.libraryCallee(call) ?? [];
  return keys.length > 0 && keys.every(([owner, name]) => isCheapMember(owner, name));
}

function isCheapMember(owner: string, name: string): boolean {
  if (owner === 'Global') return cheapFunctions.includes(name);
  const names = Object.hasOwn(cheapMethods, owner) ? cheapMethods[owner] : undefined;
  return names === 'all' || names?.includes(name) === true;
}
