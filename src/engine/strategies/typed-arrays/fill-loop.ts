// The loop that sets every element of an array before anybody can look at an unset one: `for (let i = 0; i < n; i++) a[i] = ...` in the block that
// makes the array, perhaps after the first elements were set one by one. In the loop only what earlier rounds have set may be read.
import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import { hasJump, statementsOf } from '../../source/loops/counted-loop.ts';
import type { BoundsProof } from '../../source/ranges/bounds-proof.ts';
import { bare, isInside, wrapped } from '../../source/ranges/expressions.ts';
import type { FunctionVariables, Variable } from '../../source/ranges/function-variables.ts';
import { atomOf } from '../../source/ranges/place-proof.ts';
import { atom, constant, type Polynomial, plus, samePolynomial } from '../../source/ranges/polynomial.ts';
import type { ValueRanges } from '../../source/ranges/value-ranges.ts';
import { reasonAt } from '../../source/reason-at.ts';
import type { ArrayGroup } from './array-groups.ts';
import { mentionedVariables } from './conversion.ts';
import type { ElementUse } from './element-uses.ts';
import { isStable } from './length-model.ts';
import { reasons } from './reasons.ts';
import { countingFrom } from './table-origin.ts';

export interface FillLoop {
  readonly variable: Variable;
  readonly loop: ts.ForStatement;
  readonly counter: Variable;
  readonly limit: ts.Expression;
  readonly isInclusive: boolean;
  /** Elements that are set before. */
  readonly start: number;
  /** The statement of the body after which the round's element is set. */
  readonly setBy: ts.Statement;
}

/** An element that nobody has set is undefined in one array and 0 in the other. */
export function fillLoops({ unset }: ArrayGroup, variables: FunctionVariables): readonly FillLoop[] | Reason {
  const fills: FillLoop[] = [];
  for (const { variable, definition } of unset) {
    const fill = definition === variable.declaration ? fillLoopOf(variable, variables) : undefined;
    if (fill === undefined) return reasonAt(definition, reasons.unset(variable.name));
    fills.push(fill);
  }
  return fills;
}

/** Of the array that the declaration makes. Undefined when an unset element could be seen; whether the loop gets to the end of the array is left to be proven. */
export function fillLoopOf(variable: Variable, variables: FunctionVariables): FillLoop | undefined {
  const { declaration } = variable;
  const statement = declaration?.parent.parent;
  if (declaration === undefined || !ts.isVariableDeclaration(declaration)) return undefined;
  if (statement === undefined || !ts.isVariableStatement(statement) || !ts.isBlock(statement.parent)) return undefined;
  const { parent: block } = statement;
  // What is declared with `var` may be read after its block, and in its next round.
  const isOfBlock = (declaration.parent.flags & ts.NodeFlags.BlockScoped) !== 0;
  if (!isOfBlock && block.parent !== variables.functionNode) return undefined;
  const mentions = variable.references.filter(
    (reference) => reference !== declaration.name && !isAskedForLength(reference),
  );
  if (mentions.some((reference) => reference.pos < statement.end)) return undefined;
  const set = new Set<number>();
  for (const next of block.statements.slice(block.statements.indexOf(statement) + 1)) {
    const within = mentions.filter((reference) => isInside(reference, next));
    if (within.length === 0) continue;
    if (ts.isForStatement(next)) return loopThatFills(next, variable, within, set, variables);
    const first = setOnce(next, variable, variables);
    if (first === undefined || within.length > 1) return undefined;
    set.add(first);
  }
  return undefined;
}

function isAskedForLength(reference: ts.Identifier): boolean {
  const { parent } = reference;
  return ts.isPropertyAccessExpression(parent) && parent.name.text === 'length';
}

/** The index of `a[0] = value;`. */
function setOnce(statement: ts.Statement, variable: Variable, variables: FunctionVariables): number | undefined {
  const access = setIn(statement, variable, variables);
  const index = access && bare(access.argumentExpression);
  return index !== undefined && ts.isNumericLiteral(index) ? Number(index.text) : undefined;
}

