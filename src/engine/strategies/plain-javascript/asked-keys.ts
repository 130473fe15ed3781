// Whether the key that a search asks for is there whenever the search is called. The callback that reads it runs for the first element only: in a
// list without elements nobody would have noticed that what the key is read from is missing.
import ts from 'typescript';
import { readCountedLoop } from '../../source/loops/counted-loop.ts';
import { bare, isInside } from '../../source/ranges/expressions.ts';
import type { FunctionVariables } from '../../source/ranges/function-variables.ts';
import type { Subject } from '../../source/subject.ts';
import { partsOfPrimitive } from './key-search.ts';

interface Question {
  readonly subject: Subject;
  readonly variables: FunctionVariables;
}

/** What types say of variables and fields is believed; that an element is where an index points to is not. */
export function canBeAsked(asked: ts.Expression, search: ts.Node, question: Question): boolean {
  const node = bare(asked);
  const parts = partsOfPrimitive(node, question.subject.checker);
  if (parts !== undefined) return parts.every((part) => canBeAsked(part, search, question));
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression))
    return isThere(node.expression.expression, search, question);
  if (!ts.isPropertyAccessExpression(node) && !ts.isElementAccessExpression(node)) return true;
  const isIndexThere = ts.isPropertyAccessExpression(node) || canBeAsked(node.argumentExpression, search, question);
  const isThereOrSkipped = node.questionDotToken === undefined ? isThere : canBeAsked;
  return isIndexThere && isThereOrSkipped(node.expression, search, question);
}

function isThere(expression: ts.Expression, search: ts.Node, question: Question): boolean {
  const { checker } = question.subject;
  const node = bare(expression);
  if (node.kind === ts.SyntaxKind.ThisKeyword || ts.isStringLiteralLike(node)) return true;
  if (ts.isIdentifier(node)) return isVariableThere(node, search, question);
  if (ts.isCallExpression(node) || ts.isPropertyAccessExpression(node)) {
    // Members by an index signature are elements in all but form.
    const isField = ts.isCallExpression(node) || checker.getSymbolAtLocation(node.name) !== undefined;
    return isField && isNeverMissing(expression, checker) && canBeAsked(node, search, question);
  }
  return ts.isElementAccessExpression(node) && isCountedElement(node, question) && canBeAsked(node, search, question);
}

function isVariableThere(node: ts.Identifier, search: ts.Node, question: Question): boolean {
  const { variables, subject } = question;
  const variable = variables.of(node);
  const declaration = variable?.declaration;
  if (variable === undefined || declaration === undefined) return false;
  if (variable.definitions.length <= 1 && !variable.changesElsewhere && isReadBefore(node.text, declaration, search))
    return true;
  if (!isNeverMissing(node, subject.checker)) return false;
  if (!ts.isVariableDeclaration(declaration)) return ts.isParameter(declaration) || ts.isBindingElement(declaration);
  if (declaration.initializer === undefined) return ts.isForOfStatement(declaration.parent.parent);
  if (variable.definitions.length > 1) return false;
  const value = bare(declaration.initializer);
  if (ts.isNewExpression(value) || ts.isObjectLiteralExpression(value) || ts.isArrayLiteralExpression(value))
    return true;
  if (ts.isNonNullExpression(declaration.initializer) && !ts.isElementAccessExpression(value)) return false;
  return isThere(value, search, question);
}

function isNeverMissing(node: ts.Expression, checker: ts.TypeChecker): boolean {
  if (ts.isNonNullExpression(node)) return false;
  const type = checker.getTypeAtLocation(node);
  const missing =
    ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.Undefined | ts.TypeFlags.Null | ts.TypeFlags.Void;
  return (type.isUnion() ? type.types : [type]).every(({ flags }) => (flags & missing) === 0);
}

/** `rows[i]` in a loop of `i` over all of `rows`; what is searched in a function without effects keeps its length. */
function isCountedElement(access: ts.ElementAccessExpression, { variables }: Question): boolean {
  const rows = variables.of(access.expression);
  const index = variables.of(access.argumentExpression);
  if (rows === undefined || index === undefined || rows.definitions.length > 1 || rows.changesElsewhere) return false;
  const isStill = rows.references.every(
    ({ parent }) =>
      !ts.isPropertyAccessExpression(parent) ||
      parent.name.text === 'length' ||
      ['find', 'some', 'filter', 'findIndex', 'indexOf', 'includes', 'map', 'slice'].includes(parent.name.text),
  );
  for (let outer: ts.Node = access; isStill && outer.parent !== undefined; outer = outer.parent) {
    const loop = readCountedLoop(outer.parent, variables);
    if (loop?.index !== index || !isInside(access, loop.node.statement)) continue;
    const limit = bare(loop.limit);
    return (
      ts.isPropertyAccessExpression(limit) && limit.name.text === 'length' && variables.of(limit.expression) === rows
    );
  }
  return false;
}

/** A statement before the search, on every way to it, has looked into the variable, or left when there was nothing. */
function isReadBefore(name: string, declaration: ts.Node, search: ts.Node): boolean {
  let inner: ts.Node = search;
  for (let outer = search.parent; outer !== undefined; inner = outer, outer = outer.parent) {
    const statements: readonly ts.Statement[] = ts.isBlock(outer) || ts.isSourceFile(outer) ? outer.statements : [];
    const before = statements.slice(0, Math.max(0, statements.indexOf(inner as ts.Statement)));
    if (before.some((statement) => statement.pos > declaration.pos && asksFor(statement, name))) return true;
    if (isInside(declaration, outer)) return false;
  }
  return false;
}

function asksFor(statement: ts.Statement, name: string): boolean {
  if (ts.isIfStatement(statement) && leaves(statement.thenStatement) && isAbsence(statement.expression, name))
    return true;
  const visit = (node: ts.Node): boolean => {
    if (ts.isFunctionLike(node) || ts.isClassLike(node)) return false;
    if (ts.isIfStatement(node) || ts.isConditionalExpression(node))
      return visit(ts.isIfStatement(node) ? node.expression : node.condition);
    if (ts.isIterationStatement(node, false) || ts.isSwitchStatement(node) || ts.isTryStatement(node)) return false;
    if (ts.isBinaryExpression(node) && /^(&&|\|\||\?\?)=?$/.test(node.operatorToken.getText())) return visit(node.left);
    if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) {
      if (node.questionDotToken !== undefined) return visit(node.expression);
      const base = bare(node.expression);
      if (ts.isIdentifier(base) && base.text === name) return true;
    }
    return ts.forEachChild(node, visit) ?? false;
  };
  return visit(statement);
}

/** `!row`, `row === undefined`, `row == null` */
function isAbsence(condition: ts.Expression, name: string): boolean {
  const node = bare(condition);
  if (ts.isPrefixUnaryExpression(node))
    return node.operator === ts.SyntaxKind.ExclamationToken && bare(node.operand).getText() === name;
  return new RegExp(`^${name.replaceAll('$', '\\$')} (=== undefined|== undefined|== null)$`).test(node.getText());
}

function leaves(statement: ts.Statement): boolean {
  const last = ts.isBlock(statement) ? statement.statements.at(-1) : statement;
  return (
    last !== undefined &&
    (ts.isReturnStatement(last) ||
      ts.isThrowStatement(last) ||
      ts.isContinueStatement(last) ||
      ts.isBreakStatement(last))
  );
}
