// Decides what kind of elements a group of arrays holds: runs the interval analysis with the elements as an unknown of their own and
// checks every use of an element against what the typed array would give.

import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import { applyOperator } from '../../source/ranges/apply-operator.ts';
import { bare, wrapped } from '../../source/ranges/expressions.ts';
import type { FunctionVariables, Variable } from '../../source/ranges/function-variables.ts';
import { add } from '../../source/ranges/number-arithmetic.ts';
import type { NumberFact } from '../../source/ranges/number-fact.ts';
import * as facts from '../../source/ranges/number-fact.ts';
import { analyzeRanges, type ValueRanges } from '../../source/ranges/value-ranges.ts';
import { reasonAt } from '../../source/reason-at.ts';
import {
  isBooleanValued,
  isDiscarded,
  isOnlyTested,
  narrowestKind,
  type TypedArrayName,
  treatsMissingAsNaN,
} from './element-kind.ts';
import type { ElementUse } from './element-uses.ts';
import { reasons } from './reasons.ts';

interface ElementsQuestion {
  readonly variables: FunctionVariables;
  readonly checker: ts.TypeChecker;
  readonly assumed: ReadonlyMap<Variable, NumberFact>;
  readonly name: string;
  readonly elements: readonly ElementUse[];
  /** Everything else that elements are made from: fill values, initial values. */
  readonly fills: readonly ts.Expression[];
  /** Uses that only numbers survive. */
  readonly numberOnly: readonly { readonly node: ts.Node; readonly how: string }[];
  readonly isProven: (use: ElementUse) => boolean;
  /** A tighter upper bound of the elements, once ranges are known. */
  readonly upperBound: (ranges: ValueRanges) => number | undefined;
  /** Whether reading a flag as a value may be turned into a comparison with 1. */
  readonly mayCompare: boolean;
}

export interface ChosenElements {
  readonly kind: TypedArrayName;
  readonly isBoolean: boolean;
  readonly ranges: ValueRanges;
  /** Reads of flags that need `=== 1`. */
  readonly compared: readonly ElementUse[];
  /** `true` and `false` that flags are compared with, to become 1 and 0. */
  readonly literals: readonly ts.Expression[];
}

export function chooseElements(question: ElementsQuestion): ChosenElements | Reason {
  const isElement = elementTest(question);
  const stored = question.elements.flatMap((use) => (use.store?.kind === 'set' ? [use.store.value] : []));
  const values = [...question.fills, ...stored].filter((value) => !isElement(bare(value)));
  const booleans = values.filter((value) => isBooleanValued(value, isElement, question.checker));
  const changed = question.elements.find((use) => use.store !== undefined && use.store.kind !== 'set');
  const [firstBoolean] = booleans;
  if (firstBoolean === undefined) return chooseNumbers(question);
  if (booleans.length < values.length || changed !== undefined)
    return reasonAt(firstBoolean, reasons.mixed(question.name));
  return chooseFlags(question, isElement);
}

function elementTest(question: ElementsQuestion): (node: ts.Expression) => boolean {
  const nodes = new Set<ts.Node>(question.elements.map((use) => use.node));
  return (node) => nodes.has(node);
}

function chooseFlags(question: ElementsQuestion, isElement: (node: ts.Expression) => boolean): ChosenElements | Reason {
  const [other] = question.numberOnly;
  if (other !== undefined) return reasonAt(other.node, reasons.readAsValue(question.name));
  const roots = new Set<ts.Node>(
    question.elements.flatMap((use) => (use.store?.kind === 'set' ? [use.store.value] : [])),
  );
  const compared: ElementUse[] = [];
  const literals: ts.Expression[] = [];
  // A stored `undefined` is as good as false in a test, but not when it is compared.
  const proven = new Set<ts.Node>(question.elements.filter((use) => question.isProven(use)).map((use) => use.node));
  const isCertain = (value: ts.Expression): boolean => isBooleanValued(value, (node) => proven.has(node), undefined);
  const hasCertainFlags = question.mayCompare && valuesStored(question).every(isCertain);
  for (const use of question.elements) {
    const isTested =
      use.store === undefined
        ? isOnlyTested(use.node, (node) => roots.has(node))
        : isDiscarded(use.store.node) || roots.has(use.store.node);
    if (isTested) continue;
    const literal = hasCertainFlags && use.store === undefined ? literalComparedWith(use.node) : undefined;
    if (literal !== undefined) literals.push(literal);
    else if (hasCertainFlags && use.store === undefined && proven.has(use.node) && isWholeValue(use.node))
      compared.push(use);
    else return reasonAt(use.store?.node ?? use.node, reasons.readAsValue(question.name));
  }
  return { kind: 'Uint8Array', isBoolean: true, ranges: solve(question, isElement), compared, literals };
}

