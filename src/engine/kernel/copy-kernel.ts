// Copies of statements and expressions, in which some expressions stand for others: every expression of a kernel is an object of its own.
import type { Expression, Operand, Statement } from './kernel-ir.ts';
import { isScalar } from './walk-kernel.ts';

/** What stands in the copy for the expression; undefined: a copy of it. */
export type Replacement = (expression: Expression) => Expression | undefined;
/** The same for statements: none, one or several. */
export type StatementReplacement = (statement: Statement) => readonly Statement[] | undefined;

export class KernelCopy {
  readonly #replaced: Replacement;
  readonly #replacedStatement: StatementReplacement;

  constructor(replaced: Replacement, replacedStatement: StatementReplacement = () => undefined) {
    this.#replaced = replaced;
    this.#replacedStatement = replacedStatement;
  }

  statements(statements: readonly Statement[]): readonly Statement[] {
    return statements.flatMap((statement) => this.#replacedStatement(statement) ?? [this.statement(statement)]);
  }

  statement(statement: Statement): Statement {
    switch (statement.kind) {
      case 'evaluate':
        return { ...statement, expression: this.expression(statement.expression) };
      case 'write':
        return { ...statement, index: this.expression(statement.index), value: this.expression(statement.value) };
      case 'fill':
      case 'push':
        return { ...statement, value: this.expression(statement.value) };
      case 'cut':
        return { ...statement, length: this.expression(statement.length) };
      case 'row':
        return { ...statement, index: this.expression(statement.index) };
      case 'allocate': {
        const elements = statement.elements.map((element) => this.expression(element));
        return { ...statement, length: this.expression(statement.length), elements };
      }
      case 'if':
        return {
          ...statement,
          condition: this.expression(statement.condition),
          whenTrue: this.statements(statement.whenTrue),
          whenFalse: this.statements(statement.whenFalse),
        };
      case 'loop':
        return {
          ...statement,
          test: statement.test && this.expression(statement.test),
          ...(statement.prelude === undefined ? {} : { prelude: this.statements(statement.prelude) }),
          body: this.statements(statement.body),
          update: this.statements(statement.update),
        };
      case 'block':
        return { ...statement, body: this.statements(statement.body) };
      case 'return':
        return { ...statement, value: statement.value && this.#operand(statement.value) };
      default:
        return statement;
    }
  }

  expression(expression: Expression): Expression {
    return this.#replaced(expression) ?? this.#copied(expression);
  }

  #copied(expression: Expression): Expression {
    switch (expression.kind) {
      case 'arithmetic':
      case 'compare':
      case 'both':
      case 'either':
        return { ...expression, left: this.expression(expression.left), right: this.expression(expression.right) };
      case 'negate':
      case 'not':
      case 'isTruthy':
      case 'test':
        return { ...expression, operand: this.expression(expression.operand) };
      case 'math':
      case 'imported':
        return { ...expression, operands: expression.operands.map((operand) => this.expression(operand)) };
      case 'assign':
        return { ...expression, value: this.expression(expression.value) };
      case 'place':
        return { ...expression, row: this.expression(expression.row), column: this.expression(expression.column) };
      case 'choose':
        return {
          ...expression,
          condition: this.expression(expression.condition),
          whenTrue: this.expression(expression.whenTrue),
          whenFalse: this.expression(expression.whenFalse),
        };
      case 'sequence':
        return { ...expression, first: this.statements(expression.first), last: this.expression(expression.last) };
      case 'read':
        return { ...expression, index: this.expression(expression.index) };
      case 'call':
        return { ...expression, operands: expression.operands.map((operand) => this.#operand(operand)) };
      default:
        return { ...expression };
    }
  }

  #operand(operand: Operand): Operand {
    return isScalar(operand) ? this.expression(operand) : operand;
  }
}
