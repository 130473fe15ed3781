// An array that starts as `[]` and gets one element in every round of a counting loop has a known length: it can be made at once, and what was
// pushed is written at the counter. Until the loop is over only what was pushed in earlier rounds may be read.
import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import { proveBounds } from '../../source/ranges/bounds-proof.ts';
import { isInside, isInTry, wrapped } from '../../source/ranges/expressions.ts';
import type { Variable } from '../../source/ranges/function-variables.ts';
import { atomOf, type BoundsQuestion } from '../../source/ranges/place-proof.ts';
import { atom, samePolynomial } from '../../source/ranges/polynomial.ts';
import { reasonAt } from '../../source/reason-at.ts';
import type { ArrayGroup, GroupAllocation } from './array-groups.ts';
import { type ConversionContext, mentionedVariables } from './conversion.ts';
import type { ArrayUses } from './element-uses.ts';
import { type FillLoop, fillLoopOf } from './fill-loop.ts';
import { isStable, type LengthModel } from './length-model.ts';
import { reasons } from './reasons.ts';
import { isSteadyLimit } from './steady-limit.ts';
import { countingLoop, mayLeaveEarly, pushOf } from './table-origin.ts';

type Question = Pick<BoundsQuestion, 'variables' | 'checker' | 'ranges'>;

export interface GrownOrigin {
  readonly loop: ts.ForStatement;
  readonly counter: Variable;
  /** The counter as the loop's condition has it. */
  readonly index: ts.Expression;
  readonly limit: ts.Expression;
  readonly push: ts.CallExpression;
  readonly value: ts.Expression;
}

/** The group with the allocation that it amounts to: of what is pushed, or set by index. */
export interface GrownGroup {
  readonly group: ArrayGroup;
  readonly origin: GrownOrigin | undefined;
  readonly fills: readonly FillLoop[];
}

export function grownGroup(group: ArrayGroup, context: ConversionContext): GrownGroup | Reason {
  const [empty] = group.empty;
  const variable = empty?.variable;
  const declaration = variable?.declaration;
  const push = variable?.references.flatMap((reference) => pushOf(reference) ?? []) ?? [];
  const at = push[0] ?? empty?.definition ?? context.subject.node;
  const grows = reasonAt(at, reasons.grows(variable?.name ?? '', push.length > 0 ? 'push()' : 'writes past its end'));
  const isAlone = group.variables.size === 1 && group.allocations.length === 0 && variable?.definitions.length === 1;
  if (variable === undefined || !isAlone || declaration === undefined || !ts.isVariableDeclaration(declaration))
    return grows;
  const origin = originOf(variable, declaration, push, context);
  const fill = push.length === 0 ? fillOf(variable, declaration, context) : undefined;
  const limit = (origin ?? fill)?.limit;
  if (limit === undefined || declaration.initializer === undefined) return grows;
  const length = { expression: limit, demandsLength: false };
  const allocation = { kind: 'grown', node: declaration.initializer, length } as const;
  const allocations = [{ allocation, variable, definition: declaration }];
  return { group: { ...group, allocations, empty: [] }, origin, fills: fill === undefined ? [] : [fill] };
}

/** `for (let i = 0; i < n; i++) a[i] = ...`: until the loop is over the array is shorter than its limit. */
function fillOf(
  variable: Variable,
  declaration: ts.VariableDeclaration,
  { variables, checker }: ConversionContext,
): FillLoop | undefined {
  const fill = fillLoopOf(variable, variables);
  if (fill === undefined || fill.isInclusive || fill.start > 0) return undefined;
  const { loop, limit } = fill;
  if (!isSteadyLimit(limit, variables, checker)) return undefined;
  const isUsedWell = isKnownBefore(limit, declaration, variables) && isShorterUnseen(variable, declaration, loop);
  return isUsedWell ? fill : undefined;
}

function originOf(
  variable: Variable,
  declaration: ts.VariableDeclaration,
  [push, ...more]: readonly ts.CallExpression[],
  { variables, subject }: ConversionContext,
): GrownOrigin | undefined {
  const [value, ...others] = push?.arguments ?? [];
  if (push === undefined || value === undefined || more.length + others.length > 0 || ts.isSpreadElement(value))
    return undefined;
  const statement = push.parent;
  const body = statement.parent;
  const loop = ts.isBlock(body) ? body.parent : body;
  if (!ts.isExpressionStatement(statement) || !ts.isForStatement(loop)) return undefined;
  if (loop.statement !== (ts.isBlock(body) ? body : statement)) return undefined;
  const counting = countingLoop(loop, variables);
  const block = declaration.parent.parent.parent;
  const isNextTo = loop.parent === block && loop.pos > declaration.pos && ts.isBlock(block);
  if (counting === undefined || counting.isInclusive || !isNextTo || mayLeaveEarly(loop.statement)) return undefined;
  // An error in the middle would leave a shorter array behind.
  if (isInTry(loop, subject.node)) return undefined;
  const { condition } = loop;
  const isUsedWell =
    isKnownBefore(counting.limit, declaration, variables) && isShorterUnseen(variable, declaration, loop, push);
  if (!isUsedWell || condition === undefined || !ts.isBinaryExpression(condition)) return undefined;
  return { loop, counter: counting.counter, index: condition.left, limit: counting.limit, push, value };
}

/** In the loop that fills it the array is as long as the counter says, and its length must be what the limit is all the time. */
export function readTooEarly(
  { loop, limit, counter, push }: GrownOrigin,
  uses: ArrayUses,
  models: ReadonlyMap<GroupAllocation, LengthModel>,
  question: Question,
): Reason | undefined {
  const proof = proveBounds(question);
  const pushed = atom(atomOf(counter));
  const early = uses.elements.find(
    ({ node, index }) => node !== push && isInside(node, loop) && !proof.isInBounds(index, pushed, node),
  );
  const name = uses.elements[0]?.variable.name ?? '';
  if (early !== undefined) return reasonAt(early.node, reasons.grows(name, 'push() while it is read'));
  const atPush = proof.polynomialOf(limit, push);
  const isFixed =
    isSteadyLimit(limit, question.variables, question.checker) &&
    [...models.values()].every(
      ({ polynomial, guard }) => guard === 'none' && atPush !== undefined && samePolynomial(atPush, polynomial),
    );
  return isFixed
    ? undefined
    : reasonAt(push, reasons.grows(name, `push(), and ${limit.getText()} may change in the loop`));
}

function isKnownBefore(
  limit: ts.Expression,
  declaration: ts.VariableDeclaration,
  variables: ConversionContext['variables'],
): boolean {
  return mentionedVariables(limit, variables).every(
    (used) =>
      isStable(used, variables) &&
      used.declaration !== undefined &&
      (ts.isParameter(used.declaration) || used.declaration.end < declaration.pos),
  );
}

/** Until the loop is over only single elements are asked for. */
function isShorterUnseen(
  variable: Variable,
  declaration: ts.VariableDeclaration,
  loop: ts.ForStatement,
  push?: ts.CallExpression,
): boolean {
  return variable.references.every((reference) => {
    if (reference === declaration.name || reference.parent === push?.expression) return true;
    if (reference.pos < loop.pos) return false;
    return !isInside(reference, loop) || ts.isElementAccessExpression(wrapped(reference).parent);
  });
}
