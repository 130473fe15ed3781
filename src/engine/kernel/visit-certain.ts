// The expressions that statements evaluate in any case, whatever their conditions say.
import type { Expression, Local, Statement } from './kernel-ir.ts';
import { partsOf, visitStatements } from './walk-kernel.ts';

interface CertainVisitor {
  /** Answers true where the parts of the expression are of no interest. `isIndex`: it is, or is added up to, an index of an element. */
  readonly expression: (expression: Expression, isIndex: boolean) => boolean;
  readonly write?: (statement: Extract<Statement, { kind: 'write' }>) => void;
  /** A condition that is reached, of which no branch leaves. */
  readonly branches?: (statement: Extract<Statement, { kind: 'if' }>) => void;
  /** What both branches of a condition come to, by a key. */
  readonly inBoth?: {
    readonly key: (expression: Expression) => string | undefined;
    readonly take: (expression: Expression) => void;
  };
}

export class CertainVisit {
  readonly #visitor: CertainVisitor;
  readonly #indexNames: ReadonlySet<Local>;

  /** `indexNames`: variables that are only read as an index. */
  constructor(visitor: CertainVisitor, indexNames: ReadonlySet<Local> = new Set()) {
    this.#visitor = visitor;
    this.#indexNames = indexNames;
  }

  /** False when what comes after the statements may not be reached. */
  statements(statements: readonly Statement[]): boolean {
    return statements.every((statement) => this.#statement(statement));
  }

  #statement(statement: Statement): boolean {
    switch (statement.kind) {
      case 'evaluate':
        return this.#expression(statement.expression);
      case 'write':
        this.#visitor.write?.(statement);
        return this.#expression(statement.index, true) && this.#expression(statement.value);
      case 'fill':
      case 'push':
        return this.#expression(statement.value);
      case 'row':
        return this.#expression(statement.index, true);
      case 'cut':
        return this.#expression(statement.length);
      case 'allocate':
        return [statement.length, ...statement.elements].every((one) => this.#expression(one));
      case 'if':
        return this.#expression(statement.condition) && !mayLeave(statement) && this.#branches(statement);
      case 'loop': {
        const { test, testsFirst } = statement;
        return (!testsFirst || test === undefined || this.#expression(test)) && !mayLeave(statement);
      }
      case 'block':
        return this.statements(statement.body);
      case 'break':
      case 'continue':
      case 'return':
      case 'giveUp':
        return false;
      default:
        return true;
    }
  }

  #branches(statement: Extract<Statement, { kind: 'if' }>): true {
    const { inBoth } = this.#visitor;
    const { whenTrue, whenFalse } = statement;
    this.#visitor.branches?.(statement);
    if (inBoth === undefined) return true;
    const [found, others] = [whenTrue, whenFalse].map((branch) => {
      const keys = new Map<string, Expression>();
      const take = (expression: Expression): void => {
        const key = inBoth.key(expression);
        if (key !== undefined && !keys.has(key)) keys.set(key, expression);
      };
      const expression = (one: Expression): boolean => {
        take(one);
        return false;
      };
      new CertainVisit({ expression, inBoth: { ...inBoth, take } }).statements(branch);
      return keys;
    });
    for (const [key, expression] of found ?? []) if (others?.has(key) === true) inBoth.take(expression);
    return true;
  }

  #expression(expression: Expression, isIndex = false): boolean {
    if (this.#visitor.expression(expression, isIndex)) return true;
    switch (expression.kind) {
      case 'both':
      case 'either':
        return this.#expression(expression.left);
      case 'choose':
        return this.#expression(expression.condition);
      case 'sequence':
        return this.statements(expression.first) && this.#expression(expression.last, isIndex);
      case 'assign':
        return this.#expression(expression.value, isIndex || this.#indexNames.has(expression.local));
      case 'read':
      case 'place':
        return partsOf(expression).every((part) => this.#expression(part, true));
      case 'arithmetic': {
        const isSum = expression.operator === '+' || expression.operator === '-';
        return partsOf(expression).every((part) => this.#expression(part, isIndex && isSum));
      }
      default:
        return partsOf(expression).every((part) => this.#expression(part));
    }
  }
}

/** Giving up aside, after which nothing matters. */
export function mayLeave(statement: Statement): boolean {
  let found = false;
  visitStatements([statement], {
    statement: ({ kind }) => {
      found ||= kind === 'break' || kind === 'continue' || kind === 'return';
    },
  });
  return found;
}
