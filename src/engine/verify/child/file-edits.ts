// Cases for arguments that name a text file in the temporary folder, or several: the same call on a file beside it with what readers of text get wrong.
// The contents are made from the file's own lines, so that formats hold.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type Edit, type Selector, setPlaces } from './argument-edits.ts';
import type { ArgumentShape, Column } from './argument-shape.ts';
import { isScalar } from './edge-values.ts';
import { namedFiles, statsOf } from './named-files.ts';

/** Of the start of the file, so many bytes are used. */
const sampleBytes = 20_000;
const smile = '\u{1F600}';

/** Longer than what is usually read or written at a time. */
const longText = 'x'.repeat(70_000);

/** `strings` are those of the function's own code: what a reader of lines looks for. */
export function fileEdits(
  shape: ArgumentShape,
  args: readonly unknown[],
  strings: readonly string[] = [],
): readonly Edit[] {
  const files = namedFiles([args]);
  const named = new Set<unknown>(files.filter((file) => statsOf(file)?.isFile()));
  const isNamed = (text: string): boolean => named.has(text);
  return shape.columns.flatMap((column) => {
    if (files.length > 0 && column.strings !== undefined && !column.strings.some(isNamed)) {
      const known = [...named].flatMap((file) => linesOf(sampleOf(String(file))).slice(0, 5));
      const lines = known.map((line) => setPlaces(column.name, 'first', line, 'a line of the file'));
      const long = (isScalar(column) ? [] : (['first', 'middle', 'all'] as const)).map((selector) =>
        setPlaces(column.name, selector, longText, 'a text of 70,000 letters'),
      );
      return [...long, ...lines];
    }
    const list = listOfFiles(column, args, named);
    if (list !== undefined) return listEdits(column.name, list, strings);
    const file = args[Number(column.name)];
    if (!isScalar(column) || typeof file !== 'string' || !named.has(file)) return [];
    const edits = awkwardContents(sampleOf(file), strings).map((awkward, index) =>
      contentEdit(column.name, 'first', `${file}.${index}`, awkward),
    );
    return [...edits, ...neighbours(column.name, file, strings)];
  });
}

/** The files that the elements of a list argument name. */
function listOfFiles(
  { name }: Column,
  args: readonly unknown[],
  named: ReadonlySet<unknown>,
): readonly string[] | undefined {
  const list = /^\d+\[\*\]$/.test(name) ? args[Number.parseInt(name, 10)] : undefined;
  const isOfFiles = Array.isArray(list) && list.length > 0 && list.every((item) => named.has(item));
  return isOfFiles ? (list as readonly string[]) : undefined;
}

/** What is read ahead must be taken in the order of the list, and only as far as the original goes: each place gets other contents, or no file. */
function listEdits(name: string, list: readonly string[], strings: readonly string[]): readonly Edit[] {
  const [file = ''] = list;
  const contents = awkwardContents(sampleOf(file), strings);
  const places = ['last', 'first', 'middle', 'all'] as const;
  const missing = (['last', 'middle'] as const).map((place) =>
    setPlaces(name, place, `${file}.missing`, 'a file that is not there'),
  );
  const edits = contents.flatMap((awkward, index) =>
    (index < 3 ? places : (['middle', 'last'] as const)).map((place) =>
      contentEdit(name, place, `${file}.${index}`, awkward),
    ),
  );
  return [...edits, ...missing];
}

function sampleOf(file: string): Buffer {
  return readFileSync(file).subarray(0, sampleBytes);
}

function contentEdit(name: string, selector: Selector, other: string, { label, content }: Awkward): Edit {
  const set = setPlaces(name, selector, other, label);
  return {
    label: set.label,
    apply: (edited) => {
      if (!existsSync(other)) writeFileSync(other, content);
      set.apply(edited);
    },
  };
}

