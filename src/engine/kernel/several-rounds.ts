// Which innermost loops go on in several rounds between two tests: those that count upwards by one and reach elements which lie beside each other
// from round to round. The place of such an element is found once for all of these rounds; each round adds a constant to it.
import { countOf, movesByOne, withoutOffset } from './counted-loops.ts';
import { ExpressionKeys } from './expression-keys.ts';
import type { KernelFacts } from './kernel-facts.ts';
import type { ArrayLocal, Expression, Local } from './kernel-ir.ts';
import { changesOf, type Loop } from './loop-changes.ts';
import { isInt32, isIntegerCode, storageOf, typeOfLocal } from './representation.ts';
import { copyWithNames, RoundNames } from './round-names.ts';
import { nodesOf, visitStatements } from './walk-kernel.ts';

/** What reads or writes one element. */
export interface Access {
  readonly array: ArrayLocal;
  readonly index: Expression;
  /** An index that is an integer from 0 on is known to be less than the length. */
  readonly isInside?: boolean;
}

/** Accesses whose indices differ by constants. */
export interface Neighbourhood {
  readonly array: ArrayLocal;
  readonly base: Expression;
  /** Of the least index among them, from the base. */
  readonly least: number;
  readonly offsets: ReadonlyMap<Access, number>;
}

export interface SeveralRounds {
  readonly counter: Local;
  readonly operator: '<' | '<=';
  readonly bound: Expression;
  readonly rounds: number;
  readonly neighbourhoods: readonly Neighbourhood[];
}

/** How many rounds, and how many expressions and statements all of them may have together: code is dear as well. */
const choices = [8, 4];
const mostNodes = 280;
/** Before the first array of all there are as many bytes, so a place before the first element is still a place. */
const bytesBefore = 8;
const lowestBound = -(2 ** 31) + Math.max(...choices);

/** `isInside`: whether there is such an element, whatever the index may be. */
export function severalRounds(
  loop: Loop,
  facts: KernelFacts,
  isInside: (access: Access) => boolean,
): SeveralRounds | undefined {
  const changes = changesOf(loop);
  const count = countOf(loop, changes);
  const rounds = choices.find((one) => one * nodesOf(loop.body) <= mostNodes);
  if (count?.step.kind !== 'constant' || count.step.value !== 1 || rounds === undefined) return undefined;
  const { local: counter, operator, bound } = count;
  const limit = facts.of(bound);
  const isCounted = typeOfLocal(counter, facts) === 'i32' && isIntegerCode(bound, facts, 'zeros alike');
  if (!isCounted || limit === undefined || limit.low < lowestBound || hasLoop(loop)) return undefined;
  const keys = new ExpressionKeys();
  const found = new Map<string, Neighbourhood & { readonly offsets: Map<Access, number> }>();
  for (const { access, index } of accessesIn(loop)) {
    const { array } = access;
    const { base, offset } = withoutOffset(index);
    const isSteady = changes.leave({ kind: 'length', array }) && movesByOne(base, count, changes);
    const isPlain = [base, index].every((one) => isIntegerCode(one, facts, 'zeros alike'));
    if (!isSteady || !isPlain || !isInt32(facts.of(index), 'zeros alike') || !isInside(access)) continue;
    if (offset < 0 && -offset * 2 ** storageOf(array, facts).shift > bytesBefore) continue;
    const key = `${keys.ofObject(array)} ${keys.of(base)}`;
    const before = found.get(key);
    const offsets = before?.offsets ?? new Map<Access, number>();
    offsets.set(access, offset);
    found.set(key, { array, base, least: Math.min(before?.least ?? offset, offset), offsets });
  }
  return found.size === 0 ? undefined : { counter, operator, bound, rounds, neighbourhoods: [...found.values()] };
}

function hasLoop({ body }: Loop): boolean {
  let found = false;
  visitStatements(body, {
    statement: (one) => {
      found ||= one.kind === 'loop';
    },
  });
  return found;
}

/** The indices with what variables stand for. */
function accessesIn({ body }: Loop): readonly { readonly access: Access; readonly index: Expression }[] {
  const accesses: { access: Access; index: Expression }[] = [];
  const names = new RoundNames(body);
  const add = (access: Access): undefined => {
    accesses.push({ access, index: names.valueOf(access.index) });
  };
  copyWithNames(body, names, {
    expression: (one) => (one.kind === 'read' ? add(one) : undefined),
    write: (one) => (one.array.isOwned === true ? undefined : add(one)),
  });
  return accesses;
}
