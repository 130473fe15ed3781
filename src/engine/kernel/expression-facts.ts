// What the expressions of a kernel may give where control stands, and what a condition tells of the variables on both ways that go on from it.
import { negate } from '../source/ranges/number-arithmetic.ts';
import * as facts from '../source/ranges/number-fact.ts';
import { arithmeticFact, libraryFact, resultOf } from './fact-transfers.ts';
import { type ArrayLocal, type Expression, type Local, longestKernelArray, type Statement } from './kernel-ir.ts';
import { joinStates, multipleIn, type Reached } from './kernel-states.ts';
import { learnFrom } from './learn-from.ts';
import type { NotedFacts } from './noted-facts.ts';
import { isScalar } from './walk-kernel.ts';

type NumberFact = facts.NumberFact;

export class ExpressionFacts {
  readonly #noted: NotedFacts;
  /** For the statements that an expression begins with. */
  readonly #run: (statements: readonly Statement[]) => void;
  /** The last fact of each, which conditions need while a loop's fixpoint is being looked for as well. */
  readonly #latest = new Map<Expression, NumberFact>();
  state: Reached;
  /** In this branch, as long as it is not changed, the variable is a multiple of the integer: after `n % 2 === 0`. */
  multiple: { readonly local: Local; readonly of: number } | undefined;
  steps = 0;

  constructor(noted: NotedFacts, run: (statements: readonly Statement[]) => void) {
    this.#noted = noted;
    this.#run = run;
  }

  isReached(): boolean {
    return this.state !== undefined;
  }

  /** The states in which the condition holds and in which it does not. */
  decide(condition: Expression): readonly [Reached, Reached] {
    switch (condition.kind) {
      case 'truth':
        return condition.value ? [this.state, undefined] : [undefined, this.state];
      case 'not': {
        const [yes, no] = this.decide(condition.operand);
        return [no, yes];
      }
      case 'both': {
        const [yes, no] = this.decide(condition.left);
        this.state = yes;
        if (yes === undefined) return [undefined, no];
        const [bothYes, secondNo] = this.decide(condition.right);
        return [bothYes, joinStates(no, secondNo)];
      }
      case 'either': {
        const [yes, no] = this.decide(condition.left);
        this.state = no;
        if (no === undefined) return [yes, undefined];
        const [secondYes, bothNo] = this.decide(condition.right);
        return [joinStates(yes, secondYes), bothNo];
      }
      default: {
        this.evaluate(condition);
        const state = this.state;
        if (state === undefined) return [undefined, undefined];
        const factOf = (expression: Expression) => this.#latest.get(expression) ?? facts.anyNumber;
        return [learnFrom(condition, true, state, factOf), learnFrom(condition, false, state, factOf)];
      }
    }
  }

  /** Notes the fact, too. Undefined when evaluating it does not end here. */
  evaluate(expression: Expression): NumberFact | undefined {
    this.steps += 1;
    if (this.state === undefined) return undefined;
    const fact = this.#factOf(expression);
    if (fact === undefined || !this.isReached()) return undefined;
    this.#latest.set(expression, fact);
    this.#noted.noteExpression(expression, fact);
    return fact;
  }

