// Other ways of writing a loop, as the loop that the shapes know: `for (const [i, x] of xs.entries())`, and rows that are put into their table before they are
// filled (`rows[i] = []`, then `rows[i][j] = ...`). Those over collections are collection-loops.ts, those that count otherwise counting-loops.ts.
import ts from 'typescript';
import type { TextEdit } from '../../../model/report.ts';
import { indentAt } from '../../source/insertion-places.ts';
import { isLibrary } from '../../source/library-symbols.ts';
import { isTarget } from '../../source/loops/places.ts';
import { freshLocalName } from '../../source/names.ts';
import { bare, isInside } from '../../source/ranges/expressions.ts';
import type { Subject } from '../../source/subject.ts';
import { listedFirst } from './collection-loops.ts';
import { countedUp, countedWhile } from './counting-loops.ts';
import { mentionsIn } from './loop-text.ts';
import { typedArrayClass } from './shared-views.ts';
import { typeText } from './type-text.ts';

/** Where nothing else is to be said, none. */
export function plainLoopEdits(loop: ts.IterationStatement, subject: Subject): readonly TextEdit[] {
  if (ts.isWhileStatement(loop)) return countedWhile(loop, subject);
  const forms = ts.isForOfStatement(loop)
    ? [countedEntries(loop, subject), listedFirst(loop, subject)]
    : ts.isForStatement(loop)
      ? [filledRows(loop, subject), countedUp(loop, subject)]
      : [];
  return forms.find((edits) => edits.length > 0) ?? [];
}

/** An array tells its length anew for every entry, as the loop that counts does. */
function countedEntries(loop: ts.ForOfStatement, { checker, style, text, project }: Subject): readonly TextEdit[] {
  const { initializer, expression, statement } = loop;
  if (loop.awaitModifier !== undefined || !ts.isBlock(statement) || !ts.isVariableDeclarationList(initializer))
    return [];
  if ((initializer.flags & ts.NodeFlags.Const) === 0 || !ts.isCallExpression(expression)) return [];
  const callee = expression.expression;
  if (!ts.isPropertyAccessExpression(callee) || callee.name.text !== 'entries' || !ts.isIdentifier(callee.expression))
    return [];
  const array = callee.expression;
  const type = checker.getTypeAtLocation(array);
  const isArray = checker.isArrayType(type) || typedArrayClass(type) !== undefined;
  if (!isArray || !isLibrary(checker.getSymbolAtLocation(callee.name)) || isSetAnew(array, loop, checker)) return [];
  const pattern = initializer.declarations[0]?.name;
  if (pattern === undefined || !ts.isArrayBindingPattern(pattern) || pattern.elements.length !== 2) return [];
  const [index, element] = pattern.elements.map(plainElement);
  if (index === undefined || element === undefined || !ts.isIdentifier(index)) return [];
  const held = checker.getIndexTypeOfType(type, ts.IndexKind.Number);
  const mayBeMissing = held === undefined || checker.getNonNullableType(held) !== held;
  const asks = style.isTypeScript && project.options.noUncheckedIndexedAccess === true && !mayBeMissing;
  const value = `${array.text}[${index.text}]${asks ? '!' : ''}`;
  const head = `for (let ${index.text} = 0; ${index.text} < ${array.text}.length; ${index.text}++) {`;
  const line = `const ${element.getText()} = ${value}${style.semicolons ? ';' : ''}`;
  return [
    {
      start: loop.getStart(),
      end: statement.getStart() + 1,
      text: `${head}${style.eol}${indentAt(loop.getStart(), text)}${style.indent}${line}`,
    },
  ];
}

function plainElement(element: ts.ArrayBindingElement): ts.BindingName | undefined {
  const isPlain =
    ts.isBindingElement(element) && element.initializer === undefined && element.dotDotDotToken === undefined;
  return isPlain ? element.name : undefined;
}

function isSetAnew(array: ts.Identifier, region: ts.Node, checker: ts.TypeChecker): boolean {
  const symbol = checker.getSymbolAtLocation(array);
  return symbol === undefined || mentionsIn(region, symbol, checker).some(isTarget);
}

/**
 * The row under a name of its own, and into the table when it is done: until then nobody sees the table, whose only mentions in the loop are that row of it.
 * Every way through the round leads to its end, or out of the function by an error, which takes the table along.
 */
