// What speaks against splitting one `xs.map(callback)`: its form, its callback, and the values that would go to a worker and back.
import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import type { ObserveAnswer } from '../../process/protocol.ts';
import { analyzeEffects, type EffectKind } from '../../source/effects.ts';
import { isPrimitiveType } from '../../source/primitive-types.ts';
import type { Subject, SubjectNode } from '../../source/subject.ts';
import { isOfRest, isWork, workOf } from './array-reduction.ts';
import { handlesPromises } from './awaited-maps.ts';
import { copyableResult, copyableType } from './copyable-types.ts';
import { forEachReasons, isCollecting } from './for-each.ts';
import type { FoundMap } from './found-map.ts';
import { callsOfOwnGenerators, isOfOwnGenerator } from './own-generators.ts';
import { isOwn, sharedResult } from './own-results.ts';
import { reasonAt } from './shape-proposal.ts';
import { observedParameter, shorten } from './shown-values.ts';

export function mapReasons(site: FoundMap, subject: Subject, observed: readonly ObserveAnswer[]): readonly Reason[] {
  const { call, shown, fn, method } = site;
  const [callback] = call.arguments;
  const at = (place: ts.Node, code: string, message: string, unlock?: string) => [
    reasonAt(place, subject.file, code, message, unlock),
  ];
  const isOptional = ts.isOptionalChain(call);
  if (isOptional) {
    return at(call, 'W5', `\`${shown}\` is called only when there is an array.`, 'Handle the missing array before.');
  }
  if (ts.isNonNullExpression(site.array) || ts.isElementAccessExpression(site.array)) {
    const message = `\`${site.arrayText}\` may not be there, and calling \`${method}\` on nothing fails in words of its own.`;
    return at(site.array, 'W5', message, 'Keep the array in a variable, and handle the missing one before.');
  }
  if (method === 'forEach') {
    const against = forEachReasons(site, subject);
    if (against.length > 0) return against;
  }
  if ((method === 'reduce' || site.reduction !== undefined) && callback !== undefined) {
    const against = reductionReasons(site, callback, subject);
    if (against.length > 0) return against;
  } else if (call.arguments.length !== 1 || callback === undefined) {
    return at(call, 'W5', `\`${shown}\` is given a value for \`this\`, which a worker does not have.`);
  }
  if (fn === undefined || callback === undefined) {
    const message = `The callback of \`${shown}\` is not a function of this project, so it is not known what it does.`;
    return at(callback ?? call, 'C1', message);
  }
  if (site.keepsElements && !isWork(ts.isIdentifier(callback) ? fn : callback)) {
    const message = `\`${shown}\` does no more than a few operations for each element, which take less time than handing it over.`;
    return at(call, 'W9', message, 'Compute more for each element.');
  }
  return [
    ...callbackReasons(fn, callback, site, subject),
    ...captureReasons(site, subject, observed),
    ...valueReasons(site, fn, subject),
  ];
}

function reductionReasons(
  { call, shown, reduction }: FoundMap,
  callback: ts.Expression,
  { file, checker }: Subject,
): readonly Reason[] {
  if (reduction === undefined) {
    const message = `The callback of \`${shown}\` does not simply put a value of its element together with what came before, starting from a first value.`;
    const unlock = 'Compute the values with `map` first, and reduce those.';
    return [reasonAt(callback, file, 'W1', message, unlock)];
  }
  if (reduction.kind === 'value' && !isPrimitiveType(checker.getTypeAtLocation(reduction.value))) {
    const message = `What \`${shown}\` puts together is made of objects, and a worker would hand back copies.`;
    return [reasonAt(reduction.value, file, 'W7', message, 'Reduce numbers or strings.')];
  }
  if (!workOf(reduction).some(isWork)) {
    const message = `\`${shown}\` does no more than a few operations for each element, which take less time than handing its value over.`;
    return [reasonAt(call, file, 'W9', message, 'Compute more for each element.')];
  }
  return [];
}

