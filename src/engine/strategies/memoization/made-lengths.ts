// What numbers are known to be because an array was made with them, or because a list of them is written out.
import ts from 'typescript';
import { bare } from '../../source/ranges/expressions.ts';
import type { FunctionVariables, Variable } from '../../source/ranges/function-variables.ts';
import { longestArray } from '../../source/ranges/library-facts.ts';
import { exactly, join, type NumberFact } from '../../source/ranges/number-fact.ts';

/** Between the sum of a number and another, and the sum as it is rounded below the longest length. */
const ROUNDING = 2 ** -20;

/** `new Array(n + 1).fill(0)` was made, so `n` is not above the longest length less one. Only of numbers that get no other value. */
export function longestMade(
  array: ts.Declaration | undefined,
  variables: FunctionVariables,
): { readonly variable: Variable; readonly high: number } | undefined {
  if (array === undefined || !ts.isVariableDeclaration(array) || array.initializer === undefined) return undefined;
  const length = lengthOf(array.initializer);
  const sum = length && sumOf(bare(length));
  const variable = sum && variables.of(sum.name);
  const [definition, ...others] = variable?.definitions ?? [];
  if (variable === undefined || sum === undefined || definition?.kind !== 'typed' || others.length > 0)
    return undefined;
  return variable.changesElsewhere ? undefined : { variable, high: longestArray - sum.plus + ROUNDING };
}

/** Of `new Array(n)`, `Array(n).fill(0)`, `Array.from({ length: n }, ...)`. */
function lengthOf(made: ts.Expression): ts.Expression | undefined {
  const value = bare(made);
  if (ts.isCallExpression(value) && ts.isPropertyAccessExpression(value.expression)) {
    const { expression: receiver, name } = value.expression;
    if (name.text === 'fill') return lengthOf(receiver);
    const [source] = value.arguments;
    if (name.text !== 'from' || !ts.isIdentifier(receiver) || receiver.text !== 'Array' || source === undefined)
      return undefined;
    const [only, ...others] = ts.isObjectLiteralExpression(source) ? source.properties : [];
    const isLength = only && ts.isPropertyAssignment(only) && only.name.getText() === 'length' && others.length === 0;
    return isLength ? only.initializer : undefined;
  }
  const isMaking = ts.isNewExpression(value) || ts.isCallExpression(value);
  if (!isMaking || !ts.isIdentifier(value.expression) || value.expression.text !== 'Array') return undefined;
  const [length, ...others] = value.arguments ?? [];
  return others.length === 0 ? length : undefined;
}

/** `n`, `n + 1`, `n - 1` */
function sumOf(length: ts.Expression): { readonly name: ts.Identifier; readonly plus: number } | undefined {
  if (ts.isIdentifier(length)) return { name: length, plus: 0 };
  if (!ts.isBinaryExpression(length)) return undefined;
  const name = bare(length.left);
  const more = bare(length.right);
  if (!ts.isIdentifier(name) || !ts.isNumericLiteral(more) || !(Number(more.text) < longestArray)) return undefined;
  if (length.operatorToken.kind === ts.SyntaxKind.PlusToken) return { name, plus: Number(more.text) };
  return length.operatorToken.kind === ts.SyntaxKind.MinusToken ? { name, plus: -Number(more.text) } : undefined;
}

/** `for (const coin of [1, 2, 5])`, or of a constant of the module that holds such a list and nothing else. */
export function numbersOfLoop(
  { declaration, definitions }: Variable,
  checker: ts.TypeChecker,
  isAsWrittenOut: (constant: ts.VariableDeclaration) => boolean,
): NumberFact | undefined {
  const [definition, ...others] = definitions;
  if (declaration === undefined || definition?.kind !== 'typed' || others.length > 0) return undefined;
  const loop = declaration.parent.parent;
  if (!ts.isVariableDeclaration(declaration) || !ts.isForOfStatement(loop)) return undefined;
  const list = listOf(bare(loop.expression), checker, isAsWrittenOut);
  if (list === undefined || list.elements.length === 0) return undefined;
  const numbers = list.elements.map(bare);
  if (!numbers.every(ts.isNumericLiteral)) return undefined;
  return numbers.map(({ text }) => exactly(Number(text))).reduce(join);
}

function listOf(
  list: ts.Expression,
  checker: ts.TypeChecker,
  isAsWrittenOut: (constant: ts.VariableDeclaration) => boolean,
): ts.ArrayLiteralExpression | undefined {
  if (ts.isArrayLiteralExpression(list)) return list;
  const constant = ts.isIdentifier(list) ? checker.getSymbolAtLocation(list)?.valueDeclaration : undefined;
  if (constant === undefined || !ts.isVariableDeclaration(constant) || constant.initializer === undefined)
    return undefined;
  const isOfModule = ts.isVariableStatement(constant.parent.parent) && ts.isSourceFile(constant.parent.parent.parent);
  const value = bare(constant.initializer);
  return isOfModule && ts.isArrayLiteralExpression(value) && isAsWrittenOut(constant) ? value : undefined;
}
