// All values of an argument list drawn from the same few: then elements are equal to each other and to other arguments, limits of the code are met in several
// places at once, and texts share letters. Values drawn from all that was observed hardly ever are.
import { seededRandom, shuffled } from '../../statistics/random.ts';
import { type Edit, write } from './argument-edits.ts';
import { placesOf } from './argument-places.ts';
import type { Column } from './argument-shape.ts';
import { isScalar } from './edge-values.ts';

export interface FewValues {
  readonly numbers: readonly number[];
  /** Pieces of texts. */
  readonly pieces: readonly string[];
}

/** Numbers of arguments steer loops. */
const largestScalar = 130;
const mostPieces = 5;

/** Beside the numbers and between the texts of the code, small ones. */
export function fewValuesBeside(numbers: readonly number[], strings: readonly string[]): FewValues {
  return {
    numbers: [...new Set([0, 1, 2, 3, 4, -1, 0.5, ...numbers.flatMap((value) => [value - 1, value, value + 1])])],
    pieces: [...new Set(['a', 'b', 'ab', ' ', '1', ...strings.filter((text) => text !== '')])],
  };
}

/** Two to four of them in each draw. */
export function filledWithFew(columns: readonly Column[], values: FewValues, seed: number, draw: number): Edit {
  const random = seededRandom(seed, 'few values', draw);
  const many = 2 + (draw % 3);
  // In one order for all columns, so that most of them get the same.
  const order = shuffled(values.numbers, random);
  const of = new Map(
    columns.map((column) => [column.name, order.filter((value) => fits(value, column)).slice(0, many)]),
  );
  const pieces = shuffled(values.pieces, random).slice(0, many);
  const shown = [...new Set([...of.values()].flat())].join(', ');
  return {
    label: `${columns.map(({ name }) => name).join(' and ')} of few values (${draw}: ${shown})`,
    apply: (args) => {
      const next = seededRandom(seed, 'few values', draw, 'fill');
      const pick = <T>(all: readonly T[]): T | undefined => all[Math.floor(next() * all.length)];
      for (const { name, holder, key, value } of placesOf(args)) {
        const numbers = of.get(name);
        if (numbers === undefined) continue;
        if (typeof value === 'number') write(holder, key, pick(numbers) ?? value);
        if (typeof value === 'boolean') write(holder, key, next() < 0.5);
        if (typeof value === 'string')
          write(
            holder,
            key,
            Array.from({ length: Math.floor(next() * (mostPieces + 1)) }, () => pick(pieces)).join(''),
          );
      }
    },
  };
}

function fits(value: number, column: Column): boolean {
  const { numbers } = column;
  if (numbers === undefined) return false;
  const isFit = !isScalar(column) || Math.abs(value) <= largestScalar;
  return isFit && (!numbers.allIntegers || Number.isInteger(value)) && (value >= 0 || numbers.min < 0);
}
