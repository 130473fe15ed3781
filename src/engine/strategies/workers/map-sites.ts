// Finds the `xs.map(callback)` calls of a subject (and those of its relatives, from `filter` to `find`), and what each callback takes from around it.
// What speaks against splitting one is left to map-reasons.ts.
import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import type { ObserveAnswer } from '../../process/protocol.ts';
import { type FreeName, freeNames } from '../../source/names.ts';
import { isPrimitiveType } from '../../source/primitive-types.ts';
import { isInside } from '../../source/ranges/expressions.ts';
import type { Subject } from '../../source/subject.ts';
import { type Reduction, readReduction, readValueForEach, workOf } from './array-reduction.ts';
import { shownMap } from './as-maps.ts';
import { asynchronousCallee, awaitedAll } from './awaited-maps.ts';
import { readBlockForEach, workText } from './block-reduction.ts';
import { indexOfCallback } from './callback-index.ts';
import { functionNamed } from './called-functions.ts';
import { collectedBy } from './for-each.ts';
import type { FoundMap, MapMethod } from './found-map.ts';
import { mapReasons } from './map-reasons.ts';
import type { OwnAccumulator } from './own-accumulator.ts';
import { reasonAt } from './shape-proposal.ts';
import { isElementRead } from './shared-numbers.ts';
import { isCopied, typedArrayClass } from './shared-views.ts';
import { observedParameter } from './shown-values.ts';

export interface MapSite extends FoundMap {
  readonly reasons: readonly Reason[];
  readonly caveats: readonly Reason[];
}

export function arrayMapSites(subject: Subject, observed: readonly ObserveAnswer[]): readonly MapSite[] {
  const sites: MapSite[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && node !== subject.node) return;
    const site = mapSite(node, subject, observed);
    if (site !== undefined) sites.push(site);
    ts.forEachChild(node, visit);
  };
  visit(subject.node.body ?? subject.node);
  return sites;
}

const METHODS: readonly MapMethod[] = [
  ...(['map', 'filter', 'flatMap', 'reduce', 'forEach'] as const),
  ...(['some', 'every', 'find', 'findIndex'] as const),
];
/** What a part can be told: the number of its first element, and the whole array. */
const TELLING: ReadonlySet<MapMethod> = new Set(METHODS.filter((method) => method !== 'reduce'));

function mapSite(node: ts.Node, subject: Subject, observed: readonly ObserveAnswer[]): MapSite | undefined {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  const method = METHODS.find((one) => one === (node.expression as ts.PropertyAccessExpression).name.text);
  if (method === undefined) return undefined;
  const { checker, sourceFile } = subject;
  const array = node.expression.expression;
  const arrayType = checker.getTypeAtLocation(array);
  const isArray = checker.isArrayType(arrayType) || checker.isTupleType(arrayType);
  const seen = observedParameter(array, subject, observed);
  const isUnknown = (arrayType.flags & ts.TypeFlags.Any) !== 0;
  const isArrayAsSeen = isUnknown && seen.length > 0 && seen.every(({ kind }) => kind === 'array');
  const typedArray = method === 'map' ? typedArrayClass(arrayType) : undefined;
  if (!isArray && !isArrayAsSeen && typedArray === undefined) return undefined;

  const [callback] = node.arguments;
  const fn = callback === undefined ? undefined : callbackFunction(callback, checker);
  const signature = fn === undefined ? undefined : checker.getSignatureFromDeclaration(fn);
  const own = method === 'forEach' ? collectedBy(node, subject) : undefined;
  const reduction =
    method === 'reduce'
      ? readReduction(node, checker)
      : method === 'forEach' && own === undefined
        ? (readBlockForEach(node, subject) ?? readValueForEach(node, subject))
        : undefined;
  const awaited = method === 'map' && subject.listing.isAsync ? awaitedAll(node, subject) : undefined;
  const free =
    callback === undefined ? [] : namesFromAround(reduction ? workOf(reduction) : [callback], callback, checker);
  const arrayName = ts.isIdentifier(array) ? array.text : undefined;
  const captured = free.filter(
    ({ kind, symbol }) =>
      (kind === 'enclosing-parameter' || kind === 'enclosing-variable') && (own === undefined || symbol !== own.target),
  );
  // Only how long it is can be asked before.
  const usesWhole =
    TELLING.has(method) &&
    captured.some(({ name, uses }) =>
      name !== arrayName
        ? false
        : typedArray === undefined
          ? uses.some((use) => !isLength(use.parent))
          : uses.every((use) => ts.isIdentifier(use) && (isElementRead(use, checker) || isCopied(use))),
    );
  const elementType = checker.getIndexTypeOfType(arrayType, ts.IndexKind.Number) ?? arrayType;
  const keepsElements = method === 'filter' && !isPrimitiveType(elementType);
  const site: FoundMap = {
    ...{ call: node, method, awaited, own, keepsElements, usesWhole },
    asynchronous: awaited && callback && asynchronousCallee(callback, checker),
    shown: shownMap(array, method, checker),
    ...{ array, typedArray },
    arrayText: array.getText(sourceFile),
    arrayName,
    seen,
    fn,
    reduction,
    index: TELLING.has(method) ? indexOfCallback(callback, checker) : undefined,
    callbackText: reduction === undefined ? callbackText(callback, sourceFile) : valueCallback(reduction, subject),
    elementType,
    resultType: own
      ? collectedType(own, checker)
      : keepsElements
        ? (signature?.getReturnType() ?? arrayType)
        : (resultType(node, method, reduction, signature, checker, awaited !== undefined) ?? arrayType),
    free,
    captured: captured
      .filter(({ name }) => !(usesWhole && name === arrayName))
      .map(({ name, uses }) => ({ name, type: checker.getTypeAtLocation(uses[0] ?? node), use: uses[0] ?? node })),
    weight: fn?.getText().length ?? 0,
  };
  const onlySeen = `That \`${site.arrayText}\` is an array was seen on the inputs of this run only.`;
  return {
    ...site,
    reasons: mapReasons(site, subject, observed),
    caveats: isArray || typedArray !== undefined ? [] : [reasonAt(array, subject.file, 'C8', onlySeen)],
  };
}

