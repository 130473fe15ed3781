// What variables stand for that a round of a loop sets in one statement.
import { KernelCopy } from './copy-kernel.ts';
import type { Expression, Local, Statement } from './kernel-ir.ts';
import { onlyValues } from './loop-changes.ts';

/** From that statement on to the end of its block, and not before. */
export class RoundNames {
  readonly #values: ReadonlyMap<Local, Expression>;
  #set: ReadonlySet<Local> = new Set<Local>();

  constructor(body: readonly Statement[]) {
    this.#values = onlyValues(body);
  }

  /** What is set meanwhile may not be set afterwards. */
  within<T>(work: () => T): T {
    const before = this.#set;
    const result = work();
    this.#set = before;
    return result;
  }

  set(local: Local): void {
    this.#set = new Set([...this.#set, local]);
  }

  valueOf(index: Expression): Expression {
    const value = index.kind === 'local' && this.#set.has(index.local) ? this.#values.get(index.local) : undefined;
    return value ?? index;
  }
}

export interface NamedReplacement {
  readonly expression: (one: Expression, copy: KernelCopy) => Expression | undefined;
  readonly write: (one: Extract<Statement, { kind: 'write' }>, copy: KernelCopy) => Statement | undefined;
}

/** A copy of the body of a loop; the names stand for their values where they do while it is made. */
export function copyWithNames(
  body: readonly Statement[],
  names: RoundNames,
  { expression, write }: NamedReplacement,
): readonly Statement[] {
  const copy: KernelCopy = new KernelCopy(
    (one) => expression(one, copy) ?? branches(one),
    (one) => {
      if (one.kind === 'if' || one.kind === 'loop' || one.kind === 'block') return [parts(one)];
      const written = one.kind === 'write' ? write(one, copy) : undefined;
      if (written !== undefined) return [written];
      if (one.kind !== 'evaluate' || one.expression.kind !== 'assign') return undefined;
      const { local, value } = one.expression;
      const assigned = { ...one.expression, value: copy.expression(value) };
      names.set(local);
      return [{ ...one, expression: assigned }];
    },
  );
  /** What is set in the parts of an expression that may be left out may not be set behind it. */
  const branches = (one: Expression): Expression | undefined => {
    const perhaps = (part: Expression): Expression => names.within(() => copy.expression(part));
    if (one.kind === 'both' || one.kind === 'either')
      return { ...one, left: copy.expression(one.left), right: perhaps(one.right) };
    if (one.kind !== 'choose') return undefined;
    const condition = copy.expression(one.condition);
    return { ...one, condition, whenTrue: perhaps(one.whenTrue), whenFalse: perhaps(one.whenFalse) };
  };
  const inner = (statements: readonly Statement[]): readonly Statement[] =>
    names.within(() => copy.statements(statements));
  const parts = (one: Statement): Statement => {
    if (one.kind === 'block') return { ...one, body: inner(one.body) };
    if (one.kind === 'if') {
      const condition = copy.expression(one.condition);
      return { ...one, condition, whenTrue: inner(one.whenTrue), whenFalse: inner(one.whenFalse) };
    }
    if (one.kind !== 'loop') return one;
    return {
      ...one,
      test: one.test && copy.expression(one.test),
      ...(one.prelude === undefined ? {} : { prelude: inner(one.prelude) }),
      body: inner(one.body),
      update: inner(one.update),
    };
  };
  return inner(body);
}
