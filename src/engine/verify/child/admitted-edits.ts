// What the types admit in a place, put there: each value, and nothing at all where an argument or a field may be left out.
import type { AdmittedPlace } from '../../process/protocol.ts';
import { type Edit, write } from './argument-edits.ts';
import { placesOf } from './argument-places.ts';
import { type ArgumentShape, relatedMeasures } from './argument-shape.ts';
import { cloneValue } from './clone-value.ts';
import { printValue } from './print-value.ts';
import { isObject, isTypedArray } from './value-kind.ts';

/** One list for each place: its edits one by one, first and last as the arguments are. */
export function admittedEdits(shape: ArgumentShape, admitted: readonly AdmittedPlace[]): readonly (readonly Edit[])[] {
  const related = relatedMeasures(shape);
  return admitted
    .filter(({ name }) => !related.has(name))
    .map((place) => {
      const whole = place.values.map((value) => setAt(place.name, value, 'every'));
      const left = place.mayBeMissing ? [leaveOut(place.name, 'every')] : [];
      if (!place.name.includes('[*]')) return [...left, ...whole];
      const first = place.values.map((value) => setAt(place.name, value, 'first'));
      const mixed = place.values.length > 1 ? [setInTurn(place)] : [];
      return [...left, ...(place.mayBeMissing ? [leaveOut(place.name, 'first')] : []), ...mixed, ...first, ...whole];
    });
}

/** The fullest value of each place, or the second of a choice: what the code does then is a world of its own. */
export function fullestEdits(shape: ArgumentShape, admitted: readonly AdmittedPlace[]): readonly Edit[] {
  const related = relatedMeasures(shape);
  return admitted
    .filter(({ name, values }) => !related.has(name) && values.some(isGiven))
    .map(({ name, mayBeMissing, values }) => {
      const given = values.filter(isGiven);
      const records = given.filter(isObject);
      return setAt(name, records.at(-1) ?? given[mayBeMissing ? 0 : 1] ?? given[0], 'every');
    });
}

export const asTheyAre: Edit = { label: 'as they are', apply: () => undefined };

function isGiven(value: unknown): boolean {
  return value !== undefined;
}

type Which = 'first' | 'every';

function setAt(name: string, value: unknown, which: Which): Edit {
  return {
    label: `${labelOf(name, which)} = ${printValue(value)}`,
    apply: (args) => {
      for (const { holder, key } of slotsOf(args, name, which)) {
        // What stands before an optional argument is given as `undefined`, or the hole would be an argument of its own.
        if (holder === args) while (args.length < Number(key)) args.push(undefined);
        write(holder, key, cloneValue(value).value);
      }
    },
  };
}

/** Orders and places only matter among elements that differ. */
function setInTurn({ name, values }: AdmittedPlace): Edit {
  return {
    label: `${name} = ${printValue(values)} in turn`,
    apply: (args) => {
      for (const [at, { holder, key }] of slotsOf(args, name, 'every').entries())
        write(holder, key, cloneValue(values[at % values.length]).value);
    },
  };
}

function leaveOut(name: string, which: Which): Edit {
  return {
    label: `${labelOf(name, which)} is left out`,
    apply: (args) => {
      for (const { holder, key } of slotsOf(args, name, which)) {
        if (holder === args) args.length = Math.min(args.length, Number(key));
        else Reflect.deleteProperty(holder, key);
      }
    },
  };
}

function labelOf(name: string, which: Which): string {
  return name.includes('[*]') ? `${which} ${name}` : name;
}

interface Slot {
  readonly holder: object;
  readonly key: string | number;
}

/** Where the name would stand, whether or not anything is there. */
function slotsOf(args: unknown[], name: string, which: Which): readonly Slot[] {
  if (/^\d+$/.test(name)) return [{ holder: args, key: Number(name) }];
  const isElement = name.endsWith('[*]');
  const holderName = isElement ? name.slice(0, -'[*]'.length) : name.slice(0, name.lastIndexOf('.'));
  const holders = [
    ...new Set(
      placesOf(args)
        .filter((place) => place.name === holderName)
        .map(({ value }) => value)
        .filter(isObject),
    ),
  ];
  const slots = holders.flatMap((holder): readonly Slot[] => {
    if (!isElement)
      return Array.isArray(holder) || isTypedArray(holder) ? [] : [{ holder, key: name.slice(holderName.length + 1) }];
    return Array.isArray(holder) ? [...holder.keys()].map((key) => ({ holder, key })) : [];
  });
  return which === 'first' ? slots.slice(0, 1) : slots;
}
