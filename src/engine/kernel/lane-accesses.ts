// Elements that the lanes of a vector loop read and write together. A lane must not see what another one writes in the same block of rounds,
// unless it comes to it in a later round: that is so where all accesses to an array go by the same index, and is looked at run time elsewhere.
import { type ArrayGroup, type ArrayLocal, type Expression, groupOf, type Local, type Statement } from './kernel-ir.ts';
import { partsOf, visitStatements } from './walk-kernel.ts';

export interface Access {
  readonly array: ArrayLocal;
  readonly index: Expression;
  /** One element for all lanes, or elements side by side. */
  readonly lanes: 'same' | 'different';
}

interface NotedAccess extends Access {
  readonly kind: 'read' | 'write';
  readonly isInLoop: boolean;
}

/** Pairs that are looked at before every block; more are not worth it. */
const mostConflicts = 4;

export class LaneAccesses {
  readonly #accesses: NotedAccess[] = [];
  readonly #set: ReadonlySet<Local>;
  readonly #inTurn: readonly Statement[];

  /** `set`: variables that the lanes set together. `inTurn`: what they do one after the other. */
  constructor(set: ReadonlySet<Local>, inTurn: readonly Statement[]) {
    this.#set = set;
    this.#inTurn = inTurn;
  }

  add(access: Access, kind: NotedAccess['kind'], isInLoop: boolean): void {
    this.#accesses.push({ ...access, kind, isInLoop });
  }

  /** Whether every lane comes to the element in any case. */
  isCertain({ array, index }: Access): boolean {
    return this.#accesses.some((one) => one.array === array && isSameIndex(one.index, index));
  }

  get isWritten(): boolean {
    return this.#accesses.some(({ kind }) => kind === 'write');
  }

  /** Whether the lanes keep out of each other's way, or it can be told before each block that they do. */
  areApart(): boolean {
    if (!this.isWritten) return true;
    const written = new Set(this.#accesses.flatMap((one) => (one.kind === 'write' ? [groupOf(one.array)] : [])));
    if (!this.#isQuietInTurn(written)) return false;
    if (this.#accesses.some((one) => one.kind === 'write' && !this.isKnownBefore(one.index))) return false;
    const open = this.#openPairs();
    return (
      open.length <= mostConflicts &&
      open.every(({ other, written: { isInLoop } }) => !isInLoop && !other.isInLoop && this.isKnownBefore(other.index))
    );
  }

  conflicts(): readonly { readonly written: Access; readonly other: Access }[] {
    return this.#openPairs();
  }

  /** Accesses to arrays that are written to, by another index. */
  #openPairs(): readonly { readonly written: NotedAccess; readonly other: NotedAccess }[] {
    const pairs: { written: NotedAccess; other: NotedAccess }[] = [];
    for (const written of this.#accesses) {
      if (written.kind !== 'write') continue;
      for (const other of this.#accesses) {
        if (other === written || groupOf(other.array) !== groupOf(written.array)) continue;
        if (other.array === written.array && isSameIndex(other.index, written.index)) continue;
        const isNoted = pairs.some(
          (pair) =>
            pair.other.array === other.array &&
            pair.written.array === written.array &&
            isSameIndex(pair.other.index, other.index) &&
            isSameIndex(pair.written.index, written.index),
        );
        if (!isNoted) pairs.push({ written, other });
      }
    }
    return pairs;
  }

  /** Nothing in turn leaves the loop, so that all lanes' rounds come to be; and none of the written arrays is touched there. */
  #isQuietInTurn(written: ReadonlySet<ArrayGroup>): boolean {
    let is = true;
    visitStatements(this.#inTurn, {
      expression: (one) => {
        if ((one.kind === 'read' || one.kind === 'length') && written.has(groupOf(one.array))) is = false;
      },
      statement: (one) => {
        if (one.kind === 'break' || one.kind === 'continue' || one.kind === 'return') is = false;
        if ('array' in one && written.has(groupOf(one.array))) is = false;
        if ('from' in one && written.has(groupOf(one.from))) is = false;
      },
    });
    return is;
  }

  /** Made of what the lanes do not set. */
  isKnownBefore(index: Expression): boolean {
    if (index.kind === 'local') return !this.#set.has(index.local);
    if (index.kind !== 'constant' && index.kind !== 'arithmetic' && index.kind !== 'place' && index.kind !== 'length')
      return false;
    return partsOf(index).every((part) => this.isKnownBefore(part));
  }
}

export function writesIn(statement: Statement): boolean {
  let found = false;
  visitStatements([statement], {
    statement: ({ kind }) => {
      found ||= kind === 'write';
    },
  });
  return found;
}

function isSameIndex(a: Expression, b: Expression): boolean {
  switch (a.kind) {
    case 'constant':
      return b.kind === 'constant' && Object.is(a.value, b.value);
    case 'local':
      return b.kind === 'local' && a.local === b.local;
    case 'arithmetic':
      return (
        b.kind === 'arithmetic' &&
        a.operator === b.operator &&
        isSameIndex(a.left, b.left) &&
        isSameIndex(a.right, b.right)
      );
    case 'place':
      return b.kind === 'place' && a.table === b.table && isSameIndex(a.row, b.row) && isSameIndex(a.column, b.column);
    default:
      return false;
  }
}
