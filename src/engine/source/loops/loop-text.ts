// Pieces of text for loops: nodes printed with some names changed, lines moved to another indentation, names that are free in the function.
import ts from 'typescript';
import { freshName } from '../names.ts';
import { isMemberName } from '../ranges/expressions.ts';
import type { Subject } from '../subject.ts';

/** Names given in one function, none of them twice. */
export class LoopNames {
  readonly #subject: Subject;
  readonly #written: ReadonlySet<string>;
  readonly #given = new Set<string>();

  constructor(subject: Subject, taken: Iterable<string> = []) {
    this.#subject = subject;
    this.#written = writtenNames(subject.node);
    for (const name of taken) this.#given.add(name);
  }

  fresh(wish: string): string {
    const name = this.#written.has(wish) || this.#given.has(wish) ? freshName(this.#subject, wish, this.#given) : wish;
    this.#given.add(name);
    return name;
  }

  /** The name itself when the function uses it nowhere but in `region`. */
  freshBeside(wish: string, region: ts.Node): string {
    const isElsewhere = mentionsOutside(wish, this.#subject.node, region);
    if (isElsewhere || this.#given.has(wish)) return this.fresh(wish);
    this.#given.add(wish);
    return wish;
  }
}

function mentionsOutside(name: string, node: ts.Node, region: ts.Node): boolean {
  if (node === region) return false;
  if (ts.isIdentifier(node) && node.text === name) return true;
  return ts.forEachChild(node, (child) => mentionsOutside(name, child, region)) ?? false;
}

/** The text of a node with variables renamed, its further lines indented as if the node began at the margin. */
export function printRenamed(
  node: ts.Node,
  renames: ReadonlyMap<ts.Symbol, string>,
  checker: ts.TypeChecker,
  withComments = false,
): string {
  const { text } = node.getSourceFile();
  const start = withComments ? commentedStart(node) : node.getStart();
  let printed = '';
  let position = start;
  const visit = (child: ts.Node): void => {
    if (ts.isIdentifier(child)) {
      const { parent } = child;
      const isShorthand =
        ts.isShorthandPropertyAssignment(parent) ||
        (ts.isBindingElement(parent) && parent.propertyName === undefined && ts.isObjectBindingPattern(parent.parent));
      const symbol = ts.isShorthandPropertyAssignment(parent)
        ? checker.getShorthandAssignmentValueSymbol(parent)
        : checker.getSymbolAtLocation(child);
      const name = symbol && renames.get(symbol);
      if (name === undefined || name === child.text) return;
      printed += text.slice(position, child.getStart()) + (isShorthand ? `${child.text}: ${name}` : name);
      position = child.getEnd();
      return;
    }
    ts.forEachChild(child, visit);
  };
  visit(node);
  return atMargin(printed + text.slice(position, node.getEnd()), indentAt(text, node.getStart()));
}

export function reindented(node: ts.Node): string {
  return atMargin(node.getText(), indentAt(node.getSourceFile().text, node.getStart()));
}

/** Where the comments above a statement begin. */
export function commentedStart(node: ts.Node): number {
  const [first] = ts.getLeadingCommentRanges(node.getSourceFile().text, node.getFullStart()) ?? [];
  return first?.pos ?? node.getStart();
}

function atMargin(text: string, indent: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .split('\n')
    .map((line, index) => (index > 0 && line.startsWith(indent) ? line.slice(indent.length) : line))
    .join('\n');
}

export function indentAt(text: string, position: number): string {
  const lineStart = text.lastIndexOf('\n', position - 1) + 1;
  return /^[ \t]*/.exec(text.slice(lineStart, position))?.[0] ?? '';
}

/** All names written in a node that may be variables: more than needed, never fewer. */
export function writtenNames(node: ts.Node): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (child: ts.Node): void => {
    if (ts.isIdentifier(child) && !isMemberName(child)) names.add(child.text);
    ts.forEachChild(child, visit);
  };
  visit(node);
  return names;
}