/** What the callback does to anything but its own element; reads of the module's state are the subject's effects already. */
const CALLBACK_EFFECTS: Readonly<Partial<Record<EffectKind, readonly [code: string, because: string]>>> = {
  'writes-parameter': ['W7', 'a worker would change a copy of the element'],
  'writes-outside': ['W1', 'one element would depend on the ones before it'],
  'writes-this': ['W6', 'a worker has no access to the object'],
  'unknown-call': ['C1', 'a worker could not be trusted to do the same'],
  awaits: ['W5', 'its results are promises, which cannot be copied'],
};

function callbackReasons(
  fn: ts.SignatureDeclaration,
  callback: ts.Expression,
  { shown, method, awaited, asynchronous, index, own, reduction }: FoundMap,
  subject: Subject,
): readonly Reason[] {
  const reasons: Reason[] = [];
  const isAsync =
    ts.canHaveModifiers(fn) && ts.getModifiers(fn)?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) === true;
  if (awaited !== undefined && handlesPromises(asynchronous ?? fn, subject.checker)) {
    const message = `The callback of \`${shown}\` does more than compute: it handles promises, which belong to the thread that made them.`;
    const unlock = 'Put the computing into a function that is not asynchronous, and call that.';
    return [reasonAt(callback, subject.file, 'W5', message, unlock)];
  }
  const isAwaitedArrow = awaited !== undefined && ts.isArrowFunction(callback);
  if (
    (isAsync && !isAwaitedArrow && asynchronous === undefined) ||
    ('asteriskToken' in fn && fn.asteriskToken !== undefined)
  ) {
    return [
      reasonAt(
        callback,
        subject.file,
        'W5',
        `The callback of \`${shown}\` is not an ordinary function, and what it gives cannot be copied.`,
      ),
    ];
  }
  const known = method === 'reduce' || index !== undefined ? 2 : 1;
  if (fn.parameters.length > known || fn.parameters.some(({ dotDotDotToken }) => dotDotDotToken !== undefined)) {
    const message = `The callback of \`${shown}\` takes more than the element (the index, or the whole array), which a part of the array does not know.`;
    reasons.push(
      reasonAt(callback, subject.file, 'W5', message, 'Put what it needs into the elements, or use only the element.'),
    );
  }
  const ofOwn = callsOfOwnGenerators(fn, subject);
  for (const effect of analyzeEffects(subject, fn as SubjectNode).effects) {
    const known = CALLBACK_EFFECTS[effect.kind];
    // What a reduction puts together stays with the caller.
    const isTaking = reduction !== undefined && isOfRest(effect, reduction);
    if (known === undefined || isTaking || isCollecting(effect, own) || isOfOwnGenerator(effect, ofOwn)) continue;
    const [code, because] = known;
    reasons.push({
      code,
      message: `The callback of \`${shown}\` ${effect.message}: ${because}.`,
      line: effect.line,
      column: effect.column,
    });
  }
  return reasons;
}

function captureReasons(site: FoundMap, subject: Subject, observed: readonly ObserveAnswer[]): readonly Reason[] {
  const { call, shown, free, captured, arrayName } = site;
  const at = (place: ts.Node, code: string, message: string, unlock?: string) =>
    reasonAt(place, subject.file, code, message, unlock);
  const inherited = free.filter(({ kind }) => kind === 'this' || kind === 'arguments');
  const reasons: Reason[] = inherited.map(({ name, uses }) =>
    at(uses[0] ?? call, 'W6', `The callback of \`${shown}\` uses \`${name}\`, which a worker does not have.`),
  );
  for (const { name, type, use } of captured) {
    const { answer, because } = copyableType(type, call, subject.checker);
    if (name === arrayName) {
      const message = `The callback of \`${shown}\` uses the array itself, of which a part knows its own elements only.`;
      reasons.push(at(use, 'W5', message, 'Compute what it needs from the array before.'));
    } else if (answer === 'no') {
      const why = because ?? 'it does not survive copying';
      reasons.push(at(use, 'W6', `\`${name}\` cannot be handed to a worker, because ${why}.`));
    } else if (answer === 'unknown' && !isCopyableAsSeen(use, subject, observed)) {
      const message = `It is not known whether \`${name}\` can be handed to a worker: its type is not known.`;
      reasons.push(at(use, 'C8', message, `Declare the type of \`${name}\`.`));
    }
  }
  return reasons;
}

