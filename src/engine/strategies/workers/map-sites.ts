// The `xs.map(callback)` calls of a subject, each with what the callback takes from around it and what speaks against splitting it.
import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import type { ObserveAnswer } from '../../process/protocol.ts';
import { analyzeEffects, type EffectKind } from '../../source/effects.ts';
import { freeNames } from '../../source/names.ts';
import type { Subject, SubjectNode } from '../../source/subject.ts';
import { functionNamed } from './called-functions.ts';
import { copyableType, isPrimitiveType } from './copyable-types.ts';
import { sharedResult } from './own-results.ts';
import { reasonAt } from './shape-proposal.ts';

export interface MapSite {
  readonly call: ts.CallExpression;
  /** `xs.map(…)`, for people. */
  readonly shown: string;
  readonly arrayText: string;
  /** When the array is a variable. */
  readonly arrayName: string | undefined;
  readonly callbackText: string;
  readonly elementType: ts.Type;
  readonly resultType: ts.Type;
  /** Local variables and parameters that the callback reads. */
  readonly captured: readonly { readonly name: string; readonly type: ts.Type }[];
  /** Length of the callback's code: the heaviest is worth the most. */
  readonly weight: number;
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
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression) || node.expression.name.text !== 'map') return undefined;
  const { checker, sourceFile } = subject;
  const array = node.expression.expression;
  const arrayType = checker.getTypeAtLocation(array);
  const isArray = checker.isArrayType(arrayType) || checker.isTupleType(arrayType);
  const seen = observedParameter(array, subject, observed);
  const isArrayAsSeen = (arrayType.flags & ts.TypeFlags.Any) !== 0 && seen.length > 0 && seen.every(({ kind }) => kind === 'array');
  if (!isArray && !isArrayAsSeen) return undefined;

  const [callback] = node.arguments;
  const fn = callback === undefined ? undefined : callbackFunction(callback, checker);
  const elementType = checker.getIndexTypeOfType(arrayType, ts.IndexKind.Number) ?? arrayType;
  const resultType = fn === undefined ? arrayType : (checker.getSignatureFromDeclaration(fn)?.getReturnType() ?? arrayType);
  const free = callback === undefined ? [] : freeNames(callback, checker);
  const captured = free
    .filter(({ kind }) => kind === 'enclosing-parameter' || kind === 'enclosing-variable')
    .map(({ name, uses }) => ({ name, type: checker.getTypeAtLocation(uses[0] ?? node), use: uses[0] ?? node }));
  const at = (place: ts.Node, code: string, message: string, unlock?: string) => reasonAt(place, subject.file, code, message, unlock);
  const shown = `${shorten(array.getText(sourceFile))}.map(…)`;

  const arrayName = ts.isIdentifier(array) ? array.text : undefined;
  const reasons: Reason[] = [];
  if (node.questionDotToken !== undefined || node.expression.questionDotToken !== undefined) {
    reasons.push(at(node, 'W5', `\`${shown}\` is called only when there is an array.`, 'Handle the missing array before.'));
  } else if (node.arguments.length !== 1 || callback === undefined) {
    reasons.push(at(node, 'W5', `\`${shown}\` is given a value for \`this\`, which a worker does not have.`));
  } else if (fn === undefined) {
    reasons.push(at(callback, 'C1', `The callback of \`${shown}\` is not a function of this project, so it is not known what it does.`));
  } else {
    reasons.push(...callbackReasons(fn, callback, shown, subject));
    for (const one of free) {
      if (one.kind === 'this' || one.kind === 'arguments') {
        reasons.push(at(one.uses[0] ?? node, 'W6', `The callback of \`${shown}\` uses \`${one.name}\`, which a worker does not have.`));
      }
    }
    for (const one of captured) {
      const { answer, because } = copyableType(one.type, node, checker);
      if (one.name === arrayName) {
        reasons.push(at(one.use, 'W5', `The callback of \`${shown}\` uses the whole array, which every worker would need a copy of.`, 'Compute what it needs from the array before.'));
      } else if (answer === 'no') {
        reasons.push(at(one.use, 'W6', `\`${one.name}\` cannot be handed to a worker, because ${because ?? 'it does not survive copying'}.`));
      } else if (answer === 'unknown' && !isCopyableAsSeen(one.use, subject, observed)) {
        reasons.push(at(one.use, 'C8', `It is not known whether \`${one.name}\` can be handed to a worker: its type is not known.`, `Declare the type of \`${one.name}\`.`));
      }
    }
    reasons.push(...valueReasons({ fn, node, array, elementType, resultType, shown, seen }, subject));
  }
  const caveats = isArray ? [] : [at(array, 'C8', `That \`${array.getText(sourceFile)}\` is an array was seen on the inputs of this run only.`)];
  return {
    call: node,
    shown,
    arrayText: array.getText(sourceFile),
    arrayName,
    callbackText: callback?.getText(sourceFile) ?? '',
    elementType,
    resultType,
    captured,
    weight: fn?.getText().length ?? 0,
    reasons,
    caveats,
  };
}

