// Edits of one file: strategies collect replacements and insertions against the user's text, and everything outside them stays byte for
// byte what it was. What is inserted is the strategies' own matter; writing files is left to apply-rewrite.ts.
import MagicString from 'magic-string';
import ts from 'typescript';
import type { RewrittenFile, TextEdit } from '../../model/report.ts';
import { importOffset, indentAt, lineAfter, lineBefore } from './insertion-places.ts';
import type { Subject } from './subject.ts';

/** Offsets are UTF-16 units of the subject's text. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Collects edits of a subject's file. Given text may have any line ends: it gets the file's. Edits that overlap are a bug and throw. */
export interface FileEdit {
  replace(what: ts.Node | TextRange, text: string): void;
  remove(what: ts.Node | TextRange): void;
  /** Insertions at one offset stand in the order in which they were made. */
  insert(offset: number, text: string): void;
  /** Whole lines above a statement and the comments that belong to it, indented like it. No multi-line template literals, please. */
  insertLinesBefore(statement: ts.Node, lines: string): void;
  /** Whole lines below a statement. */
  insertLinesAfter(statement: ts.Node, lines: string): void;
  /** White space in front of the lines of a statement that becomes several. A block on one line, `{ a(); b(); }`, is broken into lines first. */
  indentOf(statement: ts.Node): string;
  /** A whole import or require statement, below those that are there. */
  addImport(statement: string): void;
  /** The whole new text. */
  text(): string;
  /** Minimal, ascending, not overlapping. */
  edits(): readonly TextEdit[];
  /** The file for a candidate. */
  rewrittenFile(): RewrittenFile;
}

export function editFile({
  file,
  text: original,
  sourceFile,
  style,
}: Pick<Subject, 'file' | 'text' | 'sourceFile' | 'style'>): FileEdit {
  const magic = new MagicString(original);
  const recorded: TextEdit[] = [];
  const withLineEnds = (text: string): string => text.replaceAll(/\r?\n/g, style.eol);

  const insert = (offset: number, given: string): void => {
    if (recorded.some(({ start, end }) => start < offset && offset < end)) throw overlap(offset, offset);
    const text = withLineEnds(given);
    magic.appendLeft(offset, text);
    recorded.push({ start: offset, end: offset, text });
  };
  const replace = (what: ts.Node | TextRange, given: string): void => {
    const start = 'kind' in what ? what.getStart(sourceFile) : what.start;
    const { end } = what;
    if (start === end) {
      insert(start, given);
      return;
    }
    // Touching is fine, and so is an insertion at either end.
    if (recorded.some((other) => other.start < end && start < other.end)) throw overlap(start, end);
    const text = withLineEnds(given);
    if (text === '') magic.remove(start, end);
    else magic.update(start, end, text);
    recorded.push({ start, end, text });
  };
  const edits = (): readonly TextEdit[] => minimalEdits(original, recorded);
  const broken = new Map<ts.Block, string>();

  /** Gives the indentation of its statements from now on. */
  const breakIntoLines = (block: ts.Block): string => {
    const known = broken.get(block);
    if (known !== undefined) return known;
    const outer = oneLineBlockAround(block, sourceFile);
    const indent = outer === undefined ? indentAt(block.getStart(sourceFile), original) : breakIntoLines(outer);
    const inner = indent + style.indent;
    broken.set(block, inner);
    const breakAt = (offset: number, before: string): void => {
      const end = offset + (/^[ \t]*/.exec(original.slice(offset))?.[0].length ?? 0);
      replace({ start: offset, end }, `\n${before}`);
    };
    for (const statement of block.statements) breakAt(statement.pos, inner);
    breakAt(block.statements.end, indent);
    return inner;
  };
  const indentOf = (statement: ts.Node): string => {
    const block = oneLineBlockAround(statement, sourceFile);
    return block === undefined ? indentAt(statement.getStart(sourceFile), original) : breakIntoLines(block);
  };

  return {
    replace,
    remove: (what) => replace(what, ''),
    insert,
    indentOf,
    insertLinesBefore(statement, lines) {
      const block = oneLineBlockAround(statement, sourceFile);
      if (block !== undefined && block === statement.parent) {
        const indent = indentOf(statement);
        insert(statement.getStart(sourceFile), `${indented(lines, indent)}\n${indent}`);
        return;
      }
      const { offset, indent, isWithinLine } = lineBefore(statement, sourceFile);
      const inner = isWithinLine && !ts.isSourceFile(statement.parent) ? indent + style.indent : indent;
      const text = `${indented(lines, inner)}\n${inner}`;
      const start = original.slice(0, offset).trimEnd().length;
      const isBroken = recorded.some((other) => other.end === offset && other.start === start);
      if (isWithinLine && !isBroken) replace({ start, end: offset }, `\n${inner}${text}`);
      else insert(offset, text);
    },
    insertLinesAfter(statement, lines) {
      const { offset } = lineAfter(statement, sourceFile);
      const indent = indentOf(statement);
      insert(offset, `\n${indent}${indented(lines, indent)}`);
    },
    addImport(statement) {
      const { offset, isAfter } = importOffset(sourceFile);
      insert(offset, isAfter ? `\n${statement}` : `${statement}\n`);
    },
    text: () => magic.toString(),
    edits,
    rewrittenFile: () => ({ path: file, edits: edits() }),
  };
}