function isCopyableAsSeen(use: ts.Node, subject: Subject, observed: readonly ObserveAnswer[]): boolean {
  const seen = observedParameter(use, subject, observed);
  return seen.length > 0 && seen.every(({ cloneable }) => cloneable);
}

function valueReasons(site: FoundMap, fn: ts.SignatureDeclaration, subject: Subject): readonly Reason[] {
  const { call: node, method, array, elementType, resultType, shown, seen, own, reduction, keepsElements } = site;
  const { checker, file } = subject;
  const element = copyableType(elementType, node, checker);
  const result = copyableResult(resultType, node, subject);
  const elementsSeen = seen.flatMap(({ elements }) => (elements === undefined ? [] : [elements]));
  const isRefuted = seen.some(({ cloneable }) => !cloneable) || elementsSeen.some(({ cloneable }) => !cloneable);
  const reasons: Reason[] = [];
  if (element.answer === 'no' || isRefuted) {
    const because = element.because ?? 'one that was seen does not survive copying';
    reasons.push(
      reasonAt(
        array,
        file,
        'W6',
        `The elements of \`${shown}\` cannot be handed to a worker, because ${because}.`,
        'Map over plain data.',
      ),
    );
  } else if (element.answer === 'unknown' && elementsSeen.length === 0) {
    reasons.push(
      reasonAt(
        array,
        file,
        'C8',
        `It is not known whether the elements of \`${shown}\` can be handed to a worker: their type is not known.`,
        'Declare the type of the array.',
      ),
    );
  }
  if (result.answer === 'no') {
    reasons.push(
      reasonAt(
        node,
        file,
        'W6',
        `A worker cannot hand back what the callback of \`${shown}\` gives, because ${result.because ?? 'it does not survive copying'}.`,
        'Return plain data.',
      ),
    );
  } else if (result.answer === 'unknown') {
    reasons.push(
      reasonAt(
        node,
        file,
        'C8',
        `It is not known what the callback of \`${shown}\` gives: its type is not known.`,
        'Declare the type of its result.',
      ),
    );
  } else if (keepsElements && (resultType.flags & ts.TypeFlags.BooleanLike) === 0 && !isBoolean(resultType)) {
    const message = `\`${shown}\` keeps the elements themselves, so a worker has to say of each whether it stays, and the callback gives something else than true or false.`;
    reasons.push(
      reasonAt(node, file, 'W7', message, 'Give a boolean in the callback: `Boolean(…)`, `!!…`, or a comparison.'),
    );
  } else if (
    keepsElements &&
    checker.getIndexTypeOfType(checker.getTypeAtLocation(node), ts.IndexKind.Number) !== elementType
  ) {
    const message = `\`${shown}\` tells the compiler of what type the elements are that stay, which is lost where a worker only says whether they do.`;
    reasons.push(reasonAt(node, file, 'W7', message, 'Ask for the type apart from what takes long.'));
  } else if (method === 'find' && !ts.isIdentifier(array)) {
    const message = `\`${shown}\` hands out an element, which is taken from the array by its place: the array needs a name for that.`;
    reasons.push(reasonAt(array, file, 'W5', message, 'Put the array into a constant before.'));
  } else if (!isPrimitiveType(resultType) && reduction === undefined && (own === undefined || own.of === 'list')) {
    const shared = own === undefined ? sharedResult(fn, checker) : own.values.find((one) => !isOwn(one, checker));
    if (shared !== undefined) {
      const message = `The callback of \`${shown}\` may give an object that the caller or the module has too (\`${shorten(shared.getText())}\`); a worker hands back a copy.`;
      reasons.push(
        reasonAt(shared, file, 'W7', message, 'Return a primitive, or an object made of primitives in the callback.'),
      );
    }
  }
  return reasons;
}

function isBoolean(type: ts.Type): boolean {
  return type.isUnion() && type.types.every(({ flags }) => (flags & ts.TypeFlags.BooleanLike) !== 0);
}
