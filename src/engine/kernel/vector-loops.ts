// Which loops can go on in several rounds at once, each in a lane of vectors of two doubles. The body is cut in two: what comes first only
// computes (inner loops included) and is done for all lanes together; from the first statement on that does anything else, the lanes take turns
// in the order of the rounds, as ever. Every lane computes in the order of the code, so that the results are those of the scalar loop, bit for bit.
import type { KernelFacts } from './kernel-facts.ts';
import { type Expression, groupOf, type KernelFunction, type Local } from './kernel-ir.ts';
import type { VectorLoop } from './lane-classes.ts';
import { LanePlan } from './lane-plan.ts';
import { changedIn, type Loop, setIn } from './loop-changes.ts';
import { isIntegerCode, typeOfLocal } from './representation.ts';
import { visitStatements } from './walk-kernel.ts';

/** Leaves room for the lanes after the last one. */
const largestCounter = 2 ** 31 - 64;

export function vectorLoop(loop: Loop, kernel: KernelFunction, facts: KernelFacts): VectorLoop | undefined {
  const counter = countedBy(loop, facts);
  if (counter === undefined || loop.test?.kind !== 'compare') return undefined;
  const bound = loop.test.right;
  let together = loop.body.length;
  while (together > 0) {
    const plan = new LanePlan(loop, counter, loop.body.slice(0, together), loop.body.slice(together), kernel, facts);
    const firstOther = plan.firstObstacle();
    if (firstOther === undefined) return plan.isWorthIt() && isInvariant(bound, loop) ? plan.result(bound) : undefined;
    together = Math.min(firstOther, together - 1);
  }
  return undefined;
}

/** `i` of `for (…; i < bound; i++)`, which nothing else sets. */
function countedBy({ test, testsFirst, update, body }: Loop, facts: KernelFacts): Local | undefined {
  const [step, ...more] = update;
  if (!testsFirst || test?.kind !== 'compare' || test.operator !== '<' || more.length > 0) return undefined;
  if (test.left.kind !== 'local' || step?.kind !== 'evaluate') return undefined;
  const { local } = test.left;
  const fact = facts.ofLocal(local);
  if (typeOfLocal(local, facts) !== 'i32' || fact === undefined || fact.high > largestCounter) return undefined;
  if (!isIntegerCode(test.right, facts, 'zeros alike') || !isStepOfOne(step.expression, local)) return undefined;
  return setIn(body).has(local) ? undefined : local;
}

function isStepOfOne(expression: Expression, local: Local): boolean {
  if (expression.kind === 'postfix') return expression.local === local && expression.delta === 1;
  if (expression.kind !== 'assign' || expression.local !== local || expression.value.kind !== 'arithmetic')
    return false;
  const { operator, left, right } = expression.value;
  return (
    operator === '+' && left.kind === 'local' && left.local === local && right.kind === 'constant' && right.value === 1
  );
}

/** The bound is the same in all rounds. */
function isInvariant(bound: Expression, loop: Loop): boolean {
  const [set, changed] = [setIn([...loop.body, ...loop.update]), changedIn(loop.body, 'lengths')];
  let is = true;
  visitStatements([{ kind: 'evaluate', expression: bound }], {
    expression: (one) => {
      if (one.kind === 'local' && set.has(one.local)) is = false;
      if (one.kind === 'call' || one.kind === 'read' || one.kind === 'place') is = false;
      if (one.kind === 'length' && changed.has(groupOf(one.array))) is = false;
    },
  });
  return is;
}
