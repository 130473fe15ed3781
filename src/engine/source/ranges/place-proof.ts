// The proof work of one place in a function: turns expressions into polynomials whose atoms are what variables hold at the place, and
// gathers the facts that the conditions and loops around it give.
import ts from 'typescript';
import { bare, isAssignmentOperator, isInside, isSideEffectFree } from './expressions.ts';
import type { FixedLengths } from './fixed-lengths.ts';
import type { FunctionVariables, Variable } from './function-variables.ts';
import { conditionsAt } from './known-conditions.ts';
import { globalName } from './library-facts.ts';
import { isInteger, type NumberFact } from './number-fact.ts';
import { atom, constant, minus, type Polynomial, plus, scaled, times } from './polynomial.ts';
import { proveNonNegative } from './prove-non-negative.ts';
import type { ValueRanges } from './value-ranges.ts';

export interface BoundsQuestion {
  readonly variables: FunctionVariables;
  readonly checker: ts.TypeChecker;
  readonly ranges: ValueRanges;
  /** Variables whose value is known to equal a polynomial. */
  readonly equal?: ReadonlyMap<Variable, Polynomial>;
  /**
   * Variables that may hold a fraction, with the integer that stands for them in `integer <= variable` and `integer >= variable`:
   * the length minus c, for an array of length variable + c. Rounding is monotone, so the inequality carries over to the integer;
   * a strict one does so only as its weaker form.
   */
  readonly nearly?: ReadonlyMap<Variable, Polynomial>;
  /** Lengths of arrays under study, by variable. */
  readonly lengths?: ReadonlyMap<Variable, Polynomial>;
  /** Expressions whose value is known to equal a polynomial, wherever they are evaluated. */
  readonly known?: ReadonlyMap<ts.Node, Polynomial>;
  /** Polynomials that are never negative. */
  readonly facts?: readonly Polynomial[];
  readonly nonNegativeAtoms?: ReadonlySet<string>;
  /** Expressions whose polynomials the goals are made of: what is known about their parts is known everywhere. */
  readonly background?: readonly ts.Expression[];
}

const exactLimit = 2 ** 53;

/** The facts and polynomials of one place. */
export class PlaceProof {
  readonly #question: BoundsQuestion;
  readonly #lengths: FixedLengths;
  readonly #place: ts.Node;
  readonly #facts: Polynomial[];
  readonly #nonNegative: Set<string>;
  readonly #bounded = new Set<string>();
  /** Intermediate values that must be proven small enough for double arithmetic to be exact. */
  #obligations: Polynomial[] = [];
  #isPrepared = false;

  constructor(question: BoundsQuestion, lengths: FixedLengths, place: ts.Node) {
    this.#question = question;
    this.#lengths = lengths;
    this.#place = place;
    this.#facts = [...(question.facts ?? [])];
    this.#nonNegative = new Set(question.nonNegativeAtoms);
  }

  proves(goal: Polynomial): boolean {
    if (!this.#isPrepared) this.#prepare();
    return proveNonNegative(goal, this.#facts, this.#nonNegative);
  }

  isExact(granted?: Polynomial): boolean {
    return this.#obligations.every(
      (value) =>
        value === granted ||
        (this.proves(plus(constant(exactLimit), value, -1)) && this.proves(plus(constant(exactLimit), value))),
    );
  }

  #prepare(): void {
    this.#isPrepared = true;
    for (const expression of this.#question.background ?? []) this.#exactForm(expression);
    for (const condition of conditionsAt(this.#place)) {
      if (condition.kind !== 'comparison') continue;
      this.#addComparison(condition.left, condition.operator, condition.right);
    }
    for (let node = this.#place; !ts.isFunctionLike(node) && node.parent !== undefined; node = node.parent) {
      if (ts.isForStatement(node.parent) && node !== node.parent.initializer) this.#addLoopStart(node.parent);
    }
  }

  #addComparison(left: ts.Expression, operator: string, right: ts.Expression): void {
    const nearLeft = this.#nearly(left);
    const nearRight = this.#nearly(right);
    if (nearLeft && nearRight) return;
    const low = nearLeft ?? this.#exactForm(left);
    const high = nearRight ?? this.#exactForm(right);
    if (low === undefined || high === undefined) return;
    const strict = nearLeft || nearRight ? 0 : 1;
    if (operator === '<') this.#facts.push(plus(minus(high, low), constant(-strict)));
    else if (operator === '<=') this.#facts.push(minus(high, low));
    else if (operator === '>') this.#facts.push(plus(minus(low, high), constant(-strict)));
    else if (operator === '>=') this.#facts.push(minus(low, high));
    else this.#facts.push(minus(low, high), minus(high, low));
  }

  #nearly(expression: ts.Expression): Polynomial | undefined {
    const variable = this.#question.variables.of(bare(expression));
    return variable && this.#question.nearly?.get(variable);
  }

