// Known-wrong versions of the subject, one small change each, made from its syntax tree: the mistakes that rewriters and people make.
// They are built and compared like candidates, and the comparison has to find them. Positions and texts only; building is elsewhere.
import ts from 'typescript';
import type { Subject } from '../source/subject.ts';
import { seededRandom, shuffled } from '../statistics/random.ts';

export interface PlantedMutant {
  /** What was changed, as a clause: "`<` became `<=`". */
  readonly description: string;
  /** 1-based, in the subject's file. */
  readonly line: number;
  /** Whole text of the subject's file with the change in it. */
  readonly text: string;
}

interface Mutation {
  readonly node: ts.Node;
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  readonly description: string;
  /** Changes of results are all but certain to show; changes of bounds and branches may be without effect. */
  readonly sort: 'result' | 'operator' | 'bound' | 'statement';
}

const mutantLimit = 8;

const swappedOperators: ReadonlyMap<ts.SyntaxKind, readonly [string, Mutation['sort']]> = new Map([
  [ts.SyntaxKind.PlusToken, ['-', 'operator']],
  [ts.SyntaxKind.MinusToken, ['+', 'operator']],
  [ts.SyntaxKind.AsteriskToken, ['+', 'operator']],
  [ts.SyntaxKind.SlashToken, ['*', 'operator']],
  [ts.SyntaxKind.PercentToken, ['*', 'operator']],
  [ts.SyntaxKind.AmpersandToken, ['|', 'operator']],
  [ts.SyntaxKind.BarToken, ['&', 'operator']],
  [ts.SyntaxKind.CaretToken, ['|', 'operator']],
  [ts.SyntaxKind.PlusEqualsToken, ['-=', 'operator']],
  [ts.SyntaxKind.MinusEqualsToken, ['+=', 'operator']],
  [ts.SyntaxKind.AsteriskEqualsToken, ['+=', 'operator']],
  [ts.SyntaxKind.LessThanToken, ['<=', 'bound']],
  [ts.SyntaxKind.LessThanEqualsToken, ['<', 'bound']],
  [ts.SyntaxKind.GreaterThanToken, ['>=', 'bound']],
  [ts.SyntaxKind.GreaterThanEqualsToken, ['>', 'bound']],
  [ts.SyntaxKind.EqualsEqualsEqualsToken, ['!==', 'operator']],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, ['===', 'operator']],
  [ts.SyntaxKind.AmpersandAmpersandToken, ['||', 'bound']],
  [ts.SyntaxKind.BarBarToken, ['&&', 'bound']],
]);

const swappedMethods: ReadonlyMap<string, string> = new Map([
  ['min', 'max'],
  ['max', 'min'],
  ['floor', 'ceil'],
  ['ceil', 'floor'],
  ['every', 'some'],
  ['some', 'every'],
  ['push', 'unshift'],
]);

/** Up to eight, in an order drawn from the seed: first one of each sort, results before bounds, then the others. */
export function plantMutants(subject: Subject, seed: number): readonly PlantedMutant[] {
  const found = shuffled(mutationsIn(subject), seededRandom(seed, 'mutants'));
  const order: readonly Mutation['sort'][] = ['operator', 'result', 'statement', 'bound'];
  const firsts = order.flatMap((sort) => found.find((mutation) => mutation.sort === sort) ?? []);
  const rest = found.filter((mutation) => !firsts.includes(mutation));
  const preferred = rest.sort((a, b) => order.indexOf(a.sort) - order.indexOf(b.sort));
  return [...firsts, ...preferred].slice(0, mutantLimit).map((mutation) => planted(subject, mutation));
}

function planted(subject: Subject, { node, start, end, replacement, description }: Mutation): PlantedMutant {
  const { line } = subject.sourceFile.getLineAndCharacterOfPosition(node.getStart(subject.sourceFile));
  return {
    description,
    line: line + 1,
    text: subject.text.slice(0, start) + replacement + subject.text.slice(end),
  };
}

function mutationsIn(subject: Subject): readonly Mutation[] {
  const { node, checker, sourceFile } = subject;
  const { body } = node;
  if (body === undefined) return [];
  const mutations: Mutation[] = [];
  const add = (of: ts.Node, sort: Mutation['sort'], replacement: string, description: string): void => {
    mutations.push({ node: of, start: of.getStart(sourceFile), end: of.getEnd(), replacement, description, sort });
  };
  const addResult = (expression: ts.Expression, verb = 'returned'): void => {
    const text = expression.getText(sourceFile);
    const wrong = wrongResult(text, checker.getTypeAtLocation(expression));
    add(expression, 'result', wrong, `the ${verb} value \`${shortened(text)}\` became \`${shortened(wrong)}\``);
  };
  const visit = (current: ts.Node, loop: LoopPart): void => {
    if (ts.isBinaryExpression(current) && loop !== 'control') {
      const swap = swappedOperators.get(current.operatorToken.kind);
      const shift = ts.isStringLiteral(current.right) || ts.isStringLiteral(current.left);
      if (swap !== undefined && !shift)
        add(
          current.operatorToken,
          swap[1],
          swap[0],
          `\`${current.operatorToken.getText(sourceFile)}\` became \`${swap[0]}\``,
        );
    }
    if (ts.isNumericLiteral(current) && loop !== 'control' && !isPropertyName(current)) {
      const wrong = String(Number(current.text) + 1);
      add(current, 'bound', wrong, `${current.getText(sourceFile)} became ${wrong}`);
    }
    if (ts.isCallExpression(current)) addCallMutations(current, sourceFile, add);
    if (ts.isReturnStatement(current) && current.expression !== undefined && owner(current) === node)
      addResult(current.expression);
    if (ts.isYieldExpression(current) && current.expression !== undefined && current.asteriskToken === undefined)
      addResult(current.expression, 'yielded');
    // A condition inside a loop may be what ends it.
    if (ts.isIfStatement(current) && loop === 'none') {
      const condition = current.expression.getText(sourceFile);
      add(current.expression, 'bound', `!(${condition})`, `the condition \`${shortened(condition)}\` was turned round`);
    }
    if (ts.isExpressionStatement(current) && ts.isBlock(current.parent) && isDroppable(current, loop)) {
      add(current, 'statement', ';', `the statement \`${shortened(current.getText(sourceFile))}\` was dropped`);
    }
    visitChildren(current, loop, visit);
  };
  visit(body, 'none');
  if (!ts.isBlock(body)) addResult(body);
  return mutations;
}

