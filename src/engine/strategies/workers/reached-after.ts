// When code of a function runs for the first time, as far as its place tells: what stands in a function runs where that is called. One that is declared further
// down may be called before, where constants in between do not exist yet; one that is declared further up may be called after them only.
import ts from 'typescript';
import type { Subject } from '../../source/subject.ts';
import { mentionsIn } from './loop-text.ts';

type NamedFunction = ts.FunctionDeclaration | ts.VariableDeclaration;

/** Whether `use` is reached after `place` only. Both are in the subject, `place` in its own block. */
export function isReachedAfter(
  use: ts.Node,
  place: number,
  subject: Subject,
  seen: ReadonlySet<ts.Node> = new Set(),
): boolean {
  const { node, checker } = subject;
  const declared = outermostNamed(use, node);
  if (declared === undefined) return use.pos > place;
  if (seen.has(declared)) return true;
  const symbol = declared.name && checker.getSymbolAtLocation(declared.name);
  if (symbol === undefined) return false;
  const others = mentionsIn(node, symbol, checker).filter((one) => one !== declared.name);
  const known = new Set([...seen, declared]);
  return others.every((one) => isReachedAfter(one, place, subject, known));
}

/** The function around it that has a name and stands in the subject itself: a declaration, or a constant that holds one. */
function outermostNamed(use: ts.Node, node: ts.Node): NamedFunction | undefined {
  let found: NamedFunction | undefined;
  for (let around = use.parent; around !== node; around = around.parent) {
    if (ts.isFunctionDeclaration(around)) found = around;
    else if (ts.isArrowFunction(around) || ts.isFunctionExpression(around)) found = constantOf(around) ?? found;
  }
  return found;
}

function constantOf({ parent }: ts.Expression): ts.VariableDeclaration | undefined {
  const isConstant = ts.isVariableDeclaration(parent) && (ts.getCombinedNodeFlags(parent) & ts.NodeFlags.Const) !== 0;
  return isConstant && ts.isIdentifier(parent.name) ? parent : undefined;
}
