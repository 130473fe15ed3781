// Loops that do the same to the bits of one variable a fixed number of times, and in a linear way: the inner loop of a checksum.
import ts from 'typescript';
import { bare, isAssignmentOperator, isInside, operatorOfAssignment } from '../../source/ranges/expressions.ts';
import type { FunctionVariables, Variable } from '../../source/ranges/function-variables.ts';
import { isInteger } from '../../source/ranges/number-fact.ts';
import type { ValueRanges } from '../../source/ranges/value-ranges.ts';
import {
  chosen,
  complement,
  conjunction,
  constantBits,
  constantWord,
  disjunction,
  exclusiveOr,
  inputWord,
  isSigned,
  isUnsigned,
  type LinearBit,
  type LinearWord,
  negated,
  onlyBit,
  shifted,
  topBit,
  truthWord,
} from './linear-word.ts';

export interface BitLoop {
  readonly node: ts.ForStatement;
  /** The variable whose bits are worked on; nothing else outside of the loop changes. */
  readonly state: Variable;
  readonly rounds: number;
  /** What all rounds together make of it. */
  readonly effect: LinearWord;
  /** Constants of the module that the loop names. */
  readonly constants: readonly Variable[];
}

const mostRounds = 64;

export function readBitLoop(node: ts.Node, variables: FunctionVariables, ranges: ValueRanges): BitLoop | undefined {
  if (!ts.isForStatement(node)) return undefined;
  const rounds = fixedRounds(node, variables);
  const state = rounds === undefined ? undefined : onlyOuterTarget(node, variables);
  if (rounds === undefined || state === undefined) return undefined;
  const reader = new BodyReader(variables, state);
  const effect = reader.effectOf(node.statement, rounds, inputWord(numberBefore(node, state, ranges)));
  return effect && { node, state, rounds, effect, constants: [...reader.constants] };
}

/** Which numbers the variable holds wherever the loop mentions it. */
function numberBefore(loop: ts.ForStatement, state: Variable, ranges: ValueRanges): LinearWord['number'] {
  const mentions = state.references.filter((reference) => isInside(reference, loop));
  const facts = mentions.map((reference) => ranges.factOf(reference));
  const areBetween = (low: number, high: number): boolean =>
    facts.every((fact) => isInteger(fact) && fact.low >= low && fact.high <= high);
  if (areBetween(-(2 ** 31), 2 ** 31 - 1)) return 'signed';
  return areBetween(0, 2 ** 32 - 1) ? 'unsigned' : 'any';
}

/** How often `for (let bit = 0; bit < 8; bit++)` runs, up or down; nothing but its head mentions the counter. */
function fixedRounds(
  { initializer, condition, incrementor, statement }: ts.ForStatement,
  variables: FunctionVariables,
): number | undefined {
  if (initializer === undefined || !ts.isVariableDeclarationList(initializer) || incrementor === undefined)
    return undefined;
  const [declaration, ...more] = initializer.declarations;
  const counter = declaration && variables.of(declaration.name);
  const start = declaration?.initializer && literal(declaration.initializer);
  if (counter === undefined || start === undefined || more.length > 0 || !(initializer.flags & ts.NodeFlags.Let))
    return undefined;
  if (counter.references.some((reference) => isInside(reference, statement))) return undefined;
  const step = stepOf(incrementor, counter, variables);
  if (step === undefined || condition === undefined || !ts.isBinaryExpression(condition)) return undefined;
  const limit = literal(condition.right);
  const holds = comparisons.get(condition.operatorToken.kind);
  if (limit === undefined || holds === undefined || variables.of(condition.left) !== counter) return undefined;
  let rounds = 0;
  for (let value = start; holds(value, limit); value += step) {
    rounds += 1;
    if (rounds > mostRounds) return undefined;
  }
  return rounds;
}

const comparisons: ReadonlyMap<ts.SyntaxKind, (a: number, b: number) => boolean> = new Map([
  [ts.SyntaxKind.LessThanToken, (a, b) => a < b],
  [ts.SyntaxKind.LessThanEqualsToken, (a, b) => a <= b],
  [ts.SyntaxKind.GreaterThanToken, (a, b) => a > b],
  [ts.SyntaxKind.GreaterThanEqualsToken, (a, b) => a >= b],
]);

