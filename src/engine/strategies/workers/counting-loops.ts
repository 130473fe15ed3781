// Loops that count in another way than upwards in their head: `while (i < n) { …; i++; }`, and `for (let i = xs.length - 1; i >= 0; i--)`.
import ts from 'typescript';
import type { TextEdit } from '../../../model/report.ts';
import { indentAt } from '../../source/insertion-places.ts';
import { isTarget } from '../../source/loops/places.ts';
import { freshLocalName } from '../../source/names.ts';
import { bare, isInside } from '../../source/ranges/expressions.ts';
import type { Subject } from '../../source/subject.ts';
import { mentionsIn } from './loop-text.ts';
import { typedArrayClass } from './shared-views.ts';

/** The counter in the head: it is set right before, counts as the last thing of a round, which every round comes to, and nobody else sees it. */
export function countedWhile(loop: ts.WhileStatement, { checker, node, text }: Subject): readonly TextEdit[] {
  const { statement, parent, expression } = loop;
  if (!ts.isBlock(statement) || !ts.isBlock(parent) || mayContinue(statement)) return [];
  const last = statement.statements.at(-1);
  const counter = last && ts.isExpressionStatement(last) ? countedBy(bare(last.expression)) : undefined;
  const symbol = counter && checker.getSymbolAtLocation(counter);
  const declaration = symbol?.valueDeclaration;
  if (last === undefined || symbol === undefined || declaration === undefined) return [];
  if (!ts.isVariableDeclaration(declaration) || declaration.initializer === undefined) return [];
  const declared = declaration.parent.parent;
  const isAlone = ts.isVariableStatement(declared) && declared.declarationList.declarations.length === 1;
  if (!isAlone || declared.parent !== parent) return [];
  const [from, at] = [declared, loop].map((one) => parent.statements.indexOf(one));
  // What comes in between may change what the counter begins with, unless that is a number.
  if (from === undefined || at === undefined || (at !== from + 1 && !ts.isNumericLiteral(declaration.initializer)))
    return [];
  const isOwn = mentionsIn(node, symbol, checker).every(
    (mention) =>
      mention === declaration.name ||
      mention === counter ||
      (isInside(mention, loop) && !isTarget(mention) && !isInFunction(mention, loop)),
  );
  if (!isOwn) return [];
  // What stands beside them stays, comments as well.
  const after = /^[ \t]*(\r?\n[ \t]*)?/.exec(text.slice(declared.end))?.[0].length ?? 0;
  const before = /(\r?\n)?[ \t]*$/.exec(text.slice(0, last.getStart()))?.[0].length ?? 0;
  return [
    { start: declared.getStart(), end: declared.end + after, text: '' },
    {
      start: loop.getStart(),
      end: statement.getStart(),
      text: `for (${declared.declarationList.getText()}; ${expression.getText()}; ${(last as ts.ExpressionStatement).expression.getText()}) `,
    },
    { start: last.getStart() - before, end: last.end, text: '' },
  ];
}

/** `i` of `i++`, `i += 2` and `i = i + 1`. */
function countedBy(step: ts.Expression): ts.Identifier | undefined {
  const target =
    ts.isPostfixUnaryExpression(step) || ts.isPrefixUnaryExpression(step)
      ? step.operand
      : ts.isBinaryExpression(step)
        ? step.left
        : undefined;
  return target !== undefined && ts.isIdentifier(target) && isTarget(target) ? target : undefined;
}

/** Upwards, with the number of the place from the end: of an array whose length is told once, before the first round, and again in each. */
export function countedUp(loop: ts.ForStatement, subject: Subject): readonly TextEdit[] {
  const { checker, style, text, node } = subject;
  const { initializer, condition, incrementor, statement } = loop;
  if (initializer === undefined || !ts.isVariableDeclarationList(initializer)) return [];
  const [declaration, another] = initializer.declarations;
  const isLet = (initializer.flags & ts.NodeFlags.Let) !== 0;
  if (declaration === undefined || another !== undefined || !isLet || !ts.isIdentifier(declaration.name)) return [];
  const counter = checker.getSymbolAtLocation(declaration.name);
  const list = declaration.initializer && lengthBut(bare(declaration.initializer));
  const array = list && checker.getSymbolAtLocation(list);
  const step = incrementor && bare(incrementor);
  if (counter === undefined || list === undefined || array === undefined || condition === undefined) return [];
  const isCounter = (one: ts.Node): boolean => ts.isIdentifier(one) && checker.getSymbolAtLocation(one) === counter;
  const isDown =
    step !== undefined &&
    (ts.isPostfixUnaryExpression(step) || ts.isPrefixUnaryExpression(step)) &&
    step.operator === ts.SyntaxKind.MinusMinusToken &&
    isCounter(step.operand);
  const end = bare(condition);
  const isToNone =
    ts.isBinaryExpression(end) &&
    end.operatorToken.kind === ts.SyntaxKind.GreaterThanEqualsToken &&
    isCounter(end.left) &&
    end.right.getText() === '0';
  const isSet = (symbol: ts.Symbol): boolean => mentionsIn(statement, symbol, checker).some(isTarget);
  if (!isDown || !isToNone || isSet(counter) || isSet(array) || !isSized(list, checker)) return [];
  const at = freshLocalName({ node }, 'at');
  const line = `const ${declaration.name.text} = ${list.text}.length - 1 - ${at}${style.semicolons ? ';' : ''}`;
  const outer = `${style.eol}${indentAt(loop.getStart(), text)}`;
  const inner = `${outer}${style.indent}`;
  const head = `for (let ${at} = 0; ${at} < ${list.text}.length; ${at}++) {${inner}${line}`;
  const isBlock = ts.isBlock(statement);
  const begun = {
    start: loop.getStart(),
    end: statement.getStart() + (isBlock ? 1 : 0),
    text: isBlock ? head : `${head}${inner}`,
  };
  return isBlock ? [begun] : [begun, { start: statement.end, end: statement.end, text: `${outer}}` }];
}

/** `xs` of `xs.length - 1`. */
function lengthBut(node: ts.Expression): ts.Identifier | undefined {
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.MinusToken) return undefined;
  const length = bare(node.left);
  if (node.right.getText() !== '1' || !ts.isPropertyAccessExpression(length)) return undefined;
  return length.name.text === 'length' && ts.isIdentifier(length.expression) ? length.expression : undefined;
}

/** An array or a text: its length is a whole number. */
function isSized(node: ts.Expression, checker: ts.TypeChecker): boolean {
  const type = checker.getTypeAtLocation(node);
  if ((type.flags & ts.TypeFlags.StringLike) !== 0) return true;
  return checker.isArrayType(type) || typedArrayClass(type) !== undefined;
}

/** A round that ends before its last statement, without leaving the loop. */
function mayContinue(node: ts.Node): boolean {
  if (ts.isContinueStatement(node) || ts.isLabeledStatement(node)) return true;
  if (ts.isFunctionLike(node)) return false;
  return ts.forEachChild(node, mayContinue) ?? false;
}

function isInFunction(node: ts.Node, loop: ts.Node): boolean {
  return ts.findAncestor(node, (one) => one === loop || ts.isFunctionLike(one)) !== loop;
}
