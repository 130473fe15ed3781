// Which local variables hold the same arrays: a group is closed under assignment between variables, so that it is rewritten as a whole
// or not at all (the rows of an edit distance that take turns).

import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import type { Definition } from '../../source/ranges/definitions.ts';
import { bare, wrapped } from '../../source/ranges/expressions.ts';
import type { FunctionVariables, Variable } from '../../source/ranges/function-variables.ts';
import { reasonAt } from '../../source/reason-at.ts';
import { type Allocation, allocationOf, type NotAllocated, unsetAllocation } from './allocations.ts';
import { reasons } from './reasons.ts';

export interface GroupAllocation {
  readonly allocation: Allocation;
  readonly variable: Variable;
  /** The declaration or assignment that puts it into the variable. */
  readonly definition: ts.Node;
}

export interface ArrayGroup {
  readonly variables: ReadonlySet<Variable>;
  readonly allocations: readonly GroupAllocation[];
  /** Variables that begin as `[]`. */
  readonly empty: readonly { readonly variable: Variable; readonly definition: ts.Node }[];
  /** Those of `new Array(n)`, which begin unset. */
  readonly unset: readonly GroupAllocation[];
  /** What keeps the group from being understood. */
  readonly obstacles: readonly Reason[];
}

/** Groups of local variables that hold number or boolean arrays, in the order of their first allocation. */
export function collectGroups(variables: FunctionVariables, checker: ts.TypeChecker): readonly ArrayGroup[] {
  const grouped = new Set<Variable>();
  const groups: ArrayGroup[] = [];
  for (const variable of variables.all) {
    if (variable.isFree || grouped.has(variable) || !mayHoldNumbers(variable, checker)) continue;
    if (
      !variable.definitions.some(
        (definition) => definition.kind === 'value' && allocationOf(definition.expression, checker) !== undefined,
      )
    )
      continue;
    const group = closeGroup(variable, variables, checker);
    for (const member of group.variables) grouped.add(member);
    groups.push(group);
  }
  return groups;
}

function closeGroup(start: Variable, variables: FunctionVariables, checker: ts.TypeChecker): ArrayGroup {
  const members = new Set([start]);
  const allocations: GroupAllocation[] = [];
  const empty: { variable: Variable; definition: ts.Node }[] = [];
  const obstacles: Reason[] = [];
  const unset: GroupAllocation[] = [];
  for (const variable of members) {
    for (const definition of variable.definitions) {
      const source = sourceOf(variable, definition, variables);
      const alias = source && variables.of(bare(source));
      const known = source && allocationOf(source, checker);
      const begun = known === 'unset' ? source && unsetAllocation(source, checker) : undefined;
      const allocation = begun ?? known;
      if (alias !== undefined && !alias.isFree) members.add(alias);
      else if (typeof allocation === 'object') {
        const made = { allocation, variable, definition: definition.node };
        allocations.push(made);
        if (begun !== undefined) unset.push(made);
      } else if (allocation === 'empty') empty.push({ variable, definition: definition.node });
      else if (definition.kind !== 'unset')
        obstacles.push(reasonAt(definition.node, whyNotAllocated(variable.name, allocation)));
    }
    for (const reference of variable.references) {
      const target = aliasTarget(reference, variables);
      if (target !== undefined && !target.isFree) members.add(target);
    }
  }
  return { variables: members, allocations, empty, unset, obstacles };
}

function whyNotAllocated(name: string, allocation: NotAllocated | undefined): ReturnType<typeof reasons.unset> {
  switch (allocation) {
    case 'unset':
      return reasons.unset(name);
    case 'shared-rows':
      return reasons.sharedRows(name);
    case undefined:
      return reasons.otherArrays(name);
    default:
      return reasons.unknownAllocation(name);
  }
}

/** The expression whose value a definition takes over; for a swap, the one in the same place on the right. */
function sourceOf(variable: Variable, definition: Definition, variables: FunctionVariables): ts.Expression | undefined {
  if (definition.kind === 'value') return definition.expression;
  if (definition.kind !== 'typed' || !ts.isArrayLiteralExpression(definition.node)) return undefined;
  const swap = swapOf(definition.node);
  const place = swap?.targets.findIndex((target) => variables.of(target) === variable);
  return place === undefined ? undefined : swap?.sources[place];
}

/** `[a, b] = [b, a]` as a statement of its own. */
interface Swap {
  readonly targets: readonly ts.Expression[];
  readonly sources: readonly ts.Expression[];
}

export function swapOf(pattern: ts.ArrayLiteralExpression): Swap | undefined {
  const { parent } = pattern;
  if (!ts.isBinaryExpression(parent) || parent.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return undefined;
  if (!ts.isExpressionStatement(parent.parent)) return undefined;
  const [left, right] = [parent.left, bare(parent.right)];
  if (
    !ts.isArrayLiteralExpression(left) ||
    !ts.isArrayLiteralExpression(right) ||
    left.elements.length !== right.elements.length
  )
    return undefined;
  return [...left.elements, ...right.elements].every(ts.isIdentifier)
    ? { targets: left.elements, sources: right.elements }
    : undefined;
}

/** The variable that takes over the array that a mention reads. */
export function aliasTarget(reference: ts.Identifier, variables: FunctionVariables): Variable | undefined {
  const value = wrapped(reference);
  const { parent } = value;
  if (ts.isVariableDeclaration(parent) && parent.initializer === value) return variables.of(parent.name);
  if (
    ts.isBinaryExpression(parent) &&
    parent.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    parent.right === value
  ) {
    return variables.of(bare(parent.left));
  }
  if (!ts.isArrayLiteralExpression(parent)) return undefined;
  const swap = swapOf(parent);
  const target = swap?.targets[swap.sources.indexOf(reference)];
  return target && variables.of(target);
}

/** Declared as an array of numbers or booleans, or as nothing in particular. */
function mayHoldNumbers(variable: Variable, checker: ts.TypeChecker): boolean {
  const { declaration } = variable;
  if (declaration === undefined || !ts.isVariableDeclaration(declaration)) return false;
  const element = elementType(checker.getTypeOfSymbolAtLocation(variable.symbol, declaration), checker);
  const inner = element && (elementType(element, checker) ?? element);
  return inner !== undefined && isNumberOrBoolean(inner);
}

function elementType(type: ts.Type, checker: ts.TypeChecker): ts.Type | undefined {
  return checker.isArrayType(type) ? checker.getTypeArguments(type as ts.TypeReference)[0] : undefined;
}

function isNumberOrBoolean(type: ts.Type): boolean {
  const flags =
    ts.TypeFlags.NumberLike |
    ts.TypeFlags.BooleanLike |
    ts.TypeFlags.Any |
    ts.TypeFlags.Undefined |
    ts.TypeFlags.Null |
    ts.TypeFlags.Never;
  return type.isUnion() ? type.types.every(isNumberOrBoolean) : (type.flags & flags) !== 0;
}