function callbackFunction(callback: ts.Expression, checker: ts.TypeChecker): ts.SignatureDeclaration | undefined {
  if (ts.isArrowFunction(callback) || ts.isFunctionExpression(callback)) return callback;
  return ts.isIdentifier(callback) ? functionNamed(callback, checker) : undefined;
}

/** What the callback does to anything but its own element; reads of the module's state are the subject's effects already. */
const CALLBACK_EFFECTS: Readonly<Partial<Record<EffectKind, readonly [code: string, because: string]>>> = {
  'writes-parameter': ['W7', 'a worker would change a copy of the element'],
  'writes-outside': ['W1', 'one element would depend on the ones before it'],
  'writes-this': ['W6', 'a worker has no access to the object'],
  'unknown-call': ['C1', 'a worker could not be trusted to do the same'],
  awaits: ['W5', 'its results are promises, which cannot be copied'],
};

function callbackReasons(fn: ts.SignatureDeclaration, callback: ts.Expression, shown: string, subject: Subject): readonly Reason[] {
  const reasons: Reason[] = [];
  const isAsync = ts.canHaveModifiers(fn) && ts.getModifiers(fn)?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) === true;
  if (isAsync || ('asteriskToken' in fn && fn.asteriskToken !== undefined)) {
    return [reasonAt(callback, subject.file, 'W5', `The callback of \`${shown}\` is not an ordinary function, and what it gives cannot be copied.`)];
  }
  if (fn.parameters.length > 1 || fn.parameters.some(({ dotDotDotToken }) => dotDotDotToken !== undefined)) {
    const message = `The callback of \`${shown}\` takes more than the element (the index, or the whole array), which a part of the array does not know.`;
    reasons.push(reasonAt(callback, subject.file, 'W5', message, 'Put what it needs into the elements, or use only the element.'));
  }
  for (const effect of analyzeEffects(subject, fn as SubjectNode).effects) {
    const known = CALLBACK_EFFECTS[effect.kind];
    if (known === undefined) continue;
    const [code, because] = known;
    reasons.push({ code, message: `The callback of \`${shown}\` ${effect.message}: ${because}.`, line: effect.line, column: effect.column });
  }
  return reasons;
}

interface SiteValues {
  readonly fn: ts.SignatureDeclaration;
  readonly node: ts.CallExpression;
  readonly array: ts.Expression;
  readonly elementType: ts.Type;
  readonly resultType: ts.Type;
  readonly shown: string;
  readonly seen: readonly ObserveAnswer['arguments'][number][];
}

function valueReasons({ fn, node, array, elementType, resultType, shown, seen }: SiteValues, subject: Subject): readonly Reason[] {
  const { checker, file } = subject;
  const element = copyableType(elementType, node, checker);
  const result = copyableType(resultType, node, checker);
  const elementsSeen = seen.flatMap(({ elements }) => (elements === undefined ? [] : [elements]));
  const isRefuted = seen.some(({ cloneable }) => !cloneable) || elementsSeen.some(({ cloneable }) => !cloneable);
  const reasons: Reason[] = [];
  if (element.answer === 'no' || isRefuted) {
    const because = element.because ?? 'one that was seen does not survive copying';
    reasons.push(reasonAt(array, file, 'W6', `The elements of \`${shown}\` cannot be handed to a worker, because ${because}.`, 'Map over plain data.'));
  } else if (element.answer === 'unknown' && elementsSeen.length === 0) {
    reasons.push(reasonAt(array, file, 'C8', `It is not known whether the elements of \`${shown}\` can be handed to a worker: their type is not known.`, 'Declare the type of the array.'));
  }
  if (result.answer === 'no') {
    reasons.push(reasonAt(node, file, 'W6', `A worker cannot hand back what the callback of \`${shown}\` gives, because ${result.because ?? 'it does not survive copying'}.`, 'Return plain data.'));
  } else if (result.answer === 'unknown') {
    reasons.push(reasonAt(node, file, 'C8', `It is not known what the callback of \`${shown}\` gives: its type is not known.`, 'Declare the type of its result.'));
  } else if (!isPrimitiveType(resultType)) {
    const shared = sharedResult(fn, checker);
    if (shared !== undefined) {
      const message = `The callback of \`${shown}\` may give an object that the caller or the module has too (\`${shorten(shared.getText())}\`); a worker hands back a copy.`;
      reasons.push(reasonAt(shared, file, 'W7', message, 'Return a primitive, or an object made of primitives in the callback.'));
    }
  }
  return reasons;
}

/** Profiles of the parameter that an expression names. */
function observedParameter(expression: ts.Node, { node, checker }: Subject, observed: readonly ObserveAnswer[]): readonly ObserveAnswer['arguments'][number][] {
  const symbol = ts.isIdentifier(expression) ? checker.getSymbolAtLocation(expression) : undefined;
  const index = node.parameters.findIndex((parameter) => symbol !== undefined && parameter === symbol.valueDeclaration);
  return index < 0 ? [] : observed.flatMap((one) => one.arguments.slice(index, index + 1));
}

function isCopyableAsSeen(use: ts.Node, subject: Subject, observed: readonly ObserveAnswer[]): boolean {
  const seen = observedParameter(use, subject, observed);
  return seen.length > 0 && seen.every(({ cloneable }) => cloneable);
}

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 37)}...` : line;
}
