// The head of a loop that counts, or that visits the elements of an array: what varies, from where to where. Anything else is no such loop.
import ts from 'typescript';
import { bare, isStepOperator } from '../ranges/expressions.ts';

export interface CountedHeader {
  readonly kind: 'counted';
  readonly loop: ts.ForStatement;
  readonly variable: ts.Symbol;
  readonly name: string;
  readonly start: ts.Expression;
  readonly limit: ts.Expression;
  /** `<=` and `>=`. */
  readonly isInclusive: boolean;
  /** Never zero; negative when it counts down. */
  readonly step: number;
  /** The variable belongs to the function, not to the loop: its last value may be read after it. */
  readonly isDeclaredOutside: boolean;
}

export interface ElementsHeader {
  readonly kind: 'elements';
  readonly loop: ts.ForOfStatement;
  /** The variable of each element; undefined when it is taken apart. */
  readonly variable: ts.Symbol | undefined;
  readonly array: ts.Expression;
}

export type LoopHeader = CountedHeader | ElementsHeader;

export function readLoopHeader(loop: ts.IterationStatement, checker: ts.TypeChecker): LoopHeader | undefined {
  if (ts.isForStatement(loop)) return readCounted(loop, checker);
  return ts.isForOfStatement(loop) ? readElements(loop, checker) : undefined;
}

function readCounted(loop: ts.ForStatement, checker: ts.TypeChecker): CountedHeader | undefined {
  const begin = readStart(loop, checker);
  if (begin === undefined || loop.condition === undefined || loop.incrementor === undefined) return undefined;
  const { variable } = begin;
  const isVariable = (node: ts.Node): boolean =>
    ts.isIdentifier(node) && checker.getSymbolAtLocation(node) === variable;
  const step = stepOf(bare(loop.incrementor), isVariable);
  const condition = bare(loop.condition);
  if (step === undefined || !ts.isBinaryExpression(condition)) return undefined;
  const end = endOf(condition, isVariable);
  if (end === undefined || end.isUpward !== step > 0) return undefined;
  return { kind: 'counted', loop, ...begin, limit: end.limit, isInclusive: end.isInclusive, step };
}

function readStart(
  loop: ts.ForStatement,
  checker: ts.TypeChecker,
): Pick<CountedHeader, 'variable' | 'name' | 'start' | 'isDeclaredOutside'> | undefined {
  const { initializer } = loop;
  if (initializer === undefined) return undefined;
  if (ts.isVariableDeclarationList(initializer)) {
    const [declaration, another] = initializer.declarations;
    // `for (let i = 0, n = xs.length; …)`: the others are set once, and looked at like any variable.
    if (declaration === undefined || !ts.isIdentifier(declaration.name) || declaration.initializer === undefined)
      return undefined;
    if (another !== undefined && (another.initializer === undefined || initializer.declarations.length > 2))
      return undefined;
    const variable = checker.getSymbolAtLocation(declaration.name);
    if (variable === undefined) return undefined;
    const isDeclaredOutside = (initializer.flags & ts.NodeFlags.BlockScoped) === 0;
    return { variable, name: declaration.name.text, start: declaration.initializer, isDeclaredOutside };
  }
  const assignment = bare(initializer);
  if (!ts.isBinaryExpression(assignment) || assignment.operatorToken.kind !== ts.SyntaxKind.EqualsToken)
    return undefined;
  if (!ts.isIdentifier(assignment.left)) return undefined;
  const variable = checker.getSymbolAtLocation(assignment.left);
  return variable && { variable, name: assignment.left.text, start: assignment.right, isDeclaredOutside: true };
}

function stepOf(node: ts.Expression, isVariable: (node: ts.Node) => boolean): number | undefined {
  if ((ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) && isStepOperator(node.operator)) {
    if (!isVariable(node.operand)) return undefined;
    return node.operator === ts.SyntaxKind.PlusPlusToken ? 1 : -1;
  }
  if (!ts.isBinaryExpression(node) || !isVariable(node.left)) return undefined;
  const by = bare(node.right);
  const operator = node.operatorToken.kind;
  if (operator === ts.SyntaxKind.EqualsToken) return stepOfSum(by, isVariable);
  const size = ts.isNumericLiteral(by) ? Number(by.text) : undefined;
  if (size === undefined || !Number.isSafeInteger(size) || size === 0) return undefined;
  if (operator === ts.SyntaxKind.PlusEqualsToken) return size;
  return operator === ts.SyntaxKind.MinusEqualsToken ? -size : undefined;
}

/** `i = i + 2`. */
function stepOfSum(sum: ts.Expression, isVariable: (node: ts.Node) => boolean): number | undefined {
  if (!ts.isBinaryExpression(sum) || !isVariable(bare(sum.left)) || !ts.isNumericLiteral(sum.right)) return undefined;
  const size = Number(sum.right.text);
  if (!Number.isSafeInteger(size) || size === 0) return undefined;
  if (sum.operatorToken.kind === ts.SyntaxKind.PlusToken) return size;
  return sum.operatorToken.kind === ts.SyntaxKind.MinusToken ? -size : undefined;
}

interface End {
  readonly limit: ts.Expression;
  readonly isInclusive: boolean;
  readonly isUpward: boolean;
}

function endOf(condition: ts.BinaryExpression, isVariable: (node: ts.Node) => boolean): End | undefined {
  const { left, right, operatorToken } = condition;
  const isOnLeft = isVariable(bare(left));
  if (!isOnLeft && !isVariable(bare(right))) return undefined;
  const limit = isOnLeft ? right : left;
  switch (operatorToken.kind) {
    case ts.SyntaxKind.LessThanToken:
      return { limit, isInclusive: false, isUpward: isOnLeft };
    case ts.SyntaxKind.LessThanEqualsToken:
      return { limit, isInclusive: true, isUpward: isOnLeft };
    case ts.SyntaxKind.GreaterThanToken:
      return { limit, isInclusive: false, isUpward: !isOnLeft };
    case ts.SyntaxKind.GreaterThanEqualsToken:
      return { limit, isInclusive: true, isUpward: !isOnLeft };
    default:
      return undefined;
  }
}

function readElements(loop: ts.ForOfStatement, checker: ts.TypeChecker): ElementsHeader | undefined {
  if (loop.awaitModifier !== undefined || !ts.isVariableDeclarationList(loop.initializer)) return undefined;
  const type = checker.getTypeAtLocation(loop.expression);
  if (!checker.isArrayType(type) && !checker.isTupleType(type) && !isTypedArray(type)) return undefined;
  const name = loop.initializer.declarations[0]?.name;
  const variable = name !== undefined && ts.isIdentifier(name) ? checker.getSymbolAtLocation(name) : undefined;
  return { kind: 'elements', loop, variable, array: loop.expression };
}

export function isTypedArray(type: ts.Type): boolean {
  const symbol = type.getSymbol();
  return (
    /^(Int8|Uint8|Uint8Clamped|Int16|Uint16|Int32|Uint32|Float32|Float64)Array$/.test(symbol?.name ?? '') &&
    (symbol?.declarations ?? []).some((declaration) =>
      /[\\/]lib\.[^\\/]*\.d\.ts$/.test(declaration.getSourceFile().fileName),
    )
  );
}
