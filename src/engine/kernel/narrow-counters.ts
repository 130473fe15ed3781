// `for (let j = i * i; j <= n; j += i)`: the first value may be far beyond any index, those of the rounds are not. They go on in a variable of
// their own, which is set once the first test has held, so that it can be a machine integer.
import { KernelCopy } from './copy-kernel.ts';
import type { Expression, KernelFunction, Local, Statement } from './kernel-ir.ts';
import { assign, read } from './kernel-steps.ts';
import { type Loop, setIn } from './loop-changes.ts';
import { partsOf, visitStatements } from './walk-kernel.ts';

export function narrowCounters(kernel: KernelFunction): void {
  const narrowing = new Narrowing(kernel.body);
  kernel.body = narrowing.statements(kernel.body);
  kernel.locals = [...kernel.locals, ...narrowing.locals];
}

class Narrowing {
  readonly locals: Local[] = [];
  readonly #uses: ReadonlyMap<Local, number>;

  constructor(body: readonly Statement[]) {
    this.#uses = usesIn(body);
  }

  statements(statements: readonly Statement[]): readonly Statement[] {
    return statements.map((statement, index) => {
      const inner = this.#within(statement);
      const counter = inner.kind === 'loop' ? this.#counterOf(statements[index - 1], inner) : undefined;
      return inner.kind === 'loop' && counter !== undefined ? this.#narrowed(inner, counter) : inner;
    });
  }

  #within(statement: Statement): Statement {
    switch (statement.kind) {
      case 'if':
        return {
          ...statement,
          whenTrue: this.statements(statement.whenTrue),
          whenFalse: this.statements(statement.whenFalse),
        };
      case 'loop':
      case 'block':
        return { ...statement, body: this.statements(statement.body) };
      default:
        return statement;
    }
  }

  /** Set to a product before the loop, and used in the loop only. */
  #counterOf(before: Statement | undefined, loop: Loop): Local | undefined {
    const { test, testsFirst, prelude, body } = loop;
    if (before?.kind !== 'evaluate' || before.expression.kind !== 'assign' || !isProduct(before.expression.value))
      return undefined;
    const { local } = before.expression;
    const isCounted =
      testsFirst && prelude === undefined && test?.kind === 'compare' && ['<', '<='].includes(test.operator);
    if (!isCounted || test.left.kind !== 'local' || test.left.local !== local || !isPlain(test.right)) return undefined;
    const own = usesIn([before, loop]).get(local);
    return own === this.#uses.get(local) && !setIn(body).has(local) ? local : undefined;
  }

  #narrowed(loop: Loop, counter: Local): Statement {
    const { test } = loop;
    if (test === undefined) return loop;
    const narrow: Local = { kind: 'number', name: `${counter.name}Narrow` };
    this.locals.push(narrow);
    const copy: KernelCopy = new KernelCopy((one) => {
      if (one.kind === 'local') return one.local === counter ? read(narrow) : undefined;
      if (one.kind === 'postfix') return one.local === counter ? { ...one, local: narrow } : undefined;
      if (one.kind !== 'assign' || one.local !== counter) return undefined;
      return { ...one, local: narrow, value: copy.expression(one.value) };
    });
    return {
      kind: 'if',
      condition: new KernelCopy(() => undefined).expression(test),
      whenTrue: [assign(narrow, read(counter)), copy.statement(loop)],
      whenFalse: [],
    };
  }
}

/** How often variables are set and read. */
function usesIn(statements: readonly Statement[]): ReadonlyMap<Local, number> {
  const uses = new Map<Local, number>();
  const add = (local: Local): void => {
    uses.set(local, (uses.get(local) ?? 0) + 1);
  };
  visitStatements(statements, {
    expression: (one) => {
      if (one.kind === 'local' || one.kind === 'assign' || one.kind === 'postfix') add(one.local);
    },
    statement: (one) => {
      if (one.kind === 'forget') add(one.local);
    },
  });
  return uses;
}

/** Of two variables, or more. */
function isProduct(expression: Expression): boolean {
  if (expression.kind !== 'arithmetic') return false;
  const isOfVariables = expression.operator === '*' && partsOf(expression).every(({ kind }) => kind !== 'constant');
  return isOfVariables || partsOf(expression).some(isProduct);
}

function isPlain(expression: Expression): boolean {
  return expression.kind === 'local' || expression.kind === 'constant' || expression.kind === 'length';
}
