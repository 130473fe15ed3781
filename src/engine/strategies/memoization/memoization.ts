// The memoization strategy: a pure function of primitive arguments remembers its results in a bounded Map. The cache is asked and filled in
// the function itself, so recursion goes through it, through whatever name it recurses, and is no deeper than before.

import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import { type AssumedSubject, assumeParameterTypes } from '../../source/assumed-types.ts';
import { applyEdits, editBetween } from '../../source/edits.ts';
import { analyzeEffects, returnsOnlyPrimitives } from '../../source/effects.ts';
import { SymbolFacts } from '../../source/effects-symbols.ts';
import { reasonFor } from '../../source/reason-at.ts';
import type { Subject } from '../../source/subject.ts';
import { unfulfilledUse } from '../assumable.ts';
import { candidateOfOriginal } from '../candidate-of-original.ts';
import { type Candidate, declined, type Proposal, type Strategy, type StrategyContext } from '../strategy.ts';
import { amountTable } from './amount-table.ts';
import { asyncReason } from './asynchronous.ts';
import { bodyShape, overridingFinally } from './body-shape.ts';
import { bottomUp } from './bottom-up.ts';
import { cacheKeys, type KeyPart } from './cache-keys.ts';
import { limitOfArray } from './cache-limit.ts';
import { fitsArray } from './cache-plan.ts';
import { withRecursionInside } from './carried-arguments.ts';
import { isBelowLookUp } from './cheap-code.ts';
import { grownTable } from './grown-table.ts';
import { changesNoObject, isExisting } from './identity-keys.ts';
import { type InnerRecursion, innerRecursions } from './inner-recursion.ts';
import { innerTable } from './inner-table.ts';
import { canUseLru } from './lru-cache.ts';
import { askingForOverrides, mayBeOverridden } from './method-recursion.ts';
import { placeCache } from './placement.ts';
import { effectReasons } from './reasons.ts';
import { resultCopies } from './result-copies.ts';
import { resultReason, resultType } from './result-kind.ts';
import { type RewriteRequest, rewriteWithCache, rewriteWithSharedPromise, symbolOfSubject } from './rewrite.ts';
import { canSharePromise } from './shared-promise.ts';

export const memoization: Strategy = {
  id: 'memoization',
  title: 'Memoization',
  folklore: 'exponential on recursion',
  whenNotToUse:
    'Calls that seldom repeat their arguments, and functions that take less than a look-up (30 to 100 ns, more for several arguments).',
  propose: proposeMemoization,
};

function proposeMemoization(context: StrategyContext): Proposal {
  const whole = proposeForSubject(context);
  const inside = innerRecursions(context.subject).flatMap((found) => cacheInside(context, found));
  const candidates = [...inside, ...(whole.kind === 'candidates' ? whole.candidates : carrying(context))];
  const [first, ...others] = candidates;
  return first === undefined ? whole : { kind: 'candidates', candidates: [first, ...others] };
}

/** The recursion's keys are what is declared: what the subject is called with says nothing of what it calls. */
function cacheInside(context: StrategyContext, found: InnerRecursion): readonly Candidate[] {
  const { inner, statement, calls } = found;
  const inside = { ...context, subject: inner, observed: [] };
  if (formReason(inside)) return [];
  const symbols = new SymbolFacts(inner.project.program, inner.checker);
  const keepsObjects = inner.style.isTypeScript && changesNoObject(context.subject, calls, symbols);
  const isGivenExisting = (index: number): boolean => calls.every((call) => isExisting(call.arguments[index]));
  const keys = cacheKeys(inner, [], (index) => keepsObjects && isGivenExisting(index));
  if (!keys.ok || resultReason(inner, returnsOnlyPrimitives(inner))) return [];
  const shape = bodyShape(inner.node, symbols);
  if (shape === undefined || isBelowLookUp(shape.rest, symbols)) return [];
  if (inner.node.body && overridingFinally(inner.node.body)) return [];
  const request = { context: inside, keys: keys.keys, shape, symbols, statement };
  const storage = fitsArray(inner, keys.keys) ? 'array' : 'map';
  const table =
    storage === 'array'
      ? (innerTable(context.subject, found, symbols) ?? amountTable(context.subject, found, symbols))
      : undefined;
  return [
    ...(table ? [table] : []),
    rewriteWithCache({ ...request, outerName: context.subject.listing.name, storage }),
  ];
}