/** A file whose name goes on with a text of the code is there as well: `settings.txt.local` beside `settings.txt`. */
function neighbours(name: string, file: string, strings: readonly string[]): readonly Edit[] {
  return strings
    .filter((text) => /^[.\w-]*\.\w+$/.test(text))
    .map((ending) => {
      const other = `${file}.beside`;
      const set = setPlaces(name, 'first', other, `a file that has one beside it which ends in ${ending}`);
      return {
        label: set.label,
        apply: (edited: unknown[]) => {
          if (!existsSync(other)) writeFileSync(other, 'first\nsecond\n');
          if (!existsSync(other + ending)) writeFileSync(other + ending, ' third\n\nfourth');
          set.apply(edited);
        },
      };
    });
}

interface Awkward {
  readonly label: string;
  readonly content: string | Buffer;
}

/** The last line of the sample may be cut. */
function linesOf(bytes: Buffer): readonly string[] {
  return bytes.toString('utf8').split(/\r?\n/).slice(0, -1).slice(0, 200);
}

function awkwardContents(bytes: Buffer, strings: readonly string[]): readonly Awkward[] {
  const lines = linesOf(bytes);
  const [first = 'a', second = 'b', third = 'c'] = lines;
  const long = (unit: string): string => unit.repeat(Math.ceil(70_000 / unit.length));
  return [
    { label: 'an empty file', content: '' },
    { label: 'one line break', content: '\n' },
    { label: 'line breaks only', content: '\n\n\n' },
    { label: 'a line without a break', content: first },
    { label: 'a last line without a break', content: `${first}\n${second}` },
    { label: 'an empty last line', content: `${first}\n${second}\n\n` },
    { label: 'lines that end in CR LF', content: `${lines.join('\r\n')}\r\n` },
    { label: 'lone carriage returns', content: `${first}\r${second}\r\r\n${third}\r` },
    { label: 'a last carriage return alone', content: `${first}\r\n${second}\n\r` },
    { label: 'a byte order mark', content: `\uFEFF${first}\n${second}\n` },
    { label: 'other separators of lines', content: `${first}\u2028${second}\u2029${third}\u0085\n${first}` },
    { label: 'capital letters', content: `${first.toUpperCase()}\n${second} \u0130 ${third.toUpperCase()}` },
    { label: 'lines in another order', content: `${[...lines].reverse().join('\n')}\n` },
    { label: 'the same line many times', content: `${first}\n`.repeat(3_000) },
    { label: 'characters of four bytes', content: `a${long(smile)}\n${first}\n${long(smile)}` },
    { label: 'a line break at 64 KB', content: `${long('x').slice(0, 65_535)}\n${second}\r\n` },
    { label: 'a CR LF across 64 KB', content: `${long('x').slice(0, 65_535)}\r\n${second}\r\n` },
    { label: 'white space across 64 KB', content: `${long('x ').slice(0, 65_530)}${' '.repeat(12)}\n\n ${second} ` },
    // What a line begins with is what most readers look at: it must not matter that a piece ends there.
    ...strings
      .filter((text) => text !== '' && !/[\r\n]/.test(text))
      .flatMap((text) => [
        { label: `lines with ${text}`, content: `${text}\n${first}\n${text} ${second}\n${third}${text}` },
        {
          label: `${text} across 64 KB`,
          content: `${long('x').slice(0, 65_535 - Math.ceil(text.length / 2))}\n${text}\n${text}\n${first}\n`,
        },
        {
          label: `${text} at 64 KB in the middle of a line`,
          content: `${long('x').slice(0, 65_536)}${text}\n${first}\n`,
        },
      ]),
    ...lines.slice(0, 5).map((line, index) => ({
      label: `line ${index + 1} across 64 KB`,
      content: `${long('x').slice(0, 65_533)}\n${line}\n${first}\n`,
    })),
    { label: 'a long line', content: `${long(first === '' ? 'z' : first)}${long('z')}` },
    {
      label: 'bytes that are no UTF-8',
      content: Buffer.concat([bytes.subarray(0, 40), Buffer.from([0xff, 0x0a, 0xe2, 0x82])]),
    },
    { label: 'all of it without its last byte', content: bytes.subarray(0, -1) },
  ];
}
