// From a shape to the expression that makes a value of it, as readable code. Long lists and records are broken into lines.

import type { HelperName } from './input-helpers.ts';
import {
  type Extent,
  type ImportedName,
  type Maker,
  type NumberRange,
  nullShape,
  partsOf,
  type Shape,
  someShape,
  type TextContents,
  undefinedShape,
} from './input-shape.ts';
import { printFixed } from './print-fixed.ts';
import { textExpression } from './print-text.ts';
import { readableNumber } from './readable-number.ts';

/** Collects what the printed expressions need around them. */
export interface Printing {
  readonly isTypeScript: boolean;
  readonly quote: (value: string) => string;
  /** The name that a helper, a maker or an imported class has in this module. */
  readonly helper: (name: HelperName) => string;
  readonly maker: (maker: Maker) => string;
  readonly imported: (name: ImportedName) => string;
  /** How the size is called here: `n` in `args`, `size` in a maker. */
  readonly size: string;
  /** How many nodes a recursive value may have: the size, or a few where it is one of many. */
  readonly nodes: string;
  /** In a maker: by how much the size is divided among the references to itself. */
  readonly share: number;
}

const widest = 92;

export function printShape(shape: Shape, printing: Printing): string {
  switch (shape.kind) {
    case 'constant':
      return shape.text;
    case 'literal':
      return printing.quote(shape.value);
    case 'size':
      return shape.dividedBy === 1 ? printing.size : `Math.ceil(${printing.size} / ${shape.dividedBy})`;
    case 'integer':
      return `${printing.helper('integer')}(random, ${readableNumber(shape.range.from)}, ${bound(shape.range, printing)})`;
    case 'float':
      return float(shape.range, printing);
    case 'text':
      return text(shape, printing);
    case 'template':
      return template(shape, printing);
    case 'boolean':
      return 'random() < 0.5';
    case 'date':
      return `new Date(${printing.helper('integer')}(random, 1_500_000_000_000, 1_700_000_000_000))`;
    case 'one-of':
      return oneOf(shape, printing);
    case 'list':
      return list(shape, printing);
    case 'tuple':
      return bracketed(
        '[',
        shape.elements.map((element) => printShape(element, printing)),
        ']',
      );
    case 'record':
      return record(
        shape.properties.map(
          (property) => `${propertyName(property.name, printing)}: ${printShape(property.shape, printing)}`,
        ),
      );
    case 'dictionary':
      return dictionary(shape, printing);
    case 'entries':
      return arrayOf(
        shape.extent,
        bracketed('[', [printShape(shape.key, printing), printShape(shape.value, oneOfMany(printing))], ']'),
        shape,
        printing,
      );
    case 'wrapped':
      return `${shape.before}${printShape(shape.inner, printing)}${shape.after}`;
    case 'typed-array':
      return `${shape.className}.from({ length: ${extentText(shape.extent, printing)} }, () => ${printShape(shape.element, printing)})`;
    case 'callback':
      return callback(shape, printing);
    case 'instance':
      return bracketed(
        `new ${printing.imported(shape.imported)}(`,
        shape.args.map((arg) => printShape(arg, printing)),
        ')',
      );
    case 'class-itself':
      return printing.imported(shape.imported);
    case 'made':
      return `${printing.maker(shape.maker)}(${printing.share === 0 ? printing.nodes : shared(printing)}, random)`;
    case 'impossible':
      return 'undefined';
  }
}

/** Joins parts on one line when they fit, else one part a line. */
export function bracketed(open: string, parts: readonly string[], close: string): string {
  const line = `${open}${parts.join(', ')}${close}`;
  if (parts.length === 0 || (line.length <= widest && !line.includes('\n'))) return line;
  if (parts.length === 1 && parts[0] !== undefined && !parts[0].startsWith('Array') && parts[0].includes('\n'))
    return line;
  return `${open}\n${parts.map((part) => `${indented(part)},\n`).join('')}${close}`;
}

export function indented(text: string): string {
  return text.replaceAll(/^(?=.)/gm, '  ');
}