/** Of one element; a search hands back a number or a boolean. */
function resultType(
  node: ts.CallExpression,
  method: MapMethod,
  reduction: Reduction | undefined,
  signature: ts.Signature | undefined,
  checker: ts.TypeChecker,
  isAwaited: boolean,
): ts.Type | undefined {
  switch (method) {
    case 'map': {
      const result = signature?.getReturnType();
      return isAwaited && result !== undefined ? checker.getAwaitedType(result) : result;
    }
    case 'filter':
    case 'flatMap':
      return elementOf(node, checker);
    case 'reduce':
    case 'forEach':
      // Several values are told apart where they are written down (array-map.ts).
      if (reduction?.kind === 'block') return reduction.values[0]?.type;
      return reduction === undefined ? checker.getNumberType() : checker.getTypeAtLocation(reduction.value);
    default:
      return checker.getNumberType();
  }
}

function isLength(access: ts.Node): boolean {
  return ts.isPropertyAccessExpression(access) && access.name.text === 'length';
}

/** Of what a part hands over; of a list, of its elements. */
function collectedType({ of, target }: OwnAccumulator, checker: ts.TypeChecker): ts.Type {
  const type = checker.getTypeOfSymbol(target);
  return (of === 'list' ? checker.getIndexTypeOfType(type, ts.IndexKind.Number) : undefined) ?? type;
}

/** The work of an asynchronous callback as an ordinary function. */
function callbackText(callback: ts.Expression | undefined, sourceFile: ts.SourceFile): string {
  return callback?.getText(sourceFile).replace(/^async\s+/, '') ?? '';
}

/** A part of a callback takes what the callback declares with it. */
function namesFromAround(
  parts: readonly ts.Node[],
  callback: ts.Expression,
  checker: ts.TypeChecker,
): readonly FreeName[] {
  return freeNames(callback, checker).flatMap((name) => {
    const uses = name.uses.filter((use) => parts.some((part) => isInside(use, part)));
    return uses.length === 0 ? [] : [{ ...name, uses }];
  });
}

function valueCallback(reduction: Reduction, { text: source, style }: Subject): string {
  if (reduction.kind === 'block') return workText(reduction, source, style.semicolons ? ';' : '');
  const { element, value } = reduction;
  const text = value.getText();
  return `(${element.getText()}) => ${text.startsWith('{') ? `(${text})` : text}`;
}

function elementOf(node: ts.Expression, checker: ts.TypeChecker): ts.Type | undefined {
  return checker.getIndexTypeOfType(checker.getTypeAtLocation(node), ts.IndexKind.Number);
}

function callbackFunction(callback: ts.Expression, checker: ts.TypeChecker): ts.SignatureDeclaration | undefined {
  if (ts.isArrowFunction(callback) || ts.isFunctionExpression(callback)) return callback;
  return ts.isIdentifier(callback) ? functionNamed(callback, checker) : undefined;
}
