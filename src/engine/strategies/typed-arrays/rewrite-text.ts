// Small pieces of source text for the rewrites: statements put before others, lines taken out, names that are free, parentheses where
// precedence asks for them. Keeps to the style of the file.
import ts from 'typescript';
import type { TextEdit } from '../../../model/report.ts';
import type { Subject } from '../../source/subject.ts';

export class RewriteText {
  readonly subject: Subject;
  readonly #names: Set<string>;
  readonly #edits: TextEdit[] = [];
  readonly #insertions = new Map<number, string[]>();

  constructor(subject: Subject, names: ReadonlySet<string> = identifiersOf(subject.sourceFile)) {
    this.subject = subject;
    this.#names = new Set(names);
  }

  /** The same edits so far, to try something that may turn out not to work. */
  copy(): RewriteText {
    const twin = new RewriteText(this.subject, this.#names);
    twin.#edits.push(...this.#edits);
    for (const [position, lines] of this.#insertions) twin.#insertions.set(position, [...lines]);
    return twin;
  }

  /** Keeps a name from being given again. */
  take(name: string): string {
    this.#names.add(name);
    return name;
  }

  replace(start: number, end: number, text: string): void {
    this.#edits.push({ start, end, text });
  }

  replaceNode(node: ts.Node, text: string): void {
    this.replace(node.getStart(), node.getEnd(), text);
  }

  insert(position: number, text: string): void {
    this.replace(position, position, text);
  }

  /** Lines before a statement, at its indentation. */
  insertLinesBefore(statement: ts.Node, lines: readonly string[]): void {
    const position = statement.getStart();
    const known = this.#insertions.get(position) ?? [];
    known.push(...lines.filter((line) => !known.includes(line)));
    this.#insertions.set(position, known);
  }

  /** Takes a statement out, with its line when nothing else stands on it. */
  removeStatement(statement: ts.Node): void {
    const { text } = this.subject;
    let start = statement.getStart();
    let end = statement.getEnd();
    const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
    const isAlone = text.slice(lineStart, start).trim() === '' && /^[ \t]*(\r\n|\n|$)/.test(text.slice(end));
    if (isAlone) {
      start = lineStart;
      end += /^[ \t]*(\r\n|\n)?/.exec(text.slice(end))?.[0].length ?? 0;
    }
    this.replace(start, end, '');
  }

  /** All edits in order; undefined when two of them collide, which means that this shape of code was not foreseen. */
  edits(): readonly TextEdit[] | undefined {
    const { eol } = this.subject.style;
    const insertions = [...this.#insertions].map(([position, lines]) => {
      const indent = this.indentAt(position);
      return { start: position, end: position, text: lines.map((line) => `${line}${eol}${indent}`).join('') };
    });
    const all = [...insertions, ...this.#edits].sort((a, b) => a.start - b.start || a.end - b.end);
    const collides = all.some((edit, index) => {
      const next = all[index + 1];
      return next !== undefined && next.start < edit.end;
    });
    return collides ? undefined : all;
  }

  indentAt(position: number): string {
    const { text } = this.subject;
    const lineStart = Math.max(text.lastIndexOf('\n', position - 1), text.lastIndexOf('\r', position - 1)) + 1;
    return /^[ \t]*/.exec(text.slice(lineStart, position))?.[0] ?? '';
  }

  get end(): string {
    return this.subject.style.semicolons ? ';' : '';
  }

  quoted(text: string): string {
    return `${this.subject.style.quote}${text}${this.subject.style.quote}`;
  }

  isFree(name: string): boolean {
    return !this.#names.has(name);
  }

  freeName(...wishes: readonly [string, ...string[]]): string {
    const wish = wishes.find((name) => this.isFree(name));
    if (wish !== undefined) return wish;
    let count = 2;
    while (!this.isFree(`${wishes[0]}${count}`)) count += 1;
    return `${wishes[0]}${count}`;
  }
}

function identifiersOf(sourceFile: ts.SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) names.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(sourceFile);
  return names;
}

/** The text of a node with some nodes inside it written differently. */
export type Printer = (node: ts.Node) => string;

export function printerWith(replacements: ReadonlyMap<ts.Node, string>): Printer {
  return (node) => {
    const start = node.getStart();
    let text = '';
    let position = start;
    const visit = (child: ts.Node): void => {
      const replacement = replacements.get(child);
      if (replacement === undefined) {
        ts.forEachChild(child, visit);
        return;
      }
      text += node.getSourceFile().text.slice(position, child.getStart()) + replacement;
      position = child.getEnd();
    };
    visit(node);
    return text + node.getSourceFile().text.slice(position, node.getEnd());
  };
}

const asWritten: Printer = (node) => node.getText();

/** The expression as an operand of `*`. */
export function asFactor(expression: ts.Expression, print = asWritten): string {
  const needsParentheses = ts.isBinaryExpression(expression) || ts.isConditionalExpression(expression);
  return needsParentheses ? `(${print(expression)})` : print(expression);
}

/** The expression as the right operand of `+`. */
export function asSummand(expression: ts.Expression, print = asWritten): string {
  const isTight = ts.isBinaryExpression(expression)
    ? bindsAsSum.has(expression.operatorToken.kind)
    : !ts.isConditionalExpression(expression);
  return isTight ? print(expression) : `(${print(expression)})`;
}

const bindsAsSum: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.PlusToken,
  ts.SyntaxKind.MinusToken,
  ts.SyntaxKind.AsteriskToken,
  ts.SyntaxKind.PercentToken,
]);

/** Whether `e ? 1 : 0` needs parentheses around `e`. */
export function needsParenthesesAsCondition(expression: ts.Expression): boolean {
  if (ts.isConditionalExpression(expression) || ts.isArrowFunction(expression) || ts.isYieldExpression(expression))
    return true;
  if (!ts.isBinaryExpression(expression)) return false;
  const operator = expression.operatorToken.kind;
  return (
    operator === ts.SyntaxKind.CommaToken ||
    (operator >= ts.SyntaxKind.FirstAssignment && operator <= ts.SyntaxKind.LastAssignment)
  );
}