  #factOf(expression: Expression): NumberFact | undefined {
    switch (expression.kind) {
      case 'constant':
        return facts.exactly(expression.value);
      case 'truth':
        return facts.integersBetween(0, 1);
      case 'local':
        return this.#read(expression.local);
      case 'assign': {
        const fact = this.evaluate(expression.value);
        if (fact !== undefined) this.#assign(expression.local, fact);
        return fact;
      }
      case 'postfix': {
        const before = this.#read(expression.local);
        const after = arithmeticFact(expression.delta === 1 ? '+' : '-', before, facts.exactly(1));
        this.#assign(expression.local, after);
        return before;
      }
      case 'arithmetic': {
        const left = this.evaluate(expression.left);
        const right = this.evaluate(expression.right);
        return left && right && this.#quotient(expression, arithmeticFact(expression.operator, left, right));
      }
      case 'negate': {
        const operand = this.evaluate(expression.operand);
        return operand && negate(operand);
      }
      case 'math':
      case 'imported': {
        const operands = expression.operands.map((operand) => this.evaluate(operand));
        if (operands.some((operand) => operand === undefined)) return undefined;
        const name = expression.kind === 'math' ? expression.operation : expression.name;
        return libraryFact(name, operands as readonly NumberFact[]);
      }
      case 'length':
        return this.#noted.ofLength(expression.array);
      case 'place':
        // Both are evaluated, and the table has been allocated: its cells are no more than an array may have.
        this.evaluate(expression.row);
        return this.evaluate(expression.column) && facts.integersBetween(0, longestKernelArray - 1);
      case 'read':
        return this.evaluate(expression.index) && this.#noted.ofElements(expression.array);
      case 'isTruthy':
      case 'test':
        return this.evaluate(expression.operand) && facts.integersBetween(0, 1);
      case 'compare':
        this.evaluate(expression.left);
        return this.evaluate(expression.right) && facts.integersBetween(0, 1);
      case 'not':
      case 'both':
      case 'either': {
        const [yes, no] = this.decide(expression);
        this.state = joinStates(yes, no);
        return this.state && facts.integersBetween(0, 1);
      }
      case 'choose':
        return this.#choose(expression);
      case 'sequence':
        this.#run(expression.first);
        return this.evaluate(expression.last);
      case 'call':
        return this.#call(expression);
    }
  }

  /** A multiple divided by what it is a multiple of is an integer. */
  #quotient(expression: Extract<Expression, { kind: 'arithmetic' }>, fact: NumberFact): NumberFact {
    const { operator, left, right } = expression;
    const isExact =
      operator === '/' &&
      left.kind === 'local' &&
      right.kind === 'constant' &&
      this.multiple?.local === left.local &&
      this.multiple.of % right.value === 0;
    return isExact ? { ...fact, integer: true } : fact;
  }

  #choose(expression: Extract<Expression, { kind: 'choose' }>): NumberFact | undefined {
    const [yes, no] = this.decide(expression.condition);
    this.state = yes;
    this.multiple = multipleIn(expression.condition);
    const whenTrue = this.evaluate(expression.whenTrue);
    this.multiple = undefined;
    const afterTrue = this.state;
    this.state = no;
    const whenFalse = this.evaluate(expression.whenFalse);
    this.state = joinStates(afterTrue, this.state);
    return whenTrue && whenFalse ? facts.join(whenTrue, whenFalse) : (whenTrue ?? whenFalse);
  }

  #call({ callee, operands }: Extract<Expression, { kind: 'call' }>): NumberFact | undefined {
    const areGiven = callee.parameters.map((parameter, index) => {
      const operand = operands[index];
      if (operand?.kind === 'table' && parameter.kind === 'table') {
        this.#noted.noteParameter(parameter.rows, this.#read(operand.rows));
        this.#noted.noteParameter(parameter.columns, this.#read(operand.columns));
      }
      if (operand === undefined || !isScalar(operand)) return true;
      const fact = this.evaluate(operand);
      if (fact !== undefined && parameter.kind === 'number') this.#noted.noteParameter(parameter, fact);
      return fact !== undefined;
    });
    if (!areGiven.every(Boolean)) return undefined;
    this.#noted.noteReached(callee);
    const result = resultOf(callee.result, this.#noted.ofResult(callee), this.#noted.isEnded(callee));
    // As long as no end of it is known, nothing comes after the call.
    if (result === undefined) this.state = undefined;
    return result;
  }

  #read(local: Local): NumberFact {
    const fact = this.state?.get(local);
    if (fact !== undefined && !fact.missing) return fact;
    this.#noted.noteUnset(local);
    return facts.anyNumber;
  }

  /** The variable gets an element of the array. */
  keepElement(array: ArrayLocal, local: Local): void {
    this.#assign(local, this.#noted.ofElements(array));
  }

  #assign(local: Local, fact: NumberFact): void {
    if (this.multiple?.local === local) this.multiple = undefined;
    const before = this.state?.get(local);
    if (before === undefined || !facts.sameFact(before, fact)) this.state = new Map(this.state).set(local, fact);
    this.#noted.noteLocal(local, fact);
  }
}
