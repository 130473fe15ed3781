// Which lists of files, and which paths made of their items, certainly stay what they are while a loop goes through them.
import ts from 'typescript';
import { isWriteTarget } from '../../source/effects-references.ts';
import { fileCallOf } from '../../source/file-calls.ts';
import type { Subject } from '../../source/subject.ts';
import { isConstantText, isText, usesOf } from './local-uses.ts';

/**
 * An array of strings that the body of the loop does not know: a parameter, the result of a call, or a constant whose own uses are loops and
 * methods in front of the loop. What a parameter's other names do to it is among the effects of the function.
 */
export function isFreshList(list: ts.Expression, { statement }: ts.ForOfStatement, subject: Subject): boolean {
  const { checker } = subject;
  const type = checker.getTypeAtLocation(list);
  if (!checker.isArrayType(type) && !checker.isTupleType(type)) return false;
  if (!ts.isIdentifier(list)) return isNewList(list, checker);
  const declaration = checker.getSymbolAtLocation(list)?.valueDeclaration;
  if (declaration === undefined) return false;
  const uses = usesOf(list, subject);
  if (uses.some((use) => use.pos >= statement.pos && use.end <= statement.end)) return false;
  if (ts.isParameter(declaration)) {
    const isOwn = declaration.parent === subject.node && ts.isIdentifier(declaration.name);
    return isOwn && uses.every((use) => isMethodOrLoop(use, subject));
  }
  return (
    ts.isVariableDeclaration(declaration) &&
    ts.isVariableDeclarationList(declaration.parent) &&
    (declaration.parent.flags & ts.NodeFlags.Const) !== 0 &&
    ts.findAncestor(declaration, ts.isFunctionLike) === subject.node &&
    declaration.initializer !== undefined &&
    isNewList(declaration.initializer, checker) &&
    uses.every((use) => isMethodOrLoop(use, subject))
  );
}

/** `files.length`, `files.push(...)`, `for (... of files)`: no second name for the list. */
function isMethodOrLoop(use: ts.Identifier, { node }: Subject): boolean {
  const { parent } = use;
  if ((ts.isParameter(parent) || ts.isVariableDeclaration(parent)) && parent.name === use) return true;
  // A function inside could be called by the loop.
  if (ts.findAncestor(use, ts.isFunctionLike) !== node) return false;
  if (ts.isForOfStatement(parent)) return parent.expression === use;
  if (ts.isElementAccessExpression(parent) && parent.expression === use)
    return !isWriteTarget(parent) && !ts.isDeleteExpression(parent.parent);
  if (!ts.isPropertyAccessExpression(parent) || parent.expression !== use) return false;
  if (parent.name.text === 'length') return true;
  const call = parent.parent;
  if (!ts.isCallExpression(call) || call.expression !== parent) return false;
  // Methods that give the array itself, or hand it to a callback, would make another name.
  const isSorting = parent.name.text === 'sort' && call.arguments.length === 0 && ts.isExpressionStatement(call.parent);
  return isSorting || ['push', 'includes', 'join', 'at', 'indexOf'].includes(parent.name.text);
}

/** A list that was made for this: nobody else has it. */
function isNewList(value: ts.Expression, checker: ts.TypeChecker): boolean {
  if (ts.isArrayLiteralExpression(value)) return true;
  if (ts.isParenthesizedExpression(value) || ts.isAwaitExpression(value)) return isNewList(value.expression, checker);
  if (!ts.isCallExpression(value)) return false;
  if (/^readdir(?:Sync)?$/.test(fileCallOf(value, checker)?.name ?? '')) return true;
  if (!ts.isPropertyAccessExpression(value.expression)) return false;
  const { name, expression: receiver } = value.expression;
  const type = checker.getTypeAtLocation(receiver);
  if (name.text === 'split') return isText(receiver, checker);
  if (!checker.isArrayType(type) && !checker.isTupleType(type)) return false;
  return (
    ['filter', 'map', 'slice', 'concat'].includes(name.text) || (name.text === 'sort' && isNewList(receiver, checker))
  );
}

/** Made of the item, of texts that stay what they are, and of `join` and its like: the same whenever it is made. */
export function isPlainPath(path: ts.Expression, item: ts.Identifier, subject: Subject): boolean {
  return isPathMadeOf(path, subject, (name) => {
    const symbol = subject.checker.getSymbolAtLocation(name);
    if (symbol === subject.checker.getSymbolAtLocation(item)) return true;
    const declaration = symbol?.valueDeclaration;
    return declaration !== undefined && declaration.pos < item.pos && isConstantText(name, subject);
  });
}

/** The same of any names that are told to be right. */
export function isPathMadeOf(
  path: ts.Expression,
  subject: Subject,
  isRight: (name: ts.Identifier) => boolean,
): boolean {
  const isPlain = (part: ts.Expression): boolean => isPathMadeOf(part, subject, isRight);
  if (ts.isIdentifier(path)) return isRight(path);
  if (ts.isStringLiteralLike(path)) return true;
  if (ts.isTemplateExpression(path)) {
    return path.templateSpans.every(({ expression }) => isText(expression, subject.checker) && isPlain(expression));
  }
  if (ts.isBinaryExpression(path)) {
    return path.operatorToken.kind === ts.SyntaxKind.PlusToken && isPlain(path.left) && isPlain(path.right);
  }
  return ts.isCallExpression(path) && isPathFunction(path.expression, subject) && path.arguments.every(isPlain);
}

/** A function of Node's `path` module: all of them only compute. */
function isPathFunction(callee: ts.Expression, { checker }: Subject): boolean {
  const name = ts.isPropertyAccessExpression(callee) ? callee.name : callee;
  const holder = ts.isPropertyAccessExpression(callee) ? callee.expression : callee;
  if (!ts.isIdentifier(name) || !['join', 'resolve', 'normalize', 'basename', 'dirname'].includes(name.text))
    return false;
  const declaration = ts.isIdentifier(holder) ? checker.getSymbolAtLocation(holder)?.declarations?.[0] : undefined;
  const statement = declaration === undefined ? undefined : ts.findAncestor(declaration, isImportOrVariable);
  if (statement === undefined) return false;
  const specifier = ts.isImportDeclaration(statement)
    ? statement.moduleSpecifier
    : requiredOf(statement.declarationList.declarations[0]?.initializer);
  return specifier !== undefined && ts.isStringLiteralLike(specifier) && /^(?:node:)?path$/.test(specifier.text);
}

function isImportOrVariable(node: ts.Node): node is ts.ImportDeclaration | ts.VariableStatement {
  return ts.isImportDeclaration(node) || ts.isVariableStatement(node);
}

function requiredOf(value: ts.Expression | undefined): ts.Expression | undefined {
  if (value === undefined || !ts.isCallExpression(value)) return undefined;
  return ts.isIdentifier(value.expression) && value.expression.text === 'require' ? value.arguments[0] : undefined;
}
