// Finds the `xs.map(callback)` calls of a subject (and `filter` and `flatMap`), and what each callback takes from around it. What speaks against splitting one is left to
// map-reasons.ts.
import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import type { ObserveAnswer } from '../../process/protocol.ts';
import { freeNames } from '../../source/names.ts';
import type { Subject } from '../../source/subject.ts';
import { functionNamed } from './called-functions.ts';
import type { FoundMap } from './found-map.ts';
import { mapReasons } from './map-reasons.ts';
import { reasonAt } from './shape-proposal.ts';
import { observedParameter, shorten } from './shown-values.ts';

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
  visit(subject.node);
  return sites;
}

function mapSite(node: ts.Node, subject: Subject, observed: readonly ObserveAnswer[]): MapSite | undefined {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  const method = node.expression.name.text;
  if (method !== 'map' && method !== 'filter' && method !== 'flatMap') return undefined;
  const { checker, sourceFile } = subject;
  const array = node.expression.expression;
  const arrayType = checker.getTypeAtLocation(array);
  const isArray = checker.isArrayType(arrayType) || checker.isTupleType(arrayType);
  const seen = observedParameter(array, subject, observed);
  const isUnknown = (arrayType.flags & ts.TypeFlags.Any) !== 0;
  const isArrayAsSeen = isUnknown && seen.length > 0 && seen.every(({ kind }) => kind === 'array');
  if (!isArray && !isArrayAsSeen) return undefined;

  const [callback] = node.arguments;
  const fn = callback === undefined ? undefined : callbackFunction(callback, checker);
  const signature = fn === undefined ? undefined : checker.getSignatureFromDeclaration(fn);
  const free = callback === undefined ? [] : freeNames(callback, checker);
  const site: FoundMap = {
    call: node,
    method,
    shown: `${shorten(array.getText(sourceFile))}.${method}(…)`,
    array,
    arrayText: array.getText(sourceFile),
    arrayName: ts.isIdentifier(array) ? array.text : undefined,
    seen,
    fn,
    callbackText: callback?.getText(sourceFile) ?? '',
    elementType: checker.getIndexTypeOfType(arrayType, ts.IndexKind.Number) ?? arrayType,
    resultType: (method === 'map' ? signature?.getReturnType() : elementOf(node, checker)) ?? arrayType,
    free,
    captured: free
      .filter(({ kind }) => kind === 'enclosing-parameter' || kind === 'enclosing-variable')
      .map(({ name, uses }) => ({ name, type: checker.getTypeAtLocation(uses[0] ?? node), use: uses[0] ?? node })),
    weight: fn?.getText().length ?? 0,
  };
  const onlySeen = `That \`${site.arrayText}\` is an array was seen on the inputs of this run only.`;
  return {
    ...site,
    reasons: mapReasons(site, subject, observed),
    caveats: isArray ? [] : [reasonAt(array, subject.file, 'C8', onlySeen)],
  };
}

function elementOf(node: ts.Expression, checker: ts.TypeChecker): ts.Type | undefined {
  return checker.getIndexTypeOfType(checker.getTypeAtLocation(node), ts.IndexKind.Number);
}

function callbackFunction(callback: ts.Expression, checker: ts.TypeChecker): ts.SignatureDeclaration | undefined {
  if (ts.isArrowFunction(callback) || ts.isFunctionExpression(callback)) return callback;
  return ts.isIdentifier(callback) ? functionNamed(callback, checker) : undefined;
}
