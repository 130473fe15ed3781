// Arguments that have to do with each other although nothing always held: a number that is an element of the list, or the sum of some; a text that
// is one of the texts. Code that looks something up, or asks whether a total is reached, answers differently there and hardly anywhere else.
import { type Edit, write } from './argument-edits.ts';
import { type ArgumentShape, relatedMeasures } from './argument-shape.ts';
import { isTypedArray } from './value-kind.ts';

/** Fractions whose sums are not what they seem, and integers that half of the floats cannot hold. */
const fills: readonly (number | undefined)[] = [undefined, 0.1, 2 ** 24 + 1];

export function relatedEdits(shape: ArgumentShape, args: readonly unknown[]): readonly Edit[] {
  const related = relatedMeasures(shape);
  const lists = [...args.keys()].filter((index) => isList(args[index]));
  return [...args.entries()]
    .flatMap(([index, value]) =>
      related.has(String(index))
        ? []
        : lists.flatMap((list) => {
            if (typeof value === 'number') return numberEdits(index, list, args[list]);
            return typeof value === 'string' ? [elementEdit(index, list)] : [];
          }),
    )
    .concat(textPairs(args));
}

/** Two texts of which one is the other, begins like it or has it inside: what compares them finds something. */
function textPairs(args: readonly unknown[]): readonly Edit[] {
  const texts = [...args.keys()].filter((index) => typeof args[index] === 'string');
  const forms: readonly (readonly [string, (text: string) => string])[] = [
    ['', (text) => text],
    ['the beginning of ', (text) => text.slice(0, -1)],
    ['the end of ', (text) => text.slice(1)],
    ['more than ', (text) => `${text}${text.slice(-1)}`],
  ];
  return texts.flatMap((to) =>
    texts
      .filter((from) => from !== to)
      .flatMap((from) =>
        forms.map(([label, form]) => ({
          label: `${to} is ${label}${from}`,
          apply: (edited: unknown[]) => {
            const text = edited[from];
            if (typeof text === 'string') edited[to] = form(text);
          },
        })),
      ),
  );
}

function numberEdits(index: number, list: number, example: unknown): readonly Edit[] {
  const first = isList(example) ? example[0] : undefined;
  if (typeof first !== 'number') return [];
  return fills.flatMap((fill) => [
    elementEdit(index, list, fill),
    elementEdit(index, list, fill, 1),
    elementEdit(index, list, fill, -1),
    ...[2, 3, Number.POSITIVE_INFINITY].map((count) => sumEdit(index, list, count, fill)),
  ]);
}

function elementEdit(index: number, list: number, fill?: number, beside = 0): Edit {
  const offset = beside === 0 ? '' : beside > 0 ? 'one more than ' : 'one less than ';
  return {
    label: `${index} is ${offset}the last of ${list}${fillLabel(fill)}`,
    apply: (args) => {
      const values = filled(args, list, fill);
      const last = values?.[values.length - 1];
      if (typeof last === typeof args[index]) args[index] = typeof last === 'number' ? last + beside : last;
    },
  };
}

function sumEdit(index: number, list: number, count: number, fill: number | undefined): Edit {
  const what = count === Number.POSITIVE_INFINITY ? 'all' : `the first ${count}`;
  return {
    label: `${index} is the sum of ${what} of ${list}${fillLabel(fill)}`,
    apply: (args) => {
      let sum = 0;
      const values = filled(args, list, fill) ?? [];
      for (let at = 0; at < Math.min(count, values.length); at++) sum += Number(values[at]);
      args[index] = sum;
    },
  };
}

function fillLabel(fill: number | undefined): string {
  return fill === undefined ? '' : `, which holds ${fill} only`;
}

function filled(args: readonly unknown[], list: number, fill: number | undefined): ArrayLike<unknown> | undefined {
  const values = args[list];
  if (!isList(values)) return undefined;
  if (fill !== undefined) for (let at = 0; at < values.length; at++) write(values, at, fill);
  return values;
}

function isList(value: unknown): value is ArrayLike<unknown> & object {
  return Array.isArray(value) || isTypedArray(value);
}
