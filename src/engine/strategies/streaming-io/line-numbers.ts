// Loops that also say which line it is: a piece of the file does not know how many came before it, so a variable outside of the pieces counts.
import ts from 'typescript';
import { isWriteTarget } from '../../source/effects-references.ts';
import { freshLocalName } from '../../source/names.ts';
import type { Subject } from '../../source/subject.ts';
import { usesOf } from './local-uses.ts';
import { indentOf } from './text-of-rewrite.ts';

export interface LineCounter {
  /** Holds the number of the next line. */
  readonly name: string;
  readonly from: 0 | 1;
}

/** For the variable of a loop that is the number of the line. Undefined where the loop changes it, or hides it in its body. */
export function counterFor(
  index: ts.Identifier,
  from: LineCounter['from'],
  { body, uses }: { readonly body: ts.Node; readonly uses: readonly ts.Identifier[] },
  subject: Subject,
): LineCounter | undefined {
  if (uses.some(isWriteTarget) || isDeclaredWithin(body, index)) return undefined;
  return { name: freshLocalName(subject, 'next'), from };
}

export function isUsed(name: ts.Identifier, subject: Subject): boolean {
  return usesOf(name, subject).length > 0;
}

function isDeclaredWithin(body: ts.Node, index: ts.Identifier): boolean {
  const visit = (node: ts.Node): boolean => {
    const { parent } = node;
    const isName =
      ts.isIdentifier(node) &&
      node.text === index.text &&
      ((ts.isVariableDeclaration(parent) && parent.name === node) ||
        (ts.isBindingElement(parent) && parent.name === node) ||
        ((ts.isFunctionDeclaration(parent) || ts.isClassDeclaration(parent)) && parent.name === node));
    return isName || ts.forEachChild(node, visit) === true;
  };
  return visit(body);
}

/** `const i = next++;`, which every way through the body passes. */
function counting(index: string, { name }: LineCounter, { style }: Subject): string {
  return `const ${index} = ${name}++${style.semicolons ? ';' : ''}`;
}

/** The text that goes behind the brace of a body that is a block. */
export function countingInBlock(
  body: ts.Block,
  index: string,
  counter: LineCounter,
  subject: Subject,
): { readonly start: number; readonly end: number; readonly text: string } {
  const start = body.getStart(subject.sourceFile) + 1;
  const line = counting(index, counter, subject);
  const [first] = body.statements;
  const isOneLine =
    first !== undefined && !subject.text.slice(start, first.getStart(subject.sourceFile)).includes('\n');
  const text = first === undefined || isOneLine ? ` ${line}` : `\n${indentOf(first, subject)}${line}`;
  return { start, end: start, text };
}

/** A body that was one statement, as a block. */
export function countingBlock(
  statement: string,
  index: string,
  counter: LineCounter,
  { at, subject }: { readonly at: ts.Node; readonly subject: Subject },
): string {
  const outer = indentOf(at, subject);
  const inner = outer + subject.style.indent;
  return `{\n${inner}${counting(index, counter, subject)}\n${inner}${statement}\n${outer}}`;
}

/** In front of the loop. */
export function startingAt({ name, from }: LineCounter, { style }: Subject): string {
  return `let ${name} = ${from}${style.semicolons ? ';' : ''}`;
}
