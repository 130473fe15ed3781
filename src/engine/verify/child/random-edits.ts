// Random edits inside the observed domain, drawn once when the case is planned and then the same for both variants.
import { seededRandom } from '../../statistics/random.ts';
import { type Edit, write } from './argument-edits.ts';
import { placesOf } from './argument-places.ts';
import { type ArgumentShape, type Column, relatedMeasures } from './argument-shape.ts';

/** Every number, string and boolean of one column becomes a random one of the observed kind and magnitude. */
export function randomFill(column: Column, seed: number, draw: number): Edit {
  return {
    label: `${column.name} filled at random (${draw})`,
    apply: (args) => {
      const random = seededRandom(seed, 'fill', column.name, draw);
      for (const { name, holder, key, value } of placesOf(args)) {
        if (name !== column.name) continue;
        if (typeof value === 'number' && column.numbers !== undefined)
          write(holder, key, randomNumber(column.numbers, random));
        if (typeof value === 'boolean') write(holder, key, random() < 0.5);
        if (typeof value === 'string' && column.strings !== undefined)
          write(holder, key, randomString(column.strings, random));
      }
    },
  };
}

export function fillableColumns(shape: ArgumentShape): readonly Column[] {
  const related = relatedMeasures(shape);
  return shape.columns.filter((column) => {
    const hasValues = column.numbers !== undefined || column.strings !== undefined || column.hasBooleans;
    return hasValues && !related.has(column.name);
  });
}

function randomNumber({ min, max, allIntegers }: NonNullable<Column['numbers']>, random: () => number): number {
  const value = min + random() * (max - min + (allIntegers ? 1 : 0));
  return allIntegers ? Math.min(max, Math.floor(value)) : value;
}

/** Pieces of strings that were seen, so that separators and digits stay where a parser expects such things. */
function randomString(observed: readonly string[], random: () => number): string {
  const pick = (): string => observed[Math.floor(random() * observed.length)] ?? '';
  const source = pick();
  const from = Math.floor(random() * (source.length + 1));
  const to = from + Math.floor(random() * (source.length - from + 1));
  return random() < 0.4 ? pick() : source.slice(0, from) + pick().slice(from, to) + source.slice(to);
}
