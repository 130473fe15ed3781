// An element that a round of a loop reads and the round before has written is kept in a variable between them, as in `row[j]` of `row[j - 1]`:
// tables of dynamic programming, filters, running sums. Read from memory, each round would wait for the store of the one before.
import { KernelCopy } from './copy-kernel.ts';
import { type Count, countOf, isLocal, movesByOne, withoutOffset } from './counted-loops.ts';
import { ExpressionKeys } from './expression-keys.ts';
import {
  type ArrayLocal,
  type Expression,
  groupOf,
  type KernelFunction,
  type Local,
  type MathOperation,
  type Statement,
} from './kernel-ir.ts';
import { assign, read } from './kernel-steps.ts';
import { changesOf, type Loop } from './loop-changes.ts';
import { copyWithNames, RoundNames } from './round-names.ts';
import { CertainVisit, mayLeave } from './visit-certain.ts';
import { isScalar, visitStatements } from './walk-kernel.ts';

type Read = Extract<Expression, { kind: 'read' }>;
type Write = Extract<Statement, { kind: 'write' }>;

export function carryElements(kernel: KernelFunction): void {
  const carrying = new Carrying();
  kernel.body = carrying.statements(kernel.body);
  kernel.locals = [...kernel.locals, ...carrying.locals];
}

class Carrying {
  readonly locals: Local[] = [];
  readonly #keys = new ExpressionKeys();

  statements(statements: readonly Statement[]): readonly Statement[] {
    return statements.map((statement, index) => {
      switch (statement.kind) {
        case 'if': {
          const { whenTrue, whenFalse } = statement;
          return { ...statement, whenTrue: this.statements(whenTrue), whenFalse: this.statements(whenFalse) };
        }
        case 'block':
          return { ...statement, body: this.statements(statement.body) };
        case 'loop':
          return this.#loop({ ...statement, body: this.statements(statement.body) }, statements[index - 1]);
        default:
          return statement;
      }
    });
  }

  #loop(loop: Loop, before: Statement | undefined): Loop {
    const found = neighboursIn(loop, before, this.#keys);
    if (found === undefined) return loop;
    const [kept, latest] = [this.#newLocal(), this.#newLocal()];
    const copy: KernelCopy = new KernelCopy(
      (one) => (found.reads.has(one) ? read(kept) : withLast(one, found.reads, copy)),
      (one) => {
        if (one.kind !== 'write' || !found.writes.has(one)) return undefined;
        return [{ ...one, index: copy.expression(one.index), value: copy.expression(one.value), keptIn: latest }];
      },
    );
    const first: Expression = { ...found.first, index: plainCopy.expression(found.first.index) };
    // As late as can be: what comes before may be for lanes of vectors.
    const needed = loop.body.findIndex((statement) => isIn(statement, found));
    const [earlier, later] = [loop.body.slice(0, needed), loop.body.slice(needed)];
    return {
      ...loop,
      prelude: [...(loop.prelude ?? []), assign(latest, first)],
      body: [...copy.statements(earlier), assign(kept, read(latest)), ...copy.statements(later)],
    };
  }

  #newLocal(): Local {
    const local: Local = { kind: 'number', name: `k${this.locals.length}` };
    this.locals.push(local);
    return local;
  }
}

const plainCopy = new KernelCopy(() => undefined);

/** What each round writes to one array, and what it reads there that the round before has written. */
interface Neighbours {
  readonly writes: ReadonlySet<Statement>;
  readonly reads: ReadonlySet<Expression>;
  /** The element before the first that is written. */
  readonly first: Read;
}

/**
 * The least or the largest of several, in which what the round before has written comes last: the others need not wait for it. In any order it is
 * the same number, also with NaN and -0.
 */
function withLast(expression: Expression, reads: ReadonlySet<Expression>, copy: KernelCopy): Expression | undefined {
  if (expression.kind !== 'math' || (expression.operation !== 'min' && expression.operation !== 'max'))
    return undefined;
  const { operation } = expression;
  const operands = flattened(expression, operation);
  const waiting = operands.filter((one) => countIn(one, (part) => reads.has(part)) > 0);
  const isPlain = operands.every((one) => countIn(one, (part) => acting.has(part.kind)) === 0);
  if (operands.length < 3 || waiting.length !== 1 || !isPlain) return undefined;
  const [first, ...others] = [...operands.filter((one) => !waiting.includes(one)), ...waiting];
  return others.reduce<Expression | undefined>(
    (left, one) => left && { kind: 'math', operation, operands: [left, copy.expression(one)] },
    first && copy.expression(first),
  );
}

const acting: ReadonlySet<Expression['kind']> = new Set(['assign', 'postfix', 'call', 'sequence']);

function flattened(expression: Expression, operation: MathOperation): readonly Expression[] {
  if (expression.kind !== 'math' || expression.operation !== operation) return [expression];
  return expression.operands.flatMap((one) => flattened(one, operation));
}

function countIn(expression: Expression, matches: (one: Expression) => boolean): number {
  let count = 0;
  visitStatements([{ kind: 'evaluate', expression }], {
    expression: (one) => {
      if (matches(one)) count += 1;
    },
  });
  return count;
}

