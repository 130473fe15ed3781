// Turns one group of flat arrays into typed arrays, whole or not at all.

import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import { type BoundsProof, proveBounds } from '../../source/ranges/bounds-proof.ts';
import { bare } from '../../source/ranges/expressions.ts';
import type { Variable } from '../../source/ranges/function-variables.ts';
import { longestFilledArray } from '../../source/ranges/library-facts.ts';
import { integersBetween, type NumberFact } from '../../source/ranges/number-fact.ts';
import { atom, type Polynomial, samePolynomial } from '../../source/ranges/polynomial.ts';
import { analyzeRanges } from '../../source/ranges/value-ranges.ts';
import { reasonAt } from '../../source/reason-at.ts';
import { isConstantFill } from './allocations.ts';
import type { ArrayGroup, GroupAllocation } from './array-groups.ts';
import { type Cell, cellUpperBound } from './cell-bound.ts';
import { type ChosenElements, chooseElements } from './choose-elements.ts';
import { type ConversionContext, mentionedVariables } from './conversion.ts';
import { printCopies, whyNotCopied } from './copy-out.ts';
import { type ArrayUses, usesOf } from './element-uses.ts';
import { type FillLoop, fillLoops, mayStayUnfilled, seenUnset } from './fill-loop.ts';
import { type GrownOrigin, grownGroup, readTooEarly } from './grown-array.ts';
import {
  boundsOf,
  isStable,
  type LengthModel,
  modelLength,
  type WholeVariable,
  wholeVariableOf,
} from './length-model.ts';
import { printArrays } from './print-arrays.ts';
import { reasons } from './reasons.ts';
import { whyNotReturned } from './why-none.ts';
import { whyNotWorthIt } from './worth-it.ts';

export interface ArrayPlan {
  readonly group: ArrayGroup;
  readonly uses: ArrayUses;
  readonly models: ReadonlyMap<GroupAllocation, LengthModel>;
  readonly chosen: ChosenElements;
  /** The plain array stays unless this variable is whole. */
  readonly whole: WholeVariable | undefined;
  readonly origin: GrownOrigin | undefined;
}

/** Undefined when done; the rewrite is in the context's text. */
export function convertArray(given: ArrayGroup, context: ConversionContext): Reason | undefined {
  const { variables } = context;
  const [obstacle] = given.obstacles;
  if (obstacle !== undefined) return obstacle;
  const { givesTyped = false } = context;
  const asItIs = givesTyped ? undefined : whyNotReturned(given);
  if (asItIs !== undefined) return asItIs;
  const grown = given.empty.length > 0 ? grownGroup(given, context) : undefined;
  if (grown !== undefined && 'code' in grown) return grown;
  const group = grown?.group ?? given;
  const origin = grown?.origin;
  const uses = usesOf(group.variables, variables, origin);
  if ('code' in uses) return uses;
  const fills = grown?.fills ?? (givesTyped && isOnlySet(uses) ? [] : fillLoops(group, variables));
  if ('code' in fills) return fills;
  const unfit = (givesTyped ? undefined : whyNotCopied(uses, context)) ?? mappedFlags(group, context);
  if (unfit !== undefined) return unfit;
  const wholes = grown === undefined ? wholeVariables(group, context) : [];
  let failure: Reason | undefined;
  for (const whole of [undefined, ...(uses.returns.length === 0 ? wholes : [])]) {
    const plan = planArray(group, uses, whole, context, { origin, fills });
    if ('code' in plan) failure ??= plan;
    else {
      const reason = whyNotCheap(plan, context) ?? printArrays(plan, context);
      if (reason === undefined && !givesTyped) printCopies(uses, context);
      return reason;
    }
  }
  return failure;
}

/** What nobody has set would be 0 then, which callers who take the typed array are told. */
function isOnlySet({ elements, numberOnly }: ArrayUses): boolean {
  return elements.every(({ store }) => store?.kind === 'set') && numberOnly.length === 0;
}

/** The assumptions worth a second try: the variable that all lengths of the group are made of is whole. */
function wholeVariables(group: ArrayGroup, context: ConversionContext): readonly WholeVariable[] {
  const question = questionOf(context, assumedIndices(group, context));
  const found = group.allocations.map(({ allocation }) =>
    'length' in allocation ? wholeVariableOf(allocation.length.expression, question) : undefined,
  );
  const [first] = found;
  return first !== undefined &&
    found.every((whole) => whole?.variable === first.variable && whole.offset === first.offset)
    ? [first]
    : [];
}