function stepOf(expression: ts.Expression, counter: Variable, variables: FunctionVariables): 1 | -1 | undefined {
  const step = bare(expression);
  if (!ts.isPostfixUnaryExpression(step) && !ts.isPrefixUnaryExpression(step)) return undefined;
  if (variables.of(step.operand) !== counter) return undefined;
  if (step.operator === ts.SyntaxKind.PlusPlusToken) return 1;
  return step.operator === ts.SyntaxKind.MinusMinusToken ? -1 : undefined;
}

function literal(expression: ts.Expression): number | undefined {
  const node = bare(expression);
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (!ts.isPrefixUnaryExpression(node) || node.operator !== ts.SyntaxKind.MinusToken) return undefined;
  const operand = literal(node.operand);
  return operand === undefined ? undefined : -operand;
}

/** The one variable from outside of the loop that is given values in it. */
function onlyOuterTarget(loop: ts.ForStatement, variables: FunctionVariables): Variable | undefined {
  const targets = variables.all.filter(
    ({ definitions, declaration }) =>
      definitions.some((definition) => isInside(definition.node, loop.statement)) &&
      !(declaration !== undefined && isInside(declaration, loop)),
  );
  const [state, ...others] = targets;
  return state === undefined || others.length > 0 || state.isFree || state.isCaptured ? undefined : state;
}

type Values = Map<Variable, LinearWord>;

/** Follows the statements of the body; undefined is anything that is not linear, or not understood. */
class BodyReader {
  readonly constants = new Set<Variable>();
  readonly #variables: FunctionVariables;
  readonly #state: Variable;
  #values: Values = new Map();

  constructor(variables: FunctionVariables, state: Variable) {
    this.#variables = variables;
    this.#state = state;
  }

  effectOf(body: ts.Statement, rounds: number, input: LinearWord): LinearWord | undefined {
    let word: LinearWord | undefined = input;
    for (let round = 0; round < rounds && word !== undefined; round += 1) {
      this.#values = new Map([[this.#state, word]]);
      word = this.#run(body) ? this.#values.get(this.#state) : undefined;
    }
    return word;
  }

  #run(statement: ts.Statement): boolean {
    if (ts.isBlock(statement)) return statement.statements.every((one) => this.#run(one));
    if (ts.isExpressionStatement(statement)) return this.#assign(bare(statement.expression));
    if (ts.isIfStatement(statement)) return this.#branch(statement);
    if (!ts.isVariableStatement(statement)) return ts.isEmptyStatement(statement);
    const { declarations, flags } = statement.declarationList;
    return (
      (flags & ts.NodeFlags.BlockScoped) !== 0 &&
      (flags & ts.NodeFlags.Using) === 0 &&
      declarations.every(({ name, initializer }) => this.#set(name, initializer && this.#word(initializer)))
    );
  }

  #set(target: ts.Node, word: LinearWord | undefined): boolean {
    const variable = this.#variables.of(target);
    if (variable === undefined || word === undefined || variable.isCaptured) return false;
    this.#values.set(variable, word);
    return true;
  }

