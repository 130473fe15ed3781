// Calls whose arguments a careless cache key would mix up: strings joined without escaping, 1 and "1", 0 and -0, lists flattened into text.
import { type Edit, setExactly, setPlaces } from './argument-edits.ts';
import { type ArgumentShape, relatedMeasures } from './argument-shape.ts';
import { printValue } from './print-value.ts';
import { isObject, isTypedArray } from './value-kind.ts';

const separators: readonly string[] = [
  '',
  ' ',
  ',',
  ', ',
  ':',
  '::',
  ';',
  '|',
  '-',
  '_',
  '__',
  '/',
  '#',
  '.',
  '+',
  '\t',
  '\n',
  '\u0000',
  '\u0001',
  '\u001f',
  '","',
  "','",
  '~',
  '@',
  '&',
  '=',
];

/** Lists of edits; the calls of one list are made one after the other, each with one of the edits. */
export function collidingEdits(shape: ArgumentShape, args: readonly unknown[]): readonly (readonly Edit[])[] {
  const related = relatedMeasures(shape);
  const positions = (type: string): readonly number[] =>
    [...args.keys()].filter((index) => typeof args[index] === type && !related.has(String(index)));
  const strings = positions('string');
  const numbers = positions('number');
  const pairs: Edit[][] = [];
  const [first, second] = strings;
  if (first !== undefined && second !== undefined) {
    for (const separator of separators) {
      pairs.push([
        setArguments([
          [first, `x${separator}y`],
          [second, 'z'],
        ]),
        setArguments([
          [first, 'x'],
          [second, `y${separator}z`],
        ]),
      ]);
    }
  }
  const [one, two] = numbers;
  if (one !== undefined && two !== undefined) {
    pairs.push([
      setArguments([
        [one, 1],
        [two, 11],
      ]),
      setArguments([
        [one, 11],
        [two, 1],
      ]),
    ]);
    pairs.push([
      setArguments([
        [one, 2],
        [two, 3],
      ]),
      setArguments([
        [one, 3],
        [two, 2],
      ]),
    ]);
    pairs.push([
      setArguments([
        [one, 0],
        [two, 1],
      ]),
      setArguments([
        [one, 1],
        [two, 0],
      ]),
    ]);
  }
  if (one !== undefined && two === undefined) {
    pairs.push([0, -0, 1, -1, 0.5, 1.5, Number.NaN, 2, 3, 12, -12].map((value) => setArguments([[one, value]])));
    pairs.push([-0, 0, -0, Number.NaN, 0].map((value) => setArguments([[one, value]])));
  }
  return [...pairs, ...listCollisions(related, args)];
}

/** Numbers that a key may be made of: arguments, their fields, the elements of short lists. */
const mostSlots = 5;
const longestTuple = 4;

/** Zeros of both signs, and pairs of numbers exchanged, wherever a number stands. */
export function slotCollisions(shape: ArgumentShape, args: readonly unknown[]): readonly (readonly Edit[])[] {
  const slots = numberSlots(relatedMeasures(shape), args).slice(0, mostSlots);
  const set = (...values: readonly (readonly [Slot, number])[]): Edit => ({
    label: values.map(([path, value]) => `${path.join('.')} = ${printValue(value)}`).join(', '),
    apply: (made) => {
      for (const [path, value] of values) if (hasPath(made, path)) setExactly(path, value, '').apply(made);
    },
  });
  const zeros = slots.flatMap((slot) =>
    [
      [0, -0, 0],
      [-0, 0],
    ].map((values) => values.map((value) => set([slot, value]))),
  );
  const pairs = slots.flatMap((one, index) =>
    slots.slice(index + 1).map((two) => {
      const both = (first: number, second: number): Edit => set([one, first], [two, second]);
      return [both(7, 7), both(3, 7), both(7, 3), both(3, 3)];
    }),
  );
  return [...zeros, ...pairs];
}

/** Arguments that are drawn anew may be shorter. */
function hasPath(args: readonly unknown[], path: Slot): boolean {
  let holder: unknown = args;
  for (const key of path) {
    if (!isObject(holder) || !Reflect.has(holder, key)) return false;
    holder = Reflect.get(holder, key);
  }
  return true;
}

type Slot = readonly (string | number)[];

function numberSlots(related: ReadonlySet<string>, args: readonly unknown[]): readonly Slot[] {
  return [...args.entries()].flatMap(([index, value]): readonly Slot[] => {
    if (typeof value === 'number') return related.has(String(index)) ? [] : [[index]];
    if (!isObject(value) || isTypedArray(value)) return [];
    if (Array.isArray(value) && (value.length > longestTuple || related.has(`${index}.length`))) return [];
    return Object.entries(value).flatMap(([key, inner]) =>
      typeof inner === 'number' && !related.has(`${index}.${key}`) ? [[index, key]] : [],
    );
  });
}

function listCollisions(related: ReadonlySet<string>, args: readonly unknown[]): readonly (readonly Edit[])[] {
  return [...args.entries()].flatMap(([position, list]) => {
    if (!Array.isArray(list) || list.some(isObject) || related.has(`${position}.length`)) return [];
    const set = (value: unknown[]): Edit => setFresh(position, value);
    if (list.every((item) => typeof item === 'number')) {
      return [
        [set([1, 2]), set([12]), set([1, 2, 0])],
        [set([Number.NaN]), set([Number.POSITIVE_INFINITY]), set([0]), set([-0])],
      ];
    }
    if (list.every((item) => typeof item === 'string'))
      return [[set(['a', 'b']), set(['a,b']), set(['a","b']), set(['ab']), set(['a', 'b', ''])]];
    return [];
  });
}

function setArguments(values: readonly (readonly [number, unknown])[]): Edit {
  const edits = values.map(([position, value]) => setPlaces(String(position), 'first', value, printValue(value)));
  return {
    label: edits.map(({ label }) => label).join(', '),
    apply: (args) => {
      for (const edit of edits) edit.apply(args);
    },
  };
}

function setFresh(position: number, list: readonly unknown[]): Edit {
  return {
    label: `${position} = ${printValue(list)}`,
    apply: (args) => {
      args[position] = [...list];
    },
  };
}