/** Candidates on the text in which the recursion is inside of the function, told as one edit of the file. */
function carrying(context: StrategyContext): readonly Candidate[] {
  const { subject } = context;
  const inside = withRecursionInside(subject);
  if (inside === undefined) return [];
  const { around, inner, calls } = inside;
  const candidates = innerRecursions(around).flatMap((found) => cacheInside({ ...context, subject: around }, found));
  const told = candidates.map((candidate) => candidateOfOriginal(candidate, around, subject));
  if (!mayBeOverridden(subject, calls)) return told;
  return told.flatMap((candidate) => {
    // A table calls nobody.
    if (candidate.variant !== 'inner-recursion') return [];
    const text = askingForOverrides(subject, applyEdits(subject.text, candidate.files[0]?.edits ?? []), inner);
    return text === undefined
      ? []
      : [{ ...candidate, files: [{ path: subject.file, edits: [editBetween(subject.text, text)] }] }];
  });
}

function proposeForSubject(context: StrategyContext): Proposal {
  const { subject, observed } = context;
  const form = formReason(context);
  if (form) return declined(form);
  const keys = cacheKeys(subject, observed);
  if (!keys.ok) return declined(...keys.reasons);
  const assumed = assumeObserved(subject, keys.keys);
  const analysed = assumed?.subject ?? subject;
  const effects = assumed ? analyzeEffects(analysed) : context.effects;
  const impure = effectReasons(analysed, effects, subject.listing.isAsync).map(
    (reason) => assumed?.restore(reason) ?? reason,
  );
  const symbols = new SymbolFacts(subject.project.program, subject.checker);
  const shape = bodyShape(subject.node, symbols);
  if (shape === undefined) return declined(reasonFor(subject.node, 'M8', 'It has no body.'));
  const shared =
    (assumed && unprovenRecursion(assumed, keys.keys)) ?? resultReason(subject, returnsOnlyPrimitives(analysed));
  const copies = shared && subject.style.isTypeScript ? resultCopies(subject, shape, keys.keys) : undefined;
  const beside = copies?.stored.ok === false ? storedBeside(copies.stored.index) : undefined;
  const [first, ...others] = [...impure, ...((copies === undefined ? shared && [shared] : beside && [beside]) ?? [])];
  if (first) return declined(first, ...others);
  const copied = copies?.stored.ok === true ? { copy: copies.copy, whole: copies.stored.whole } : {};
  return proposeRewrite({ context, keys: keys.keys, shape, symbols, ...copied });
}

function storedBeside(index: ts.Expression): Reason {
  const message = `It stores under \`${index.getText()}\`, which need not be the place of an element, and a copy for each caller would leave that out.`;
  return reasonFor(
    index,
    'M2',
    message,
    'Store under whole numbers from 0 on, or in a typed array, which holds nothing else.',
  );
}

