// Writes what is collected by copies as statements that fill the one object: `all.push(item)` for `all = [...all, item]`.
import ts from 'typescript';
import { type Entry, type Growth, isRepeatable } from './accumulators.ts';
import { negated } from './conditions.ts';

/** Statements that do to `name` what the growth says, and whether `name` may be given another value by them. */
export function printGrowth(growth: Growth, name: string, style: GrowthStyle): readonly string[] {
  const { print, fresh, end } = style;
  switch (growth.kind) {
    case 'unchanged':
      return [];
    case 'push':
      return [`${name}.push(${growth.items.map((item) => print(item)).join(', ')})${end}`];
    case 'append': {
      if (growth.holes === 'kept') return printConcat(growth.list, name, style);
      const item = fresh('item');
      return [`for (const ${item} of ${print(growth.list)}) ${name}.push(${item})${end}`];
    }
    case 'assign':
      return [`Object.assign(${name}, ${print(growth.source)})${end}`];
    case 'set':
      return growth.entries.flatMap((entry) =>
        entry.appended === undefined
          ? printEntry(entry, growth.whole, name, style)
          : printAppended(entry, entry.appended, name, style),
      );
    case 'choice': {
      const [whenTrue, whenFalse] = [growth.whenTrue, growth.whenFalse].map((part) => printGrowth(part, name, style));
      return printChoice(growth.condition, whenTrue ?? [], whenFalse ?? [], style);
    }
  }
}

function printConcat(
  list: ts.Expression,
  name: string,
  { print, fresh, end, indent, uncheckedMark }: GrowthStyle,
): readonly string[] {
  const shown = print(list);
  const isNamed = /^[\w$]+$/.test(shown);
  const added = isNamed ? shown : fresh('added');
  const j = fresh('j');
  return [
    ...(isNamed ? [] : [`const ${added} = ${shown}${end}`]),
    `for (let ${j} = 0; ${j} < ${added}.length; ${j}++) {`,
    `${indent}if (${j} in ${added}) ${name}.push(${added}[${j}]${uncheckedMark})${end}`,
    `${indent}else ${name}.length++${end} // concat keeps holes`,
    '}',
  ];
}

function printEntry(
  { key, value, mayBeProto: isOdd, isIndexed: isInIndex }: Entry,
  whole: ts.ObjectLiteralExpression,
  name: string,
  { print, fresh, end, quote }: GrowthStyle,
): readonly string[] {
  if (!ts.isComputedPropertyName(key)) {
    const place = !ts.isIdentifier(key)
      ? `[${print(key)}]`
      : isInIndex
        ? `[${quote}${key.text}${quote}]`
        : `.${key.text}`;
    return [`${name}${place} = ${print(value)}${end}`];
  }
  const isTwice = isOdd && !isRepeatable(key.expression);
  const place = isTwice ? fresh('key') : print(key.expression);
  const store = `${name}[${place}] = ${print(value)}${end}`;
  const first = isTwice ? [`const ${place} = ${print(key.expression)}${end}`] : [];
  if (!isOdd) return [...first, store];
  const copied = isTwice ? `{ ...${name}, [${place}]: ${print(value)} }` : print(whole);
  return [
    ...first,
    '// As an assignment, this one key would set the prototype.',
    `if (${place} === ${quote}__proto__${quote}) ${name} = ${copied}${end}`,
    `else ${store}`,
  ];
}

/** A list that is there is made longer; what else stands under the key fails as it did. */
function printAppended(
  { key, value }: Entry,
  { items, mayBeInherited, mayBeMissing }: NonNullable<Entry['appended']>,
  name: string,
  { print, end, isTypeScript }: GrowthStyle,
): readonly string[] {
  const place = ts.isComputedPropertyName(key) ? print(key.expression) : '';
  const added = items.map((item) => print(item)).join(', ');
  if (!mayBeInherited) return [`(${name}[${place}] ??= []).push(${added})${end}`];
  const list = `${name}[${place}]${mayBeMissing && isTypeScript ? '!' : ''}`;
  return [
    `if (Object.hasOwn(${name}, ${place})) ${list}.push(${added})${end}`,
    `else ${name}[${place}] = ${print(value)}${end}`,
  ];
}

export interface GrowthStyle {
  readonly isTypeScript: boolean;
  /** Behind an element that is there for sure. */
  readonly uncheckedMark: '!' | '';
  readonly print: (node: ts.Node) => string;
  /** A name that is free in the function. */
  readonly fresh: (wish: string) => string;
  readonly end: string;
  readonly indent: string;
  readonly quote: string;
}

function printChoice(
  condition: ts.Expression,
  whenTrue: readonly string[],
  whenFalse: readonly string[],
  { print, indent }: GrowthStyle,
): readonly string[] {
  const block = (head: string, lines: readonly string[]): readonly string[] =>
    lines.length === 1 && !lines[0]?.startsWith('if')
      ? [`${head} ${lines[0]}`]
      : [`${head} {`, ...lines.map((line) => indent + line), '}'];
  const test = print(condition);
  if (whenTrue.length === 0 && whenFalse.length === 0) return [];
  if (whenTrue.length === 0) return block(`if (${negated(condition, test, print)})`, whenFalse);
  if (whenFalse.length === 0) return block(`if (${test})`, whenTrue);
  const [first, ...more] = [block(`if (${test})`, whenTrue), block('else', whenFalse)];
  return [...(first ?? []), ...more.flat()];
}