  #assign(node: ts.Expression): boolean {
    if (!ts.isBinaryExpression(node) || !isAssignmentOperator(node.operatorToken.kind)) return false;
    const value = this.#word(node.right);
    if (node.operatorToken.kind === ts.SyntaxKind.EqualsToken) return this.#set(node.left, value);
    const operator = operatorOfAssignment(node.operatorToken.kind);
    const before = this.#word(node.left);
    const isKnown = operator !== undefined && before !== undefined && value !== undefined;
    return isKnown && this.#set(node.left, combined(operator, before, value));
  }

  #branch({ expression, thenStatement, elseStatement }: ts.IfStatement): boolean {
    const condition = this.#condition(expression);
    if (condition === undefined) return false;
    const before = new Map(this.#values);
    if (!this.#run(thenStatement)) return false;
    const afterTrue = this.#values;
    this.#values = new Map(before);
    if (elseStatement !== undefined && !this.#run(elseStatement)) return false;
    for (const variable of before.keys()) {
      const [yes, no] = [afterTrue.get(variable), this.#values.get(variable)];
      const word = yes && no && chosen(condition, yes, no);
      if (word === undefined) return false;
      this.#values.set(variable, word);
    }
    return true;
  }

  #word(expression: ts.Expression): LinearWord | undefined {
    const node = bare(expression);
    const constant = literal(node);
    if (constant !== undefined) return constantWord(constant);
    if (ts.isIdentifier(node)) return this.#variable(node);
    if (ts.isConditionalExpression(node)) {
      const condition = this.#condition(node.condition);
      const [yes, no] = [this.#word(node.whenTrue), this.#word(node.whenFalse)];
      return condition && yes && no && chosen(condition, yes, no);
    }
    if (ts.isPrefixUnaryExpression(node)) {
      const operand = this.#word(node.operand);
      if (operand === undefined) return undefined;
      if (node.operator === ts.SyntaxKind.TildeToken) return exclusiveOr(operand, constantWord(-1));
      return node.operator === ts.SyntaxKind.MinusToken ? negated(operand) : undefined;
    }
    if (!ts.isBinaryExpression(node)) return undefined;
    if (comparisonsOfBits.has(node.operatorToken.kind)) {
      const truth = this.#condition(node);
      return truth && truthWord(truth);
    }
    const [left, right] = [this.#word(node.left), this.#word(node.right)];
    return left && right && combined(node.operatorToken.kind, left, right);
  }

  #variable(node: ts.Identifier): LinearWord | undefined {
    const variable = this.#variables.of(node);
    if (variable === undefined) return undefined;
    const known = this.#values.get(variable);
    if (known !== undefined) return known;
    const [definition, ...more] = variable.definitions;
    const isConstant = variable.isFree && !variable.changesElsewhere && more.length === 0;
    if (!isConstant || definition?.kind !== 'value') return undefined;
    const value = literal(definition.expression);
    if (value === undefined) return undefined;
    this.constants.add(variable);
    return constantWord(value);
  }

  #condition(expression: ts.Expression): LinearBit | undefined {
    const node = bare(expression);
    if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
      const inner = this.#condition(node.operand);
      return inner && complement(inner);
    }
    if (!ts.isBinaryExpression(node) || !comparisonsOfBits.has(node.operatorToken.kind)) {
      const word = this.#word(node);
      return word?.number === 'any' ? undefined : word && onlyBit(word);
    }
    const [left, right] = [this.#word(node.left), this.#word(node.right)];
    const limit = right && constantBits(right);
    if (left === undefined || limit === undefined || right?.number !== 'signed') return undefined;
    if (node.operatorToken.kind === ts.SyntaxKind.LessThanToken)
      return limit === 0 && isSigned(left) ? topBit(left) : undefined;
    // Compared as numbers: the bits must tell which one it is.
    const bit = isSigned(left) ? onlyBit(left) : undefined;
    if (
      bit === undefined ||
      (limit !== 0 && !(isUnsigned(left) && left.rows.some((row, at) => row !== 0 && limit === 1 << at)))
    )
      return undefined;
    if (node.operatorToken.kind === ts.SyntaxKind.GreaterThanToken)
      return limit === 0 && isUnsigned(left) ? bit : undefined;
    const isEqual = equalities.has(node.operatorToken.kind);
    return isEqual === (limit === 0) ? complement(bit) : bit;
  }
}

const equalities: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.EqualsEqualsToken,
]);
const comparisonsOfBits: ReadonlySet<ts.SyntaxKind> = new Set([
  ...equalities,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsToken,
  ts.SyntaxKind.LessThanToken,
  ts.SyntaxKind.GreaterThanToken,
]);

function combined(operator: ts.SyntaxKind, left: LinearWord, right: LinearWord): LinearWord | undefined {
  switch (operator) {
    case ts.SyntaxKind.CaretToken:
      return exclusiveOr(left, right);
    case ts.SyntaxKind.AmpersandToken:
      return conjunction(left, right);
    case ts.SyntaxKind.BarToken:
      return disjunction(left, right);
    default: {
      const direction = shifts.get(operator);
      const distance = constantBits(right);
      return direction === undefined || distance === undefined ? undefined : shifted(left, direction, distance);
    }
  }
}

const shifts: ReadonlyMap<ts.SyntaxKind, '<<' | '>>' | '>>>'> = new Map([
  [ts.SyntaxKind.LessThanLessThanToken, '<<'],
  [ts.SyntaxKind.GreaterThanGreaterThanToken, '>>'],
  [ts.SyntaxKind.GreaterThanGreaterThanGreaterThanToken, '>>>'],
]);