function filledRows(loop: ts.ForStatement, subject: Subject): readonly TextEdit[] {
  const { checker, node, style } = subject;
  const { statement } = loop;
  const [first, ...others] = ts.isBlock(statement) ? statement.statements : [];
  const last = others.at(-1);
  if (first === undefined || last === undefined || !ts.isExpressionStatement(first) || isRepeated(loop, node))
    return [];
  const made = first.expression;
  if (!ts.isBinaryExpression(made) || made.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return [];
  const row = made.left;
  if (!ts.isElementAccessExpression(row) || !ts.isIdentifier(row.expression) || !isNewArray(made.right)) return [];
  const symbol = checker.getSymbolAtLocation(row.expression);
  const index = row.argumentExpression;
  if (symbol === undefined || !ts.isIdentifier(index) || !isOwnTable(symbol, loop, subject)) return [];
  const counter = checker.getSymbolAtLocation(index);
  const isCounter = counter?.valueDeclaration?.parent === loop.initializer;
  if (counter === undefined || !isCounter || mentionsIn(statement, counter, checker).some(isTarget)) return [];
  const uses = mentionsIn(loop, symbol, checker).filter((use) => use !== row.expression);
  const rows = uses.map((use) => rowOf(use, counter, checker));
  if (rows.length === 0 || rows.includes(undefined) || others.some(mayLeave)) return [];
  const type = style.isTypeScript ? typeText(checker.getTypeAtLocation(row), subject) : '';
  if (type === undefined) return [];
  const name = freshLocalName({ node }, 'row');
  const end = style.semicolons ? ';' : '';
  const indent = indentAt(last.getStart(), subject.text);
  return [
    {
      start: first.getStart(),
      end: first.end,
      text: `const ${name}${type === '' ? '' : `: ${type}`} = ${made.right.getText()}${end}`,
    },
    ...(rows as readonly ts.Node[]).map((one) => ({ start: one.getStart(), end: one.end, text: name })),
    { start: last.end, end: last.end, text: `${style.eol}${indent}${row.getText()} = ${name}${end}` },
  ];
}

/** `[]`, `new Array(n)`, `Array(n).fill(0)`. */
function isNewArray(node: ts.Expression): boolean {
  const value = bare(node);
  if (ts.isArrayLiteralExpression(value)) return value.elements.length === 0;
  if (ts.isNewExpression(value)) return /^Array$/.test(value.expression.getText());
  if (!ts.isCallExpression(value)) return false;
  const { expression } = value;
  if (ts.isPropertyAccessExpression(expression))
    return expression.name.text === 'fill' && isNewArray(expression.expression);
  return expression.getText() === 'Array';
}

/** A constant array of the function that has no other name, as far as the function tells. */
function isOwnTable(symbol: ts.Symbol, loop: ts.ForStatement, { node, checker }: Subject): boolean {
  const declaration = symbol.valueDeclaration;
  if (declaration === undefined || !ts.isVariableDeclaration(declaration) || !isInside(declaration, node)) return false;
  const { initializer } = declaration;
  if (isInside(declaration, loop) || initializer === undefined || !isNewArray(initializer)) return false;
  if ((ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) === 0) return false;
  return mentionsIn(node, symbol, checker).every(
    (use) =>
      use === declaration.name ||
      isInside(use, loop) ||
      use.pos > loop.end ||
      ts.isPropertyAccessExpression(use.parent),
  );
}

/** `rows[i]!` of a mention of `rows`, where it is read and stays an array. */
function rowOf(use: ts.Identifier, counter: ts.Symbol, checker: ts.TypeChecker): ts.Expression | undefined {
  const access = use.parent;
  if (!ts.isElementAccessExpression(access) || access.expression !== use || isTarget(access)) return undefined;
  const index = access.argumentExpression;
  if (!ts.isIdentifier(index) || checker.getSymbolAtLocation(index) !== counter) return undefined;
  const whole = ts.isNonNullExpression(access.parent) ? access.parent : access;
  const { parent } = whole;
  const isPart =
    (ts.isElementAccessExpression(parent) || ts.isPropertyAccessExpression(parent)) && parent.expression === whole;
  return isPart ? whole : undefined;
}

function isRepeated(loop: ts.Node, node: ts.Node): boolean {
  const around = ts.findAncestor(loop.parent, (one) => one === node || ts.isIterationStatement(one, false));
  return around !== node;
}

/** Out of the round, other than by an error. */
function mayLeave(node: ts.Node): boolean {
  if (ts.isReturnStatement(node) || ts.isContinueStatement(node) || ts.isBreakStatement(node)) return true;
  if (ts.isTryStatement(node) || ts.isYieldExpression(node) || ts.isAwaitExpression(node)) return true;
  return !ts.isFunctionLike(node) && (ts.forEachChild(node, mayLeave) ?? false);
}