function questionOf(context: ConversionContext, assumed: ReadonlyMap<Variable, NumberFact>) {
  const { variables, checker } = context;
  return { variables, checker, assumed, ranges: analyzeRanges({ variables, checker, assumed }) };
}

/** The second parameter of the function that makes elements is their index. */
function assumedIndices(group: ArrayGroup, { variables }: ConversionContext): Map<Variable, NumberFact> {
  const assumed = new Map<Variable, NumberFact>();
  for (const index of group.allocations.map(({ allocation }) => indexParameter(allocation))) {
    const variable = index && variables.of(index);
    if (variable?.definitions.length === 1) assumed.set(variable, integersBetween(0, longestFilledArray));
  }
  return assumed;
}

function indexParameter(allocation: GroupAllocation['allocation']): ts.Identifier | undefined {
  const callback = allocation.kind === 'mapped' ? allocation.node.arguments[1] : undefined;
  const node = callback && bare(callback);
  const name = node && ts.isArrowFunction(node) ? node.parameters[1]?.name : undefined;
  return name && ts.isIdentifier(name) ? name : undefined;
}

function mappedFlags(group: ArrayGroup, { checker }: ConversionContext): Reason | undefined {
  const mapped = group.allocations.find(({ allocation }) => {
    if (allocation.kind !== 'mapped' || isConstantFill(allocation.element)) return false;
    return !(checker.getTypeAtLocation(allocation.element).flags & (ts.TypeFlags.NumberLike | ts.TypeFlags.Any));
  });
  return mapped && reasonAt(mapped.definition, reasons.unknownAllocation(mapped.variable.name));
}

function planArray(
  group: ArrayGroup,
  uses: ArrayUses,
  whole: WholeVariable | undefined,
  context: ConversionContext,
  { origin, fills }: { readonly origin: GrownOrigin | undefined; readonly fills: readonly FillLoop[] },
): ArrayPlan | Reason {
  const assumed = assumedIndices(group, context);
  if (whole !== undefined) assumed.set(whole.variable, whole.fact);
  const question = questionOf(context, assumed);
  // A whole length of a plain `new Array(n)` needs no other array for odd values: they throw.
  const throwsForOdd =
    whole?.offset === 0 &&
    group.allocations.every(({ allocation }) => 'length' in allocation && allocation.length.demandsLength);
  const models = new Map<GroupAllocation, LengthModel>();
  for (const entry of group.allocations) {
    const { allocation, variable } = entry;
    if (allocation.kind === 'table') return reasonAt(entry.definition, reasons.notNumber(variable.name, 'a row'));
    const { expression, demandsLength } = allocation.length;
    const model = modelLength(expression, demandsLength, question);
    if (model === undefined) return reasonAt(expression, reasons.unknownLength(variable.name, expression.getText()));
    const settled = usable(model, group, uses, question);
    models.set(entry, throwsForOdd ? { ...settled, guard: 'throw' } : settled);
  }
  const proofs = proofsOf(models, group, question);
  const early = origin && readTooEarly(origin, uses, models, question);
  if (early !== undefined) return early;
  for (const entry of group.allocations) {
    const { variable, definition } = entry;
    const fill = fills.find((one) => one.variable === variable);
    const model = models.get(entry);
    // Lengths of what is there already need no such care.
    const isAnyNumber = whole !== undefined || model?.guard !== 'none';
    if (fill && model && isAnyNumber && mayStayUnfilled(fill, model.expression, question))
      return reasonAt(definition, reasons.unset(variable.name));
    const seen = fill && proofs.map(({ proof, length }) => seenUnset(fill, uses.elements, length, proof)).find(Boolean);
    if (seen !== undefined) return reasonAt(seen === 'short' ? definition : seen.node, reasons.unset(variable.name));
  }
  const proven = new Set<ts.Node>();
  for (const use of uses.elements) {
    // A key that is no number could reach a method or a property of its own.
    if (question.ranges.factOf(use.index).other)
      return reasonAt(
        use.index,
        reasons.escapes(use.variable.name, 'is read with a key that is not known to be a number'),
      );
    if (proofs.every(({ proof, length }) => proof.isInBounds(use.index, length, use.node))) proven.add(use.node);
    else if (use.store !== undefined) return reasonAt(use.node, reasons.mayGrow(use.variable.name, use.node.getText()));
  }
  const cells = new Map<ts.Node, Cell>(uses.elements.map((use) => [use.node, { column: use.index }]));
  const isUpdated = uses.elements.some((use) => use.store !== undefined && use.store.kind !== 'set');
  const chosen = chooseElements({
    ...context,
    assumed,
    name: uses.elements[0]?.variable.name ?? [...group.variables][0]?.name ?? '',
    elements: uses.elements,
    fills: [
      ...group.allocations.flatMap(({ allocation }) =>
        allocation.kind === 'filled' ? [allocation.fill] : allocation.kind === 'mapped' ? [allocation.element] : [],
      ),
      ...uses.fills.map((fill) => fill.value),
    ],
    numberOnly: [...uses.numberOnly, ...uses.returns.map(({ node }) => ({ node, how: 'return' }))],
    isProven: (use) => proven.has(use.node),
    mayCompare: whole === undefined || throwsForOdd,
    upperBound: (ranges) =>
      isUpdated
        ? undefined
        : cellUpperBound({
            ...context,
            ranges,
            proof: proveBounds(question),
            stores: [
              ...uses.elements.flatMap((use) =>
                use.store?.kind === 'set'
                  ? [{ node: use.store.node, cell: { column: use.index }, value: use.store.value }]
                  : [],
              ),
              ...uses.fills.map((fill) => ({ node: fill.node, cell: undefined, value: fill.value })),
            ],
            initial: group.allocations.flatMap(({ allocation }) => initialValues(allocation)),
            cellOf: (expression) => cells.get(expression),
          }),
  });
  if ('code' in chosen) return chosen;
  if (context.givesTyped === true && uses.returns.length > 0) {
    const [{ node, variable }] = uses.returns as readonly [ArrayUses['returns'][number]];
    if (chosen.isBoolean) return reasonAt(node, reasons.returned(variable.name));
    return { group, uses, models, chosen: { ...chosen, kind: 'Float64Array' }, whole: undefined, origin };
  }
  return { group, uses, models, chosen, whole: whole !== undefined && !throwsForOdd ? whole : undefined, origin };
}