/** The block right around a statement, or around the expressions that hold it, when `{` and `}` stand on the same line. */
function oneLineBlockAround(node: ts.Node, sourceFile: ts.SourceFile): ts.Block | undefined {
  const block = ts.findAncestor(node.parent, ts.isBlock);
  const isOneLine = block !== undefined && block.statements.length > 0 && !block.getText(sourceFile).includes('\n');
  return isOneLine ? block : undefined;
}

function overlap(start: number, end: number): Error {
  return new Error(`An edit of ${start}-${end} overlaps an earlier one.`);
}

/** All lines but the first, which stands where it is inserted; empty lines stay empty. */
function indented(lines: string, indent: string): string {
  return indent === '' ? lines : lines.replaceAll(/\n(?=[^\r\n])/g, `\n${indent}`);
}

/** Applies ascending, non-overlapping edits. Throws on others: they belong to another text. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let from = 0;
  for (const { start, end, text: replacement } of edits) {
    if (start < from || end < start || end > text.length) throw new Error(`The edit of ${start}-${end} does not fit.`);
    result += text.slice(from, start) + replacement;
    from = end;
  }
  return result + text.slice(from);
}

/** Both texts without the lines that they begin and end with in common. */
export function editBetween(before: string, after: string): TextEdit {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  head = before.lastIndexOf('\n', head - 1) + 1;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const lineEnd = before.indexOf('\n', before.length - tail);
  tail = lineEnd < 0 ? 0 : before.length - lineEnd - 1;
  return { start: head, end: before.length - tail, text: after.slice(head, after.length - tail) };
}

function minimalEdits(original: string, recorded: readonly TextEdit[]): TextEdit[] {
  // Sorting is stable, so insertions keep their order, and one at the start of a replacement stands before it.
  const inOrder = [...recorded].sort((a, b) => a.start - b.start || a.end - b.end);
  const joined: TextEdit[] = [];
  for (const edit of inOrder) {
    const last = joined.at(-1);
    if (last === undefined || last.end !== edit.start) joined.push(edit);
    else joined[joined.length - 1] = { start: last.start, end: edit.end, text: last.text + edit.text };
  }
  return joined.map((edit) => trimmed(original, edit)).filter(({ start, end, text }) => start < end || text !== '');
}

/** Without what both texts begin and end with. Surrogate pairs and CR LF are never taken apart. */
function trimmed(original: string, { start, end, text }: TextEdit): TextEdit {
  const before = original.slice(start, end);
  const shorter = Math.min(before.length, text.length);
  let head = 0;
  while (head < shorter && before[head] === text[head]) head += 1;
  while (head > 0 && (isInsidePair(before, head) || isInsidePair(text, head))) head -= 1;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === text.at(-1 - tail)) tail += 1;
  while (tail > 0 && (isInsidePair(before, before.length - tail) || isInsidePair(text, text.length - tail))) tail -= 1;
  return { start: start + head, end: end - tail, text: text.slice(head, text.length - tail) };
}

function isInsidePair(text: string, offset: number): boolean {
  return /^(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|\r\n)$/.test(text.slice(offset - 1, offset + 1));
}