/** How often a maker's shape refers to the maker, lists counted as three. */
export function shareOf(maker: Maker): number {
  const count = (shape: Shape): number => {
    if (shape.kind === 'made') return shape.maker.isRecursive ? 1 : 0;
    const inner = partsOf(shape).map(count);
    // Of alternatives only one is made.
    if (shape.kind === 'one-of') return Math.max(0, ...inner);
    const sum = inner.reduce((total, part) => total + part, 0);
    return shape.kind === 'list' || shape.kind === 'dictionary' || shape.kind === 'entries'
      ? sum * childrenAtMost
      : sum;
  };
  return Math.max(1, maker.shape === undefined ? 1 : count(maker.shape));
}

const childrenAtMost = 3;

function shared(printing: Printing): string {
  return printing.share === 1 ? `${printing.size} - 1` : `Math.floor((${printing.size} - 1) / ${printing.share})`;
}

function bound(range: NumberRange, printing: Printing): string {
  return range.below === 'size' ? printing.size : readableNumber(range.below);
}

function float(range: NumberRange, printing: Printing): string {
  if (range.below === 'size') return `random() * ${printing.size}`;
  const width = Math.round((range.below - range.from) * 1e9) / 1e9;
  const scaled = width === 1 ? 'random()' : `random() * ${readableNumber(width)}`;
  if (range.from === 0) return scaled;
  return range.from < 0 ? `${scaled} - ${-range.from}` : `${range.from} + ${scaled}`;
}

function extentText(extent: Extent, printing: Printing): string {
  const { size } = printing;
  switch (extent) {
    case 'size':
      return size;
    case 'size-squared':
      return `${size} * ${size}`;
    case 'pixels':
      return `${size} * ${size} * 4`;
    default:
      return String(extent);
  }
}

/** The extent is the number of lines; a document is as long as its lists. */
function text({ role, extent, contents }: Extract<Shape, { kind: 'text' }>, printing: Printing): string {
  const length = extentText(extent, printing);
  if (contents === undefined) return textExpression(role, length, printing);
  const { helper, quote } = printing;
  if (contents.kind === 'json') {
    const document = `JSON.stringify(${printShape(contents.value, printing)})`;
    return role === 'file' ? bracketed(`${helper('fileWith')}(`, [document, 'random'], ')') : document;
  }
  const made = line(contents, printing);
  if (role === 'file') return bracketed(`${helper('linesFile')}(`, [length, `() => ${made}`, 'random'], ')');
  return extent === 1 ? made : `Array.from({ length: ${length} }, () => ${made}).join(${quote('\n')})`;
}

function line(contents: Exclude<TextContents, { kind: 'json' }>, printing: Printing): string {
  switch (contents.kind) {
    case 'lines':
      return lineBeginningWith(contents.beginnings, printing);
    case 'rows': {
      const between = Array.from({ length: contents.cells.length - 1 }, () => ',');
      return template({ texts: ['', ...between, ''], shapes: contents.cells }, printing);
    }
    case 'json-lines':
      return `JSON.stringify(${printShape(contents.value, oneOfMany(printing))})`;
  }
}

function lineBeginningWith(beginnings: readonly string[], printing: Printing): string {
  const word = `\${${printing.helper('word')}(random)}`;
  const beginning = printShape(
    { kind: 'one-of', options: [...beginnings.map(literal), { kind: 'literal', value: 'other' }] },
    printing,
  );
  return `\`\${${beginning}} ${word} \${${printing.helper('integer')}(random, 0, 1000)}\``;
}

function literal(value: string): Shape {
  return { kind: 'literal', value };
}

function template(shape: Pick<Extract<Shape, { kind: 'template' }>, 'texts' | 'shapes'>, printing: Printing): string {
  const spans = shape.shapes.map(
    (part, index) => `\${${printShape(part, printing)}}${escaped(shape.texts[index + 1] ?? '')}`,
  );
  return `\`${escaped(shape.texts[0] ?? '')}${spans.join('')}\``;
}