/** 'control': what makes a loop end; changed, it would hang more often than answer wrongly. */
type LoopPart = 'none' | 'body' | 'control';

function visitChildren(node: ts.Node, loop: LoopPart, visit: (child: ts.Node, loop: LoopPart) => void): void {
  const isLoop = ts.isIterationStatement(node, false);
  ts.forEachChild(node, (child) => {
    if (!isLoop) visit(child, loop);
    else if (child === node.statement) visit(child, 'body');
    else if (ts.isForStatement(node) && child === node.incrementor) visit(child, 'control');
    else visit(child, ts.isForStatement(node) ? loop : 'control');
  });
}

/** In a loop all that does not drive it; elsewhere what changes something in place, which may be all that a function without a result does. */
function isDroppable(statement: ts.ExpressionStatement, loop: LoopPart): boolean {
  if (loop === 'control') return false;
  if (loop === 'body') return !mayDriveLoop(statement);
  const { expression } = statement;
  if (ts.isCallExpression(expression)) return expression.expression.kind !== ts.SyntaxKind.SuperKeyword;
  return ts.isBinaryExpression(expression) && !ts.isIdentifier(expression.left);
}

/** An assignment to a plain variable inside a while loop may be what makes it end. */
function mayDriveLoop(statement: ts.ExpressionStatement): boolean {
  const { expression } = statement;
  if (ts.isPostfixUnaryExpression(expression) || ts.isPrefixUnaryExpression(expression)) return true;
  const isAssignment = ts.isBinaryExpression(expression) && ts.isIdentifier(expression.left);
  // The subject itself is a function, so the walk up ends there at the latest.
  for (let up: ts.Node = statement; isAssignment && !ts.isFunctionLike(up); up = up.parent) {
    if (ts.isWhileStatement(up) || ts.isDoStatement(up)) return true;
  }
  return false;
}

function addCallMutations(
  call: ts.CallExpression,
  sourceFile: ts.SourceFile,
  add: (of: ts.Node, sort: Mutation['sort'], replacement: string, description: string) => void,
): void {
  const { expression } = call;
  if (ts.isPropertyAccessExpression(expression)) {
    const name = expression.name.text;
    const swap = swappedMethods.get(name);
    if (swap !== undefined) add(expression.name, 'operator', swap, `\`${name}\` became \`${swap}\``);
  }
  const [first, second] = call.arguments;
  if (
    call.arguments.length !== 2 ||
    first === undefined ||
    second === undefined ||
    ts.isSpreadElement(first) ||
    ts.isSpreadElement(second)
  )
    return;
  const [left, right] = [first.getText(sourceFile), second.getText(sourceFile)];
  const swapped = `${expression.getText(sourceFile)}(${right}, ${left})`;
  const isFunction = ts.isFunctionLike(first) || ts.isFunctionLike(second);
  if (left !== right && !isFunction && !isCommutative(expression))
    add(call, 'bound', swapped, `the arguments of \`${shortened(call.getText(sourceFile))}\` were swapped`);
}

function isCommutative(callee: ts.Expression): boolean {
  return ts.isPropertyAccessExpression(callee) && ['min', 'max', 'hypot', 'imul'].includes(callee.name.text);
}

function wrongResult(text: string, type: ts.Type): string {
  if ((type.flags & ts.TypeFlags.NumberLike) !== 0) return `(${text}) + 1`;
  if ((type.flags & ts.TypeFlags.BooleanLike) !== 0) return `!(${text})`;
  if ((type.flags & ts.TypeFlags.StringLike) !== 0) return `(${text}) + "?"`;
  if ((type.flags & ts.TypeFlags.BigIntLike) !== 0) return `(${text}) + 1n`;
  return `((${text}), undefined)`;
}

function isPropertyName(literal: ts.NumericLiteral): boolean {
  return (ts.isPropertyAssignment(literal.parent) && literal.parent.name === literal) || ts.isTypeNode(literal.parent);
}

/** The function whose return statement this is. */
function owner(node: ts.Node): ts.Node {
  let up: ts.Node = node.parent;
  while (!ts.isFunctionLike(up)) up = up.parent;
  return up;
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= 50 ? line : `${line.slice(0, 47)}...`;
}
