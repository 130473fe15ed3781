// Rounds of a loop one after the other between two tests, as planned in several-rounds.ts: once for all of them it is asked whether there are so many,
// and where their elements are. The loop itself does the rounds that are left.
import { emitBytes } from './emit-stores.ts';
import type { FunctionEmission } from './function-emission.ts';
import type { ArrayLocal } from './kernel-ir.ts';
import { storageOf } from './representation.ts';
import type { Access, SeveralRounds } from './several-rounds.ts';

export interface NearPlace {
  /** The variable that holds an address. */
  readonly address: number;
  readonly bytes: number;
}

export type NearPlaces = ReadonlyMap<Access, NearPlace>;

/** `round` emits a round, and the step to the next one. */
export function emitSeveralRounds(
  to: FunctionEmission,
  { counter, operator, bound, rounds, neighbourhoods }: SeveralRounds,
  round: (near: NearPlaces) => void,
): void {
  const { code } = to;
  const addresses = neighbourhoods.map(() => to.scratch('i32'));
  const isAsMany = (): void => {
    code.local('get', to.localIndex(counter));
    to.integer(bound, 'zeros alike');
    code.i32(rounds - 1);
    code.op('i32.sub', operator === '<' ? 'i32.lt_s' : 'i32.le_s');
  };
  const addBytes = (address: number, elements: number, array: ArrayLocal): void => {
    if (elements !== 0) {
      code.i32(elements * 2 ** storageOf(array, to.module.facts).shift);
      code.op('i32.add');
    }
    code.local('set', address);
  };
  isAsMany();
  code.open('if');
  neighbourhoods.forEach(({ array, base, least }, index) => {
    const address = addresses[index] ?? 0;
    to.integer(base, 'zeros alike');
    code.local('set', address);
    code.local('get', to.arrayIndex(array).address);
    emitBytes(to, address, storageOf(array, to.module.facts));
    code.op('i32.add');
    addBytes(address, least, array);
  });
  code.open('loop');
  const start = code.depth;
  for (let nth = 0; nth < rounds; nth += 1)
    round(
      new Map(
        neighbourhoods.flatMap(({ array, least, offsets }, index) =>
          [...offsets].map(([access, offset]) => {
            const bytes = (offset - least + nth) * 2 ** storageOf(array, to.module.facts).shift;
            return [access, { address: addresses[index] ?? 0, bytes }] as const;
          }),
        ),
      ),
    );
  // Kept as variables of their own, and not found anew: the loop holds fewer values at once.
  neighbourhoods.forEach(({ array }, index) => {
    const address = addresses[index] ?? 0;
    code.local('get', address);
    addBytes(address, rounds, array);
  });
  isAsMany();
  code.branch('br_if', code.depth - start);
  code.op('end', 'end');
}