function escaped(text: string): string {
  return text.replaceAll(/[`\\]|\$\{/g, '\\$&');
}

function oneOf(shape: Extract<Shape, { kind: 'one-of' }>, printing: Printing): string {
  const grows = (option: Shape): boolean =>
    printing.share > 0 && someShape(option, (part) => part.kind === 'made' && part.maker.isRecursive);
  const branches = shape.options.filter(grows);
  const leaves = shape.options.filter((option) => !grows(option));
  if (branches.length > 0) {
    const leaf = leaves.length > 0 ? chosen(leaves, printing) : printShape(shape.rarely ?? undefinedShape, printing);
    return conditional(`${printing.size} > 1`, chosen(branches, printing), leaf);
  }
  const common = chosen(shape.options, printing);
  if (shape.rarely === undefined) return common;
  return conditional('random() < 0.1', printShape(shape.rarely, printing), common);
}

/** Options that cost nothing are picked from a list; others are made only when chosen. */
function chosen(options: readonly Shape[], printing: Printing): string {
  const [only] = options;
  if (only === undefined) return printShape(nullShape, printing);
  if (options.length === 1) return printShape(only, printing);
  const printed = options.map((option) => printShape(option, printing));
  const isCheap = options.every((option) => option.kind === 'literal' || option.kind === 'constant');
  const pick = `${printing.helper('pick')}${isCheap || !printing.isTypeScript ? '' : '<() => unknown>'}(random, `;
  return isCheap ? `${pick}${bracketed('[', printed, ']')})` : `${pick}${bracketed('[', printed.map(thunk), ']')})()`;
}

/** Broken before the alternatives when it is long. */
function conditional(test: string, yes: string, no: string): string {
  const line = `${test} ? ${yes} : ${no}`;
  if (line.length <= widest && !line.includes('\n')) return line;
  return `${test}\n${indented(`? ${indented(yes).trimStart()}`)}\n${indented(`: ${indented(no).trimStart()}`)}`;
}

function thunk(expression: string): string {
  return `() => ${expression.startsWith('{') ? `(${expression})` : expression}`;
}

function list(shape: Extract<Shape, { kind: 'list' }>, printing: Printing): string {
  const made = arrayOf(shape.extent, printShape(shape.element, oneOfMany(printing)), shape, printing);
  if (shape.isSorted !== true) return made;
  return shape.element.kind === 'text' ? `${made}.sort()` : `${made}.sort((a, b) => a - b)`;
}

/** Each of n trees is a small one. */
function oneOfMany(printing: Printing): Printing {
  return { ...printing, nodes: '8' };
}

function arrayOf(extent: Extent, element: string, shape: Shape, printing: Printing, parameters = '()'): string {
  const refersBack =
    printing.share > 0 &&
    partsOf(shape).some((part) => someShape(part, (inner) => inner.kind === 'made' && inner.maker.isRecursive));
  const length = refersBack ? `Math.min(${printing.size} - 1, ${childrenAtMost})` : extentText(extent, printing);
  return `Array.from({ length: ${length} }, ${parameters} => ${element.startsWith('{') ? `(${element})` : element})`;
}

function dictionary(shape: Extract<Shape, { kind: 'dictionary' }>, printing: Printing): string {
  const key = shape.keys === 'numbers' ? 'i' : `\`key\${i}\``;
  const entry = bracketed('[', [key, printShape(shape.value, oneOfMany(printing))], ']');
  return `Object.fromEntries(${arrayOf(shape.extent, entry, shape, printing, '(_, i)')})`;
}

function record(properties: readonly string[]): string {
  return properties.length === 0
    ? '{}'
    : bracketed('{ ', properties, ' }')
        .replace(/^\{ \n/, '{\n')
        .replace(/\n \}$/, '\n}');
}

function propertyName(name: string, printing: Printing): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) || /^(0|[1-9]\d*)$/.test(name) ? name : printing.quote(name);
}

function callback(shape: Extract<Shape, { kind: 'callback' }>, printing: Printing): string {
  const parameters = shape.parameters.map((parameter) =>
    printing.isTypeScript ? `${parameter.name}: ${parameter.annotation}` : parameter.name,
  );
  const body = typeof shape.body === 'string' ? shape.body : printFixed(shape.body, printing);
  const shown = body.startsWith('{') ? `(${body})` : body;
  return `${shape.isAsync ? 'async ' : ''}(${parameters.join(', ')}) => ${shown}`;
}