function initialValues(
  allocation: GroupAllocation['allocation'],
): readonly { value: ts.Expression; isOwnIndex: boolean }[] {
  if (allocation.kind === 'filled') return [{ value: allocation.fill, isOwnIndex: false }];
  if (allocation.kind !== 'mapped') return [];
  const element = bare(allocation.element);
  const index = indexParameter(allocation);
  return [
    {
      value: allocation.element,
      isOwnIndex: index !== undefined && ts.isIdentifier(element) && element.text === index.text,
    },
  ];
}

/**
 * The polynomial of a length talks about variables as they are when the array is used, so they must be what they were when it was made.
 * Where that is not plain, the length is a quantity of its own.
 */
function usable(
  model: LengthModel,
  group: ArrayGroup,
  uses: ArrayUses,
  question: ReturnType<typeof questionOf>,
): LengthModel {
  const { variables } = question;
  if (mentionedVariables(model.expression, variables).every((variable) => isStable(variable, variables))) return model;
  const [only] = group.variables;
  const proof = proveBounds(question);
  const isUnchanged = uses.elements.every((use) => {
    const atUse = proof.polynomialOf(model.expression, use.node);
    return atUse !== undefined && samePolynomial(atUse, model.polynomial);
  });
  const isTied = group.variables.size === 1 && only?.definitions.length === 1 && isConstDeclared(only);
  return isTied && isUnchanged
    ? model
    : { ...model, polynomial: atom(`L${model.expression.pos}`), equal: new Map(), nearly: new Map() };
}

function isConstDeclared(variable: Variable): boolean {
  const { declaration } = variable;
  return declaration !== undefined && (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0;
}

interface ArrayProof {
  readonly proof: BoundsProof;
  readonly length: Polynomial;
}

function proofsOf(
  models: ReadonlyMap<GroupAllocation, LengthModel>,
  group: ArrayGroup,
  question: ReturnType<typeof questionOf>,
): readonly ArrayProof[] {
  const all = [...models.values()];
  const [first] = all;
  const isCommon = first !== undefined && all.every((model) => samePolynomial(model.polynomial, first.polynomial));
  const lengths = new Map<Variable, Polynomial>(
    isCommon ? [...group.variables].map((variable) => [variable, first.polynomial]) : [],
  );
  return all.map((model) => ({ proof: boundsOf(model, question, lengths), length: model.polynomial }));
}

function whyNotCheap(plan: ArrayPlan, context: ConversionContext): Reason | undefined {
  for (const [{ variable, definition }, model] of plan.models) {
    const largestLength = plan.chosen.ranges.factOf(model.expression).high;
    const why = whyNotWorthIt(
      { name: variable.name, allocation: definition, largestLength, uses: plan.uses.elements.map((use) => use.node) },
      context.subject,
    );
    if (why !== undefined) return why;
  }
  return undefined;
}
