// What the length of an allocation is, as a polynomial that index proofs can use, and what must hold for a typed array of that length to
// come into being exactly when the plain array does:
//   no guard        the length is a whole number by construction (lengths of strings and arrays, counted things);
//   'throw'         `new Array(n)` throws for what is no array length, so the rewrite throws the same error before it allocates;
// Where indices are proven only for a whole n, the rewrite keeps the plain array for any other n (see WholeVariable).

import ts from 'typescript';
import { type BoundsProof, proveBounds } from '../../source/ranges/bounds-proof.ts';
import { bare, isSideEffectFree } from '../../source/ranges/expressions.ts';
import type { FunctionVariables, Variable } from '../../source/ranges/function-variables.ts';
import { globalName, longestArray, longestFilledArray } from '../../source/ranges/library-facts.ts';
import { integersBetween, isInteger, isNumber, type NumberFact } from '../../source/ranges/number-fact.ts';
import { atom, atomsOf, constant, minus, type Polynomial, plus } from '../../source/ranges/polynomial.ts';
import type { ValueRanges } from '../../source/ranges/value-ranges.ts';

export interface LengthModel {
  readonly expression: ts.Expression;
  readonly polynomial: Polynomial;
  readonly guard: 'none' | 'throw';
  readonly equal: ReadonlyMap<Variable, Polynomial>;
  readonly nearly: ReadonlyMap<Variable, Polynomial>;
}

interface LengthQuestion {
  readonly variables: FunctionVariables;
  readonly checker: ts.TypeChecker;
  readonly ranges: ValueRanges;
}

/** `demandsLength` as for `new Array(n)`. Undefined when nothing sound can be said about the length. */
export function modelLength(
  expression: ts.Expression,
  demandsLength: boolean,
  question: LengthQuestion,
): LengthModel | undefined {
  if (!isRepeatable(expression, question.checker)) return undefined;
  const fact = question.ranges.factOf(expression);
  const proof = proveBounds(question);
  const polynomial = proof.lengthPolynomialOf(expression);
  if (polynomial !== undefined) {
    const isNatural = fact.low >= 0 || proof.isNeverNegative(polynomial, expression);
    const needsGuard = !isNatural || fact.high > longestArray + 1;
    if (needsGuard && !demandsLength) return undefined;
    return { expression, polynomial, guard: needsGuard ? 'throw' : 'none', equal: new Map(), nearly: new Map() };
  }
  if (isInteger(fact) && fact.low >= 0 && fact.high <= longestArray + 1) {
    return { expression, polynomial: atom(`L${expression.pos}`), guard: 'none', equal: new Map(), nearly: new Map() };
  }
  return demandsLength && isNumber(fact) ? modelAnyNumber(expression, question) : undefined;
}

/** A number that may be anything: whatever it is, the allocation succeeds only for a whole one. */
function modelAnyNumber(expression: ts.Expression, { variables }: LengthQuestion): LengthModel {
  const length = atom(`L${expression.pos}`);
  const equal = new Map<Variable, Polynomial>();
  const nearly = new Map<Variable, Polynomial>();
  let current = bare(expression);
  for (;;) {
    const variable = variables.of(current);
    if (variable === undefined || !isStable(variable, variables)) break;
    equal.set(variable, length);
    const [definition] = variable.definitions;
    if (definition?.kind !== 'value') break;
    current = bare(definition.expression);
  }
  const sum = variablePlusConstant(current, variables);
  if (sum !== undefined && !equal.has(sum.variable) && isStable(sum.variable, variables))
    nearly.set(sum.variable, plus(length, constant(-sum.offset)));
  return { expression, polynomial: length, guard: 'throw', equal, nearly };
}

/** The one variable that a length is made of, which must be whole for the indices to be. */
export interface WholeVariable {
  readonly variable: Variable;
  readonly offset: number;
  /** What holds of the variable when it is whole and the length is one that arrays have. */
  readonly fact: NumberFact;
}

