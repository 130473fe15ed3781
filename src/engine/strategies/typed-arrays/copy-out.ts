// A typed array that the function returns is copied into a plain one at the end, by a loop: `Array.from` and spreading take five to ten times as
// long. That costs about as much as one pass over the array, so it is done only where loops in loops work on it.

import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import { bare } from '../../source/ranges/expressions.ts';
import { reasonAt } from '../../source/reason-at.ts';
import type { ConversionContext } from './conversion.ts';
import type { ArrayUses } from './element-uses.ts';
import { reasons } from './reasons.ts';

/** Why the returned arrays of a group are better left alone; undefined when none is returned or when copying pays. */
export function whyNotCopied(uses: ArrayUses, { variables }: ConversionContext): Reason | undefined {
  const [first] = uses.returns;
  if (first === undefined) return undefined;
  const isWorkedOn = uses.elements.some((use) => loopsAround(use.node, variables.functionNode) > 1);
  const isPlain = uses.returns.every(
    ({ node, variable }) =>
      node.expression !== undefined && variables.of(bare(node.expression)) === variable && ts.isBlock(node.parent),
  );
  return isWorkedOn && isPlain ? undefined : reasonAt(first.node, reasons.returned(first.variable.name));
}

function loopsAround(node: ts.Node, within: ts.Node): number {
  let count = 0;
  for (let outer = node.parent; outer !== undefined && outer !== within; outer = outer.parent) {
    if (ts.isIterationStatement(outer, false)) count += 1;
  }
  return count;
}

export function printCopies(uses: ArrayUses, { text, subject }: ConversionContext): void {
  if (uses.returns.length === 0) return;
  const { style, project } = subject;
  const index = text.freeName('i', 'k', 'index');
  const copy = text.take(text.freeName('plain', 'copy'));
  const argument = style.isTypeScript ? '<number>' : '';
  const isUnchecked = project.program.getCompilerOptions().noUncheckedIndexedAccess === true;
  const present = style.isTypeScript && isUnchecked ? '!' : '';
  for (const { node, variable } of uses.returns) {
    const { name } = variable;
    text.insertLinesBefore(node, [
      `const ${copy} = new Array${argument}(${name}.length)${text.end}`,
      `for (let ${index} = 0; ${index} < ${copy}.length; ${index}++) ${copy}[${index}] = ${name}[${index}]${present}${text.end}`,
    ]);
    if (node.expression !== undefined) text.replaceNode(node.expression, copy);
  }
}
