// Whether one piece of a function may run between two others. Text order and loops decide; jumps only leave early.
import ts from 'typescript';
import { isInside } from './expressions.ts';

/**
 * Whether `change` may run after `seen` and before `use`. Control flow is structured, so text order is execution order except around
 * loops: one that holds `use` and `change` but not `seen` may run the change and come back to the use, and one that holds `seen` and
 * `change` but not `use` may run the change on its way out.
 */
export function mayRunBetween(change: ts.Node, seen: ts.Node, use: ts.Node): boolean {
  for (
    let loop: ts.Node | undefined = seen.parent;
    loop !== undefined && !ts.isFunctionLike(loop);
    loop = loop.parent
  ) {
    if (ts.isIterationStatement(loop, false) && isInside(change, loop) && !isInside(use, loop)) return true;
  }
  for (let loop: ts.Node | undefined = use.parent; loop !== undefined && !ts.isFunctionLike(loop); loop = loop.parent) {
    if (!ts.isIterationStatement(loop, false) || !isInside(change, loop)) continue;
    // The initializer of a loop runs once, like code before it.
    const seenEachTime =
      isInside(seen, loop) && !(ts.isForStatement(loop) && loop.initializer && isInside(seen, loop.initializer));
    if (!seenEachTime && !(ts.isForStatement(loop) && loop.initializer && isInside(change, loop.initializer)))
      return true;
    // The incrementor runs after the body and before the condition is looked at again.
    if (
      ts.isForStatement(loop) &&
      loop.incrementor &&
      isInside(change, loop.incrementor) &&
      loop.condition &&
      isInside(seen, loop.condition)
    ) {
      if (isInside(use, loop.statement)) return false;
    }
  }
  return change.end > seen.end && change.pos < use.end;
}