function isIn(statement: Statement, { reads, writes }: Neighbours): boolean {
  let is = false;
  visitStatements([statement], {
    statement: (one) => {
      is ||= writes.has(one);
    },
    expression: (one) => {
      is ||= reads.has(one);
    },
  });
  return is;
}

function neighboursIn(loop: Loop, before: Statement | undefined, keys: ExpressionKeys): Neighbours | undefined {
  const changes = changesOf(loop);
  const count = countOf(loop, changes);
  if (count?.step.kind !== 'constant' || count.step.value !== 1 || handsOutArrays(loop.body)) return undefined;
  const { reads, writes } = accessesIn(loop.body, keys);
  const certain = certainReads(loop.body);
  for (const array of new Set(writes.map(({ one }) => one.array))) {
    const [first, ...others] = writes.filter(({ one }) => one.array === array);
    if (first === undefined || !keepsNumbers(first.one) || !movesByOne(first.base, count, changes)) continue;
    if (others.some((other) => other.key !== first.key || other.offset !== first.offset)) continue;
    const own = new Set<Statement>([first, ...others].map(({ one }) => one));
    if (!isOnlyChangedBy(own, array, loop.body) || !alwaysReaches(own, loop.body)) continue;
    const neighbours = reads.filter(({ one, key, offset }) => {
      return one.array === array && key === first.key && offset === first.offset - 1;
    });
    const known = neighbours.find(({ one }) => certain.has(one));
    const isThere = known !== undefined || startsAfter(before, first, count);
    const [some] = known === undefined ? neighbours : [known];
    if (some === undefined || !isThere) continue;
    const ofNeighbours = new Set<Expression>(neighbours.map(({ one }) => one));
    return { writes: own, reads: ofNeighbours, first: { kind: 'read', array, index: some.index } };
  }
  return undefined;
}

interface NamedAccess<T> {
  readonly one: T;
  /** With what variables stand for. */
  readonly index: Expression;
  readonly base: Expression;
  readonly key: string;
  readonly offset: number;
}

function accessesIn(body: readonly Statement[], keys: ExpressionKeys) {
  const reads: NamedAccess<Read>[] = [];
  const writes: NamedAccess<Write>[] = [];
  const names = new RoundNames(body);
  const named = <T extends Read | Write>(one: T): NamedAccess<T> => {
    const index = names.valueOf(one.index);
    const { base, offset } = withoutOffset(index);
    return { one, index, base, key: keys.of(base), offset };
  };
  copyWithNames(body, names, {
    expression: (one) => {
      if (one.kind === 'read') reads.push(named(one));
      return undefined;
    },
    write: (one) => {
      writes.push(named(one));
      return undefined;
    },
  });
  return { reads, writes };
}

/** Stored as they are, in a place of their own. */
function keepsNumbers({ array, mayAppend, keptIn }: Write): boolean {
  const { elements, typedName } = groupOf(array);
  const isKept = typedName === undefined || typedName === 'Float64Array' || typedName === 'Int32Array';
  return elements === 'number' && isKept && array.isOwned !== true && mayAppend !== true && keptIn === undefined;
}

function handsOutArrays(body: readonly Statement[]): boolean {
  let found = false;
  visitStatements(body, {
    expression: (one) => {
      found ||= one.kind === 'call' && !one.operands.every(isScalar);
    },
  });
  return found;
}

/** No other statement writes to the array, or to one that may be the same. */
function isOnlyChangedBy(writes: ReadonlySet<Statement>, array: ArrayLocal, body: readonly Statement[]): boolean {
  let is = true;
  visitStatements(body, {
    statement: (one) => {
      if ('array' in one && groupOf(one.array) === groupOf(array) && !writes.has(one)) is = false;
    },
  });
  return is;
}

/** Every round that comes to its end has been at one of them. */
function alwaysReaches(writes: ReadonlySet<Statement>, statements: readonly Statement[]): boolean {
  for (const statement of statements) {
    if (writes.has(statement)) return true;
    if (statement.kind === 'if') {
      const { whenTrue, whenFalse } = statement;
      if (alwaysReaches(writes, whenTrue) && alwaysReaches(writes, whenFalse)) return true;
    }
    if (mayLeave(statement)) return false;
  }
  return false;
}

function certainReads(body: readonly Statement[]): ReadonlySet<Expression> {
  const certain = new Set<Expression>();
  new CertainVisit({
    expression: (one) => {
      if (one.kind === 'read') certain.add(one);
      return false;
    },
  }).statements(body);
  return certain;
}

/** `for (let i = 1; …) row[i] = …`: the first round's element has one before it. */
function startsAfter(before: Statement | undefined, { base, offset }: NamedAccess<Write>, count: Count): boolean {
  if (before?.kind !== 'evaluate' || before.expression.kind !== 'assign' || !isLocal(base, count.local)) return false;
  const { local, value } = before.expression;
  return (
    local === count.local && value.kind === 'constant' && Number.isInteger(value.value) && value.value + offset >= 1
  );
}