/** Undefined when the length is not a number parameter plus or minus a literal. */
export function wholeVariableOf(expression: ts.Expression, question: LengthQuestion): WholeVariable | undefined {
  let current = bare(expression);
  for (let depth = 0; depth < 8; depth += 1) {
    const variable = question.variables.of(current);
    const [definition] = variable?.definitions ?? [];
    if (variable === undefined || !isStable(variable, question.variables) || definition?.kind !== 'value') break;
    current = bare(definition.expression);
  }
  const sum = variablePlusConstant(current, question.variables);
  if (sum === undefined || !isStable(sum.variable, question.variables)) return undefined;
  if (sum.variable.definitions[0]?.kind !== 'typed' || !isNumber(question.ranges.factOf(sum.node))) return undefined;
  // -0 is whole and a length, too.
  const fact = { ...integersBetween(Math.max(0, -sum.offset), 2 ** 31 - 1), negativeZero: true };
  return { variable: sum.variable, offset: sum.offset, fact };
}

/** `n`, `n + 1`, `1 + n`, `n - 1`. */
function variablePlusConstant(
  expression: ts.Expression,
  variables: FunctionVariables,
): { readonly variable: Variable; readonly offset: number; readonly node: ts.Expression } | undefined {
  const variable = variables.of(expression);
  if (variable !== undefined) return { variable, offset: 0, node: expression };
  if (!ts.isBinaryExpression(expression)) return undefined;
  const operator = expression.operatorToken.kind;
  const isSum = operator === ts.SyntaxKind.PlusToken;
  if (!isSum && operator !== ts.SyntaxKind.MinusToken) return undefined;
  const [left, right] = [bare(expression.left), bare(expression.right)];
  const [name, literal] = isSum && ts.isNumericLiteral(left) ? [right, left] : [left, right];
  const found = variables.of(name);
  if (found === undefined || !ts.isNumericLiteral(literal)) return undefined;
  const value = Number(literal.text);
  return Number.isInteger(value) && value <= 2 ** 20
    ? { variable: found, offset: isSum ? value : -value, node: name }
    : undefined;
}

/** One value during a call of the function: given once, and not in a loop. */
export function isStable(variable: Variable, variables: FunctionVariables): boolean {
  if (variable.changesElsewhere || variable.definitions.length > 1) return false;
  const [definition] = variable.definitions;
  if (definition === undefined || variable.isFree) return !variable.changesElsewhere;
  for (
    let node: ts.Node | undefined = definition.node;
    node !== undefined && node !== variables.functionNode;
    node = node.parent
  ) {
    if (ts.isIterationStatement(node, false)) return false;
  }
  return true;
}

/** Evaluating it once more changes nothing and gives the same. */
function isRepeatable(expression: ts.Expression, checker: ts.TypeChecker): boolean {
  const node = bare(expression);
  if (ts.isBinaryExpression(node))
    return isSideEffectFree(node) || (isRepeatable(node.left, checker) && isRepeatable(node.right, checker));
  if (!ts.isCallExpression(node)) return isSideEffectFree(node);
  const callee = bare(node.expression);
  return (
    ts.isPropertyAccessExpression(callee) &&
    globalName(bare(callee.expression), checker) === 'Math' &&
    callee.name.text !== 'random' &&
    node.arguments.every((argument) => isRepeatable(argument, checker))
  );
}

/** Proofs about arrays of this length: valid where the array exists. */
export function boundsOf(
  model: LengthModel,
  question: LengthQuestion,
  lengths: ReadonlyMap<Variable, Polynomial>,
): BoundsProof {
  const { polynomial, equal, nearly } = model;
  const opaque = [...atomsOf(polynomial)].filter((name) => name.startsWith('L'));
  return proveBounds({
    ...question,
    equal,
    nearly,
    lengths,
    background: [model.expression],
    facts: [polynomial, minus(constant(longestFilledArray), polynomial)],
    nonNegativeAtoms: new Set(opaque),
  });
}