function proposeRewrite(wanted: Omit<RewriteRequest, 'statement'>): Proposal {
  const { context, keys, shape, symbols } = wanted;
  const { subject } = context;
  if (isBelowLookUp(shape.rest, symbols)) {
    const message = 'It does a few operations only: a look-up costs more than computing the result.';
    return declined(reasonFor(subject.node, 'M10', message));
  }
  const overriding = subject.node.body && overridingFinally(subject.node.body);
  if (overriding) {
    const message = 'This `finally` replaces the result or the error, so what is returned is not what was computed.';
    return declined(reasonFor(overriding, 'M6', message, 'Let the `finally` block end normally.'));
  }
  const promised = subject.listing.isAsync ? asyncReason(subject, keys, shape, symbols) : undefined;
  if (promised) return declined(promised);
  const placement = placeCache(subject);
  if (!placement.ok) return declined(placement.reason);
  const request = { ...wanted, statement: placement.statement };
  if (subject.listing.isAsync && canSharePromise(subject, keys))
    return { kind: 'candidates', candidates: [rewriteWithSharedPromise(request)] };
  const table =
    bottomUp(subject, keys, symbolOfSubject(subject), symbols) ?? grownTable(request, symbolOfSubject(subject));
  const others = table ? [table] : inArray(request);
  const kept = canUseLru(subject, keys) ? [rewriteWithCache({ ...request, storage: 'lru' })] : [];
  return { kind: 'candidates', candidates: [rewriteWithCache(request), ...others, ...kept] };
}

function inArray(request: RewriteRequest): readonly Candidate[] {
  const { context, keys, copy } = request;
  const isFit = copy === undefined && limitOfArray(keys.length) !== undefined && fitsArray(context.subject, keys);
  return isFit ? [rewriteWithCache({ ...request, storage: 'array' })] : [];
}

/** Forms of functions that no cache fits. */
function formReason({ subject, observed }: StrategyContext): Reason | undefined {
  const { node, listing } = subject;
  const givesPromise =
    resultType(subject).getSymbol()?.name === 'Promise' ||
    (!listing.isAsync && observed.some((one) => one.returnsPromise));
  const at = (code: string, message: string, unlock?: string) => reasonFor(node, code, message, unlock);
  if (listing.isGenerator)
    return at('C5', 'It is a generator: what it returns can be consumed once only.', 'Return the values.');
  if (givesPromise) {
    const message = 'It returns a promise that it has not made: every caller would get the same one.';
    return at('M7', message, 'Make it an `async` function that awaits what it returns.');
  }
  if (ts.isConstructorDeclaration(node) || ts.isAccessor(node)) {
    return at(
      'M9',
      `It is a ${listing.kind}, which depends on its object.`,
      'Move the computation into a function of its arguments.',
    );
  }
  if (ts.canHaveDecorators(node) && (ts.getDecorators(node) ?? []).length > 0) {
    return at('C7', 'It is decorated: the decorator decides what is called.');
  }
  if (node.typeParameters !== undefined && node.typeParameters.length > 0) {
    return at('C9', 'It is generic: the types of its keys are not known.', 'Declare primitive types.');
  }
  if (subject.checker.getTypeAtLocation(node.name ?? node).getCallSignatures().length > 1) {
    return at(
      'C9',
      'It is overloaded: which arguments belong together is not known.',
      'Write one signature with unions.',
    );
  }
  if (observed.some((one) => !one.deterministic)) {
    return at('C3', 'Two calls with equal arguments had different outcomes.');
  }
  return undefined;
}

/** What it returns is only known to be a primitive where every call from within is of the kinds that were observed. */
function unprovenRecursion(assumed: AssumedSubject, keys: readonly KeyPart[]): Reason | undefined {
  const indexes = keys.flatMap(({ index, isObserved }) => (isObserved ? [index] : []));
  const use = unfulfilledUse(assumed.subject, indexes);
  if (use === undefined) return undefined;
  const message = `It may call itself, here or through \`${use.getText()}\`, with arguments of another kind than was observed, and return what that gives.`;
  return assumed.restore(reasonFor(use, 'M2', message, 'Declare the types of the arguments in a doc comment.'));
}

/** Plain JavaScript is analysed under the observed kinds, which the cache then checks with `typeof`. */
function assumeObserved(subject: Subject, keys: readonly KeyPart[]): AssumedSubject | undefined {
  const types = new Map<number, string>();
  for (const { index, kinds, isObserved } of keys) if (isObserved) types.set(index, [...kinds].join('|'));
  return types.size > 0 ? assumeParameterTypes(subject, types) : undefined;
}