  /** A polynomial whose intermediate values are all known to be exact. */
  #exactForm(expression: ts.Expression): Polynomial | undefined {
    const pending = this.#obligations;
    this.#obligations = [];
    const form = this.form(expression);
    const isExact = this.#obligations.length === 0;
    this.#obligations = pending;
    return isExact ? form : undefined;
  }

  /** A variable that a loop only counts up is never below what it started with; one that it only counts down never above. */
  #addLoopStart(loop: ts.ForStatement): void {
    if (loop.initializer === undefined) return;
    for (const variable of this.#question.variables.all) {
      if (variable.changesElsewhere || variable.definitions.length < 2) continue;
      const inside = variable.definitions.filter((definition) => isInside(definition.node, loop));
      const start = inside.find((definition) => loop.initializer && isInside(definition.node, loop.initializer));
      if (start?.kind !== 'value' || inside.length < 2) continue;
      const direction = commonDirection(
        inside.filter((definition) => definition !== start).map((definition) => this.#directionOf(definition)),
      );
      const from = direction && this.#exactForm(start.expression);
      if (from === undefined || direction === undefined) continue;
      this.#facts.push(scaled(minus(atom(atomOf(variable)), from), direction));
    }
  }

  #directionOf(definition: Variable['definitions'][number]): 1 | -1 | undefined {
    if (definition.kind === 'step') return definition.delta;
    if (definition.kind !== 'update') return undefined;
    const operand = this.#question.ranges.factOf(definition.operand);
    if (operand.nan || operand.missing || operand.other || operand.low < 0) return undefined;
    if (definition.operator === ts.SyntaxKind.PlusToken) return 1;
    return definition.operator === ts.SyntaxKind.MinusToken ? -1 : undefined;
  }

  form(expression: ts.Expression): Polynomial | undefined {
    const node = bare(expression);
    const known = this.#question.known?.get(node);
    if (known !== undefined) return known;
    if (ts.isNumericLiteral(node))
      return Number.isSafeInteger(Number(node.text)) ? constant(Number(node.text)) : undefined;
    if (ts.isIdentifier(node)) return this.#identifierForm(node);
    if (ts.isPropertyAccessExpression(node) && node.name.text === 'length') return this.#lengthForm(node);
    if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken) {
      const operand = this.form(node.operand);
      return operand && scaled(operand, -1);
    }
    return this.#arithmeticForm(node) ?? this.#opaqueForm(node);
  }

  #arithmeticForm(node: ts.Expression): Polynomial | undefined {
    if (!ts.isBinaryExpression(node)) return undefined;
    const operator = node.operatorToken.kind;
    if (
      operator !== ts.SyntaxKind.PlusToken &&
      operator !== ts.SyntaxKind.MinusToken &&
      operator !== ts.SyntaxKind.AsteriskToken
    )
      return undefined;
    const left = this.form(node.left);
    const right = left && this.form(node.right);
    if (left === undefined || right === undefined) return undefined;
    const value =
      operator === ts.SyntaxKind.PlusToken
        ? plus(left, right)
        : operator === ts.SyntaxKind.MinusToken
          ? minus(left, right)
          : times(left, right);
    const fact = this.#question.ranges.factOf(node);
    if (fact.low < -exactLimit || fact.high > exactLimit) this.#obligations.push(value);
    return value;
  }

  #identifierForm(node: ts.Identifier): Polynomial | undefined {
    const { variables, ranges } = this.#question;
    const variable = variables.of(node);
    if (variable === undefined || !variables.isFixedBetween(variable, node, this.#place)) return undefined;
    const equal = this.#question.equal?.get(variable);
    if (equal !== undefined) return equal;
    const [only] = variable.definitions;
    if (only?.kind === 'value' && variable.definitions.length === 1) {
      const before = this.#obligations.length;
      const inlined = this.form(only.expression);
      if (inlined !== undefined) return inlined;
      this.#obligations.length = before;
    }
    return this.#atomWithin(atomOf(variable), ranges.factAt(node, this.#place));
  }

  #lengthForm(node: ts.PropertyAccessExpression): Polynomial | undefined {
    const { variables, checker, ranges } = this.#question;
    const receiver = bare(node.expression);
    const variable = variables.of(receiver);
    if (variable === undefined || node.questionDotToken !== undefined) return undefined;
    if (!variables.isFixedBetween(variable, receiver, this.#place)) return undefined;
    const known = this.#question.lengths?.get(variable);
    if (known !== undefined) return known;
    if (!this.#lengths.isFixed(variable, checker.getTypeAtLocation(receiver))) return undefined;
    return this.#atomWithin(`n${variable.id}`, ranges.factOf(node));
  }

  /** An integer whose make-up is not looked into, with what is known about it. */
  #opaqueForm(node: ts.Expression): Polynomial | undefined {
    const fact = this.#question.ranges.factOf(node);
    if (!isInteger(fact) || !isPure(node, this.#question.checker) || !this.#isUnchanged(node)) return undefined;
    const name = `e${node.pos}`;
    const isNew = !this.#bounded.has(name);
    const result = this.#atomWithin(name, fact);
    if (isNew) this.#describe(node, atom(name));
    return result;
  }

  #isUnchanged(node: ts.Node): boolean {
    if (ts.isIdentifier(node)) {
      const variable = this.#question.variables.of(node);
      return (
        variable === undefined ||
        variable.isFree ||
        this.#question.variables.isFixedBetween(variable, node, this.#place)
      );
    }
    return !(ts.forEachChild(node, (child) => !this.#isUnchanged(child)) ?? false);
  }

  #describe(node: ts.Expression, value: Polynomial): void {
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PercentToken) {
      const { ranges } = this.#question;
      const divisor = this.#exactForm(node.right);
      const isUsual = ranges.factOf(node.left).low >= 0 && ranges.factOf(node.right).low >= 0;
      if (divisor && isUsual) this.#facts.push(plus(minus(divisor, value), constant(-1)));
    }
    if (!ts.isCallExpression(node)) return;
    const callee = node.expression.getText();
    for (const argument of node.arguments) {
      const form = callee === 'Math.min' || callee === 'Math.max' ? this.#exactForm(argument) : undefined;
      if (form) this.#facts.push(callee === 'Math.min' ? minus(form, value) : minus(value, form));
    }
  }

  #atomWithin(name: string, fact: NumberFact): Polynomial | undefined {
    if (!isInteger(fact)) return undefined;
    const value = atom(name);
    if (!this.#bounded.has(name)) {
      this.#bounded.add(name);
      if (fact.low > -Infinity) this.#facts.push(plus(value, constant(-fact.low)));
      if (fact.high < Infinity) this.#facts.push(minus(constant(fact.high), value));
      if (fact.low >= 0) this.#nonNegative.add(name);
    }
    return value;
  }
}

export function atomOf(variable: Variable): string {
  return `v${variable.id}`;
}

function commonDirection(directions: readonly (1 | -1 | undefined)[]): 1 | -1 | undefined {
  const [first] = directions;
  return directions.every((direction) => direction === first) ? first : undefined;
}

/** No side effects, also with calls of Math and of charCodeAt in it. */
function isPure(expression: ts.Expression, checker: ts.TypeChecker): boolean {
  const node = bare(expression);
  if (isSideEffectFree(node)) return true;
  if (ts.isBinaryExpression(node)) {
    return !isAssignmentOperator(node.operatorToken.kind) && isPure(node.left, checker) && isPure(node.right, checker);
  }
  if (!ts.isCallExpression(node)) return false;
  const callee = bare(node.expression);
  if (!ts.isPropertyAccessExpression(callee) || !node.arguments.every((argument) => isPure(argument, checker)))
    return false;
  const isString = (checker.getTypeAtLocation(callee.expression).flags & ts.TypeFlags.StringLike) !== 0;
  return globalName(bare(callee.expression), checker) === 'Math' || (isString && callee.name.text === 'charCodeAt');
}
