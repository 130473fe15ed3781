// The evidence about one value: how often a function body does what with it. Collected by collect-uses.ts, concluded from by
// shape-of-use.ts and parameter-roles.ts.
import type ts from 'typescript';

export type ParsedAs = 'json' | 'digits' | 'file' | 'new-file';

export interface ParsedValue {
  readonly call: ts.CallExpression;
  readonly uses: Uses;
}

/** Counts of evidence; a place is one expression that holds the value. */
export class Uses {
  total = 0;
  number = 0;
  text = 0;
  list = 0;
  /** `.length`, `[i]`, `.slice`: a list or a text. */
  sequence = 0;
  /** `for (const c of text)`, `[...text]`: a list or a text as well. */
  iterated = 0;
  map = 0;
  set = 0;
  date = 0;
  pattern = 0;
  promise = 0;
  truth = 0;
  /** Used as an index, with `%`, bit operators or as a key: whole numbers. */
  whole = 0;
  /** Held against `text.charCodeAt(i)`. */
  characterCode = 0;
  /** `i < n` in a loop, or the function calls itself with `n - 1`. */
  bound = 0;
  position = 0;
  addition = 0;
  comparison = 0;
  /** What the text is: JSON, digits, the name of a file that is read, of one that is written. */
  parsedAs: ParsedAs | undefined;
  /** Of the name of a file: what is done with the text in it. */
  contents: Uses | undefined;
  /** Of a JSON text: what is done with the value in it. */
  parsed: ParsedValue | undefined;
  /** Of a text that is cut: the list of its lines, the list of its cells. */
  lines: Uses | undefined;
  cells: Uses | undefined;
  isCells = false;
  isFileText = false;
  /** Of a list of cells: what is done with one of them, by its index. */
  readonly cellsAt = new Map<number, Uses>();
  readonly calls: ts.CallExpression[] = [];
  readonly literals: (string | number | boolean)[] = [];
  /** Texts that it is held against with `===`, `!==` or in a `switch`. */
  readonly comparedTexts: string[] = [];
  readonly properties = new Map<string, Uses>();
  private itsElements: Uses | undefined;

  get elements(): Uses {
    this.itsElements ??= new Uses();
    return this.itsElements;
  }

  get hasElements(): boolean {
    return this.itsElements !== undefined && this.itsElements.total > 0;
  }

  /** A list of values whose uses these are. */
  listOf(): Uses {
    const list = new Uses();
    list.itsElements = this;
    return list;
  }

  cellAt(index: number): Uses {
    const found = this.cellsAt.get(index) ?? new Uses();
    this.cellsAt.set(index, found);
    return found;
  }

  property(name: string): Uses {
    const found = this.properties.get(name) ?? new Uses();
    this.properties.set(name, found);
    return found;
  }
}
