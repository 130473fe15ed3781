// Texts by which expressions are found again that read alike: the same variables, the same operations.
import type { Expression } from './kernel-ir.ts';

export class ExpressionKeys {
  readonly #numbers = new Map<object, number>();

  of(expression: Expression): string {
    switch (expression.kind) {
      case 'constant':
        return Object.is(expression.value, -0) ? '-0' : String(expression.value);
      case 'local':
        return this.ofObject(expression.local);
      case 'length':
        return `length ${this.ofObject(expression.array)}`;
      case 'read':
        return `${this.ofObject(expression.array)}[${this.of(expression.index)}]`;
      case 'place':
        return `${this.ofObject(expression.table)}[${this.of(expression.row)}][${this.of(expression.column)}]`;
      case 'arithmetic':
        return `(${this.of(expression.left)} ${expression.operator} ${this.of(expression.right)})`;
      case 'negate':
        return `-(${this.of(expression.operand)})`;
      case 'math':
        return `${expression.operation}(${expression.operands.map((one) => this.of(one)).join()})`;
      case 'imported':
        return `${expression.name}(${expression.operands.map((one) => this.of(one)).join()})`;
      default:
        return this.ofObject(expression);
    }
  }

  /** One like no other. */
  ofObject(object: object): string {
    let number = this.#numbers.get(object);
    if (number === undefined) {
      number = this.#numbers.size;
      this.#numbers.set(object, number);
    }
    return `#${number}`;
  }
}