/** The element is all that is returned, or all that initializes a variable: `=== 1` can stand there without parentheses. */
function isWholeValue(node: ts.Expression): boolean {
  const { parent } = wrapped(node);
  return ts.isReturnStatement(parent) || (ts.isVariableDeclaration(parent) && parent.initializer === wrapped(node));
}

/** `false` of `flags[i] === false`. */
function literalComparedWith(node: ts.Expression): ts.Expression | undefined {
  const { parent } = node;
  if (!ts.isBinaryExpression(parent)) return undefined;
  const operator = parent.operatorToken.kind;
  if (operator !== ts.SyntaxKind.EqualsEqualsEqualsToken && operator !== ts.SyntaxKind.ExclamationEqualsEqualsToken)
    return undefined;
  const other = parent.left === node ? parent.right : parent.left;
  return other.kind === ts.SyntaxKind.TrueKeyword || other.kind === ts.SyntaxKind.FalseKeyword ? other : undefined;
}

function chooseNumbers(question: ElementsQuestion): ChosenElements | Reason {
  const isElement = elementTest(question);
  const ranges = solve(question, isElement);
  const fact = ranges.elements ?? facts.anyValue;
  if (fact.other) return notNumber(question, ranges);
  const stores = new Set<ts.Node>(
    question.elements.flatMap((use) => (use.store?.kind === 'set' ? [use.store.value] : [])),
  );
  const isNumber = (node: ts.Expression): boolean => !ranges.factOf(node).other;
  if (fact.missing) {
    const strict = question.elements.find(
      (use) => !treatsMissingAsNaN(use, isNumber, (node) => stores.has(node), question.checker),
    );
    const reading = question.numberOnly[0]?.node ?? strict?.node;
    if (reading !== undefined) return missingStore(question, ranges, reading);
  }
  const upper = fact.integer && fact.high > 2 ** 31 - 1 ? question.upperBound(ranges) : undefined;
  const kind = narrowestKind(upper === undefined ? fact : { ...fact, high: Math.min(fact.high, upper) });
  return { kind, isBoolean: false, ranges, compared: [], literals: [] };
}

function solve(question: ElementsQuestion, isElement: (node: ts.Expression) => boolean): ValueRanges {
  const uses = new Map<ts.Node, ElementUse>(question.elements.map((use) => [use.node, use]));
  return analyzeRanges({
    variables: question.variables,
    checker: question.checker,
    assumed: question.assumed,
    elements: {
      readMayMiss(expression) {
        const use = isElement(expression) ? uses.get(expression) : undefined;
        return use && !question.isProven(use);
      },
      stored(evaluate, elements) {
        let all: NumberFact | undefined;
        const include = (fact: NumberFact | undefined): void => {
          if (fact !== undefined) all = all === undefined ? fact : facts.join(all, fact);
        };
        for (const fill of question.fills) include(evaluate(fill));
        for (const { store } of question.elements) {
          if (store?.kind === 'set') include(evaluate(store.value));
          if (elements === undefined) continue;
          if (store?.kind === 'step') include(add(elements, facts.exactly(store.delta)));
          const operand = store?.kind === 'update' ? evaluate(store.operand) : undefined;
          if (store?.kind === 'update' && operand !== undefined)
            include(applyOperator(store.operator, elements, operand));
        }
        return all;
      },
    },
  });
}

function notNumber(question: ElementsQuestion, ranges: ValueRanges): Reason {
  const values = valuesStored(question);
  const culprit = values.find((value) => ranges.factOf(value).other) ?? values[0];
  const node = culprit ?? question.variables.functionNode;
  return reasonAt(node, reasons.notNumber(question.name, short(node)));
}

function missingStore(question: ElementsQuestion, ranges: ValueRanges, reading: ts.Node): Reason {
  const values = valuesStored(question);
  const culprit = values.find((value) => ranges.factOf(value).missing) ?? reading;
  return reasonAt(culprit, reasons.mayBeMissing(question.name, short(culprit)));
}

function valuesStored(question: ElementsQuestion): readonly ts.Expression[] {
  const stored = question.elements.flatMap(({ store }) =>
    store?.kind === 'set' ? [store.value] : store?.kind === 'update' ? [store.operand] : [],
  );
  return [...question.fills, ...stored];
}

function short(node: ts.Node): string {
  const text = node.getText().replaceAll(/\s+/g, ' ');
  return text.length > 40 ? `${text.slice(0, 37)}...` : text;
}