/** `a[...]` of `a[...] = value;`. */
function setIn(
  statement: ts.Statement,
  variable: Variable,
  variables: FunctionVariables,
): ts.ElementAccessExpression | undefined {
  const stored = ts.isExpressionStatement(statement) ? bare(statement.expression) : undefined;
  if (stored === undefined || !ts.isBinaryExpression(stored)) return undefined;
  if (stored.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return undefined;
  const target = bare(stored.left);
  const isElement = ts.isElementAccessExpression(target) && target.questionDotToken === undefined;
  return isElement && variables.of(bare(target.expression)) === variable ? target : undefined;
}

function loopThatFills(
  loop: ts.ForStatement,
  variable: Variable,
  mentions: readonly ts.Identifier[],
  set: ReadonlySet<number>,
  variables: FunctionVariables,
): FillLoop | undefined {
  const counting = countingFrom(loop, variables);
  if (counting === undefined || hasJump(loop.statement)) return undefined;
  const { counter, limit, start } = counting;
  for (let index = 0; index < start; index += 1) if (!set.has(index)) return undefined;
  if (mentionedVariables(limit, variables).some((used) => used !== variable && !isStable(used, variables)))
    return undefined;
  const areElements = mentions.every((reference) => ts.isElementAccessExpression(wrapped(reference).parent));
  const setBy = statementsOf(loop.statement).find((statement) => isSetBy(statement, variable, counter, variables));
  return areElements && setBy !== undefined ? { ...counting, variable, loop, setBy } : undefined;
}

/** On every path through the statement. */
function isSetBy(
  statement: ts.Statement,
  variable: Variable,
  counter: Variable,
  variables: FunctionVariables,
): boolean {
  const isSet = (inner: ts.Statement): boolean => isSetBy(inner, variable, counter, variables);
  if (ts.isBlock(statement)) return statement.statements.some(isSet);
  if (ts.isIfStatement(statement))
    return statement.elseStatement !== undefined && isSet(statement.thenStatement) && isSet(statement.elseStatement);
  const access = setIn(statement, variable, variables);
  return access !== undefined && variables.of(bare(access.argumentExpression)) === counter;
}

/**
 * A plain array of any length costs nothing before it is filled; a typed one takes its memory at once, or throws where there is not enough.
 * So the function must not be left before the array is full, unless that is known to happen only while it is small.
 */
export function mayStayUnfilled(
  { variable, loop }: FillLoop,
  length: ts.Expression,
  { variables, ranges }: { readonly variables: FunctionVariables; readonly ranges: ValueRanges },
): boolean {
  const block = loop.parent;
  const names = identifiersOf(length).filter((name) => variables.of(name) !== undefined);
  const isLeft = (node: ts.Node): boolean => {
    if (ts.isFunctionLike(node)) return false;
    const isExit = ts.isReturnStatement(node) || ts.isThrowStatement(node) || ts.isYieldExpression(node);
    if (isExit && !names.every((name) => ranges.factAt(name, node).high <= smallLength)) return true;
    return ts.forEachChild(node, isLeft) ?? false;
  };
  return (
    ts.isBlock(block) &&
    block.statements.some(
      (statement) =>
        statement.end <= loop.end && statement.pos > (variable.declaration?.pos ?? loop.pos) && isLeft(statement),
    )
  );
}

const smallLength = 2 ** 20;

function identifiersOf(node: ts.Node): readonly ts.Identifier[] {
  if (ts.isIdentifier(node)) return [node];
  const found: ts.Identifier[] = [];
  ts.forEachChild(node, (child) => {
    found.push(...identifiersOf(child));
  });
  return found;
}

/** Where the loop reads what it may not have set yet; 'short' when it is not known to get to the end of the array. */
export function seenUnset(
  fill: FillLoop,
  elements: readonly ElementUse[],
  length: Polynomial,
  proof: BoundsProof,
): ElementUse | 'short' | undefined {
  const { loop, limit, isInclusive, setBy, counter, variable } = fill;
  const end = proof.polynomialOf(limit, limit);
  if (end === undefined || !samePolynomial(plus(end, constant(isInclusive ? 1 : 0)), length)) return 'short';
  const setBefore = atom(atomOf(counter));
  return elements.find((use) => {
    if (use.variable !== variable || use.store?.kind === 'set' || !isInside(use.node, loop)) return false;
    const isSet = use.node.pos >= setBy.end ? plus(setBefore, constant(1)) : setBefore;
    return !proof.isInBounds(use.index, isSet, use.node);
  });
}
