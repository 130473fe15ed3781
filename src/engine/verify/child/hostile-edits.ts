// Edits that leave the observed relations or the declared types: a difference on these is told as "differs only for", not as a wrong rewrite.
// (Overlapping views are legal and stand here because they are built the same way.)
import { type Edit, reorder, write } from './argument-edits.ts';
import { isTypedArray } from './value-kind.ts';

/** One element more or fewer, without the arguments that always had the same length. */
export function breakAlone(name: string): readonly Edit[] {
  return leaving('lists of other lengths', [
    reorder(name, 'one shorter than its partners', (array) => void array.pop()),
    reorder(name, 'one longer than its partners', (array) => void array.push(array[0])),
  ]);
}

export function leaving(leaves: string, edits: readonly Edit[]): readonly Edit[] {
  return edits.map((edit) => ({ ...edit, leaves }));
}

/** A row among the others that is shorter, and one that is longer, at either end: what runs along the first row alone does not see it. */
export function raggedRows(name: string): readonly Edit[] {
  const changeRow = (place: 'first' | 'last', label: string, change: (row: unknown[]) => void): Edit =>
    reorder(name, `with a ${place} row that is one ${label}`, (rows) => {
      const row = rows.at(place === 'first' ? 0 : -1);
      if (Array.isArray(row)) change(row);
    });
  const shorten = (row: unknown[]): void => void row.pop();
  const lengthen = (row: unknown[]): void => void row.push(row[0]);
  return leaving('rows of different lengths', [
    changeRow('last', 'shorter', shorten),
    changeRow('last', 'longer', lengthen),
    changeRow('first', 'shorter', shorten),
    changeRow('first', 'longer', lengthen),
  ]);
}

/** Something that has elements and is no array, in place of a list. */
export function standIns(name: string): readonly Edit[] {
  return [
    inPlaceOfList(name, 'an object with a length', (list) => ({ ...Array.from(list), length: list.length })),
    inPlaceOfList(name, 'a set', (list) => new Set(Array.from(list))),
    // It passes for a Uint8Array, but its `slice` is a view, and it prints and searches in ways of its own.
    inPlaceOfList(name, 'a Buffer', (list) => (list instanceof Uint8Array ? Buffer.from(list) : list)),
  ];
}

class OwnList extends Array<unknown> {}

/** A list of which `map`, `filter` and `slice` give one of the same class again. */
export function ownList(name: string): Edit {
  const make = (list: ArrayLike<unknown>): unknown => (Array.isArray(list) ? OwnList.from(list) : list);
  return inPlaceOfList(name, 'an instance of a class that extends Array', make);
}

function inPlaceOfList(name: string, label: string, make: (list: ArrayLike<unknown>) => unknown): Edit {
  return {
    label: `${name} is ${label}`,
    leaves: `${label} in place of a list`,
    apply: (args) => {
      const list = args[Number(name)];
      if (Array.isArray(list) || isTypedArray(list)) args[Number(name)] = make(list);
    },
  };
}

export function punchHole(name: string): readonly Edit[] {
  return leaving('holes in a list', [
    reorder(name, 'with a hole in the middle', (array) => {
      if (array.length > 0) delete array[Math.floor(array.length / 2)];
    }),
  ]);
}

/** Two views of one buffer, shifted by one element, each as long as before. */
export function overlapViews(from: number, to: number): Edit {
  return {
    label: `arguments ${from + 1} and ${to + 1} are overlapping views of one buffer`,
    apply: (args) => {
      const view = args[from];
      if (!isTypedArray(view) || view.length === 0 || Buffer.isBuffer(view)) return;
      const kind = view.constructor as new (
        of: number | ArrayBufferLike,
        offset?: number,
        length?: number,
      ) => ArrayBufferView;
      const whole = new kind(view.length + 1);
      for (let index = 0; index <= view.length; index++) write(whole, index, view[index % view.length]);
      args[from] = new kind(whole.buffer, 0, view.length);
      args[to] = new kind(whole.buffer, view.BYTES_PER_ELEMENT, view.length);
    },
  };
}
