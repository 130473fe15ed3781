// Where a function reads a time as it is where the program runs: what that is changes when the program sets `process.env.TZ`.
import ts from 'typescript';
import { withoutAlias } from './aliases.ts';
import { bare } from './ranges/expressions.ts';
import { globalName } from './ranges/library-facts.ts';

const readers: ReadonlySet<string> = new Set([
  ...['getFullYear', 'getMonth', 'getDate', 'getDay', 'getHours', 'getMinutes', 'getSeconds', 'getTimezoneOffset'],
  ...['setFullYear', 'setMonth', 'setDate', 'setHours', 'setMinutes', 'setSeconds'],
  ...['toString', 'toDateString', 'toTimeString'],
]);

/** The first such place in the function, or in the functions of the project that it calls by name. */
export function localTimeUse(root: ts.Node, checker: ts.TypeChecker): ts.Node | undefined {
  const seen = new Set<ts.Node>();
  const find = (node: ts.Node): ts.Node | undefined => {
    if (isLocal(node, checker)) return node;
    const called = ts.isIdentifier(node) ? functionNamed(node, checker) : undefined;
    if (called !== undefined && !seen.has(called)) {
      seen.add(called);
      if (find(called) !== undefined) return node;
    }
    return ts.forEachChild(node, find);
  };
  return find(root);
}

function isLocal(node: ts.Node, checker: ts.TypeChecker): boolean {
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    const { expression, name } = node.expression;
    if (name.text === 'parse') return globalName(bare(expression), checker) === 'Date';
    return readers.has(name.text) && isDate(expression, checker);
  }
  if (ts.isTemplateSpan(node)) return isDate(node.expression, checker);
  if (!ts.isNewExpression(node) || globalName(bare(node.expression), checker) !== 'Date') return false;
  const [first, ...more] = node.arguments ?? [];
  return more.length > 0 || (first !== undefined && mayBeText(first, checker));
}

function isDate(node: ts.Expression, checker: ts.TypeChecker): boolean {
  return checker.getTypeAtLocation(node).getSymbol()?.name === 'Date';
}

/** A text may say a time without its zone. */
function mayBeText(node: ts.Expression, checker: ts.TypeChecker): boolean {
  const type = checker.getTypeAtLocation(node);
  const isText = (part: ts.Type): boolean => (part.flags & (ts.TypeFlags.StringLike | ts.TypeFlags.Any)) !== 0;
  return type.isUnion() ? type.types.some(isText) : isText(type);
}

function functionNamed(name: ts.Identifier, checker: ts.TypeChecker): ts.Node | undefined {
  const declaration = withoutAlias(checker.getSymbolAtLocation(name), checker)?.valueDeclaration;
  if (declaration === undefined || declaration.getSourceFile().isDeclarationFile) return undefined;
  if (ts.isFunctionDeclaration(declaration) || ts.isMethodDeclaration(declaration)) return declaration;
  const value = ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
  return value !== undefined && (ts.isArrowFunction(value) || ts.isFunctionExpression(value)) ? value : undefined;
}
