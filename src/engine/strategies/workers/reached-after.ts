// When code of a function runs for the first time, as far as its place tells: what stands in a function that is declared further down, but is called before,
// runs at that call, where constants in between do not exist yet.
import ts from 'typescript';
import type { Subject } from '../../source/subject.ts';
import { mentionsIn } from './loop-text.ts';

/** Whether `use` is reached after `place` only. Both are in the subject, `place` in its own block. */
export function isReachedAfter(
  use: ts.Node,
  place: number,
  subject: Subject,
  seen: ReadonlySet<ts.Node> = new Set(),
): boolean {
  const { node, checker } = subject;
  const declared = outermostDeclaration(use, node);
  if (declared === undefined) return use.pos > place;
  if (seen.has(declared)) return true;
  const symbol = declared.name && checker.getSymbolAtLocation(declared.name);
  if (symbol === undefined) return false;
  const others = mentionsIn(node, symbol, checker).filter((one) => one !== declared.name);
  const known = new Set([...seen, declared]);
  return others.every((one) => isReachedAfter(one, place, subject, known));
}

/** The function declaration around it that stands in the subject itself. */
function outermostDeclaration(use: ts.Node, node: ts.Node): ts.FunctionDeclaration | undefined {
  let found: ts.FunctionDeclaration | undefined;
  for (let around = use.parent; around !== node; around = around.parent)
    if (ts.isFunctionDeclaration(around)) found = around;
  return found;
}
