// The shape of one generated value: what the types (or the uses) of a parameter say about it, in words that can be printed as code.
// Made by shape-of-type.ts and shape-of-use.ts, printed by print-shape.ts. Plain data.

/** How many elements: the size of the case, the size squared, four for each pixel of a square, or a small fixed number. */
export type Extent = 'size' | 'size-squared' | 'pixels' | number;

/** Bounds of a number as code: a literal, or an expression in `n`. */
export interface NumberRange {
  readonly from: number;
  /** Exclusive. 'size' is the size of the case. */
  readonly below: number | 'size';
}

export type TextRole =
  | 'letters'
  | 'words'
  | 'word'
  | 'name'
  | 'email'
  | 'id'
  | 'kind'
  | 'uuid'
  | 'url'
  | 'path'
  | 'date'
  | 'digits'
  | 'color'
  | 'csv'
  | 'json'
  /** Lines of words, or of what `contents` says. */
  | 'lines'
  /** The name of a text file of so many lines. */
  | 'file'
  /** The name of a file that does not exist yet. */
  | 'new-file'
  | 'separator';

/** What stands in a text or in a file, where not any text will do. */
export type TextContents =
  /** Lines of words, of which some begin with one of these. */
  | { readonly kind: 'lines'; readonly beginnings: readonly string[] }
  /** Cells with commas between them. */
  | { readonly kind: 'rows'; readonly cells: readonly Shape[] }
  | { readonly kind: 'json'; readonly value: Shape }
  /** The same kind of value in each line. */
  | { readonly kind: 'json-lines'; readonly value: Shape };

export interface CallbackParameter {
  readonly name: string;
  /** Type annotation for TypeScript, always one that needs no import. */
  readonly annotation: string;
}

/** A type that contains itself; printed as a function of its own that spends a budget of nodes. */
export interface Maker {
  readonly name: string;
  shape: Shape | undefined;
  isRecursive: boolean;
  /** Read inside of a collection, where lists are short. */
  readonly isInner: boolean;
}

export interface ImportedName {
  /** The name in the inputs module. */
  readonly name: string;
  /** What the other module exports: a name, or 'default'. */
  readonly exported: string;
  /** Absolute path of a local module, or the specifier of a package. */
  readonly from: string;
}

export type Shape =
  /** An expression that needs nothing: `true`, `'left'`, `null`, `3n`. */
  | { readonly kind: 'constant'; readonly text: string; readonly isNothing?: boolean }
  /** A string literal, quoted in the style of the file. */
  | { readonly kind: 'literal'; readonly value: string }
  /** The size of the case, or a part of it: `n`, `Math.ceil(n / 10)`. */
  | { readonly kind: 'size'; readonly dividedBy: number }
  | { readonly kind: 'integer'; readonly range: NumberRange }
  | { readonly kind: 'float'; readonly range: NumberRange }
  | { readonly kind: 'text'; readonly role: TextRole; readonly extent: Extent; readonly contents?: TextContents }
  | { readonly kind: 'template'; readonly texts: readonly string[]; readonly shapes: readonly Shape[] }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'date' }
  /** One of several at random; with `rarely`, one in ten is that. */
  | { readonly kind: 'one-of'; readonly options: readonly Shape[]; readonly rarely?: Shape }
  | { readonly kind: 'list'; readonly element: Shape; readonly extent: Extent; readonly isSorted?: boolean }
  | { readonly kind: 'tuple'; readonly elements: readonly Shape[] }
  | { readonly kind: 'record'; readonly properties: readonly { readonly name: string; readonly shape: Shape }[] }
  /** String keys to values, as a plain object or (through `wrapped`) as entries of a Map. */
  | { readonly kind: 'dictionary'; readonly value: Shape; readonly extent: Extent; readonly keys: 'words' | 'numbers' }
  | { readonly kind: 'entries'; readonly key: Shape; readonly value: Shape; readonly extent: Extent }
  /** `before` + inner + `after`: `new Set(...)`, `Promise.resolve(...)`. */
  | { readonly kind: 'wrapped'; readonly before: string; readonly inner: Shape; readonly after: string }
  | { readonly kind: 'typed-array'; readonly className: string; readonly element: Shape; readonly extent: Extent }
  /** `body` is code over the parameters, or a shape that is printed without randomness: a callback must answer the same every time. */
  | {
      readonly kind: 'callback';
      readonly isAsync: boolean;
      readonly parameters: readonly CallbackParameter[];
      readonly body: string | Shape;
    }
  | { readonly kind: 'instance'; readonly imported: ImportedName; readonly args: readonly Shape[] }
  | { readonly kind: 'class-itself'; readonly imported: ImportedName }
  | { readonly kind: 'made'; readonly maker: Maker }
  /** Why no value can be made, as the end of a sentence about the parameter. */
  | { readonly kind: 'impossible'; readonly reason: string };

export const undefinedShape: Shape = { kind: 'constant', text: 'undefined', isNothing: true };
export const nullShape: Shape = { kind: 'constant', text: 'null', isNothing: true };

export function impossible(reason: string): Shape {
  return { kind: 'impossible', reason };
}

/** The shapes directly inside a shape; a maker's own shape is not followed. */
export function partsOf(shape: Shape): readonly Shape[] {
  switch (shape.kind) {
    case 'template':
      return shape.shapes;
    case 'one-of':
      return shape.rarely === undefined ? shape.options : [...shape.options, shape.rarely];
    case 'list':
    case 'typed-array':
      return [shape.element];
    case 'text':
      return shape.contents === undefined ? [] : partsOfContents(shape.contents);
    case 'tuple':
      return shape.elements;
    case 'record':
      return shape.properties.map((property) => property.shape);
    case 'dictionary':
      return [shape.value];
    case 'entries':
      return [shape.key, shape.value];
    case 'wrapped':
      return [shape.inner];
    case 'callback':
      return typeof shape.body === 'string' ? [] : [shape.body];
    case 'instance':
      return shape.args;
    default:
      return [];
  }
}

function partsOfContents(contents: TextContents): readonly Shape[] {
  if (contents.kind === 'lines') return [];
  return contents.kind === 'rows' ? contents.cells : [contents.value];
}

/** The reason why the shape, or a part that it cannot do without, is impossible. */
export function reasonAgainst(shape: Shape, seen: ReadonlySet<Maker> = new Set()): string | undefined {
  if (shape.kind === 'impossible') return shape.reason;
  if (shape.kind === 'made') {
    if (shape.maker.shape === undefined || seen.has(shape.maker)) return undefined;
    return reasonAgainst(shape.maker.shape, new Set([...seen, shape.maker]));
  }
  for (const part of partsOf(shape)) {
    const reason = reasonAgainst(part, seen);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

/** True when some part of the shape satisfies the test; makers are followed once. */
export function someShape(shape: Shape, test: (shape: Shape) => boolean, seen: Set<Maker> = new Set()): boolean {
  if (test(shape)) return true;
  if (shape.kind === 'made') {
    if (seen.has(shape.maker) || shape.maker.shape === undefined) return false;
    seen.add(shape.maker);
    return someShape(shape.maker.shape, test, seen);
  }
  return partsOf(shape).some((part) => someShape(part, test, seen));
}
