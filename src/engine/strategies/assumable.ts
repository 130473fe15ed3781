// Whether a type that is checked when the function begins holds for what the function and its helpers make of it.
import ts from 'typescript';
import { withoutAlias } from '../source/aliases.ts';
import { isInside } from '../source/ranges/expressions.ts';
import type { Subject } from '../source/subject.ts';

/**
 * The first place where the function, or code of its file that it uses, calls or hands on the function in a way that need not fulfil what is
 * assumed: its own results have types that follow from the assumption. The parameters are given by their indexes.
 */
export function unfulfilledUse(assumed: Subject, indexes: Iterable<number>): ts.Node | undefined {
  const { node, sourceFile, checker } = assumed;
  const seen = new Set<ts.Node>();
  const pending: ts.Node[] = [node];
  for (let current = pending.pop(); current !== undefined; current = pending.pop()) {
    const isOwn = current === node;
    const find = (part: ts.Node): ts.Node | undefined => {
      if (ts.isIdentifier(part) || ts.isPrivateIdentifier(part)) {
        for (const declaration of declarationsOf(part, checker)) {
          if (declaration.getSourceFile() !== sourceFile || seen.has(declaration)) continue;
          if (holds(declaration, node)) {
            if (isDeclaring(part, node) || (isOwn && isFulfilling(part, indexes, assumed))) continue;
            return part;
          }
          seen.add(declaration);
          if (!isInside(declaration, node)) pending.push(declaration);
        }
      }
      return ts.forEachChild(part, find);
    };
    const found = find(current);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A call whose arguments are known to be of the kinds that are assumed. */
function isFulfilling(name: ts.Node, indexes: Iterable<number>, { node, checker }: Subject): boolean {
  const callee = ts.isPropertyAccessExpression(name.parent) ? name.parent : name;
  const call = callee.parent;
  if (!ts.isCallExpression(call) || call.expression !== callee) return false;
  return [...indexes].every((index) => {
    const [argument, parameter] = [call.arguments[index], node.parameters[index]];
    if (argument === undefined || parameter === undefined) return false;
    if (call.arguments.slice(0, index + 1).some(ts.isSpreadElement)) return false;
    const type = checker.getTypeAtLocation(argument);
    const isKnown = (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) === 0;
    return isKnown && checker.isTypeAssignableTo(type, checker.getTypeAtLocation(parameter.name));
  });
}

function declarationsOf(
  name: ts.Identifier | ts.PrivateIdentifier,
  checker: ts.TypeChecker,
): readonly ts.Declaration[] {
  return withoutAlias(checker.getSymbolAtLocation(name), checker)?.declarations ?? [];
}

/** A variable or property that the subject is the value of. */
function holds(declaration: ts.Node, subject: ts.Node): boolean {
  return (
    declaration.pos <= subject.pos &&
    declaration.end >= subject.end &&
    !ts.isSourceFile(declaration) &&
    !ts.isClassLike(declaration)
  );
}

function isDeclaring(name: ts.Node, subject: ts.Node): boolean {
  return 'name' in name.parent && name.parent.name === name && holds(name.parent, subject);
}
