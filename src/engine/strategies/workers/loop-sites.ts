// Finds the loop of a subject whose iterations can be computed elsewhere: everything in it belongs to one iteration but a single statement, which
// appends, stores or adds up one value (loop-delivery.ts), or but what follows the work and takes a few values of it (loop-tail.ts). Workers compute
// the values; the rest stays where it is and takes them in order, so nothing is reassociated, and what comes first still comes first.
import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import { analyzeLoop, outermostLoops } from '../../source/loops/analyze-loop.ts';
import { collectAccesses } from '../../source/loops/loop-accesses.ts';
import type { LoopFacts, LoopReason } from '../../source/loops/loop-facts.ts';
import { type LoopHeader, readLoopHeader } from '../../source/loops/loop-header.ts';
import { isTarget, Places } from '../../source/loops/places.ts';
import { type FreeName, freeNames } from '../../source/names.ts';
import { isPrimitiveType } from '../../source/primitive-types.ts';
import { isInside } from '../../source/ranges/expressions.ts';
import type { Subject } from '../../source/subject.ts';
import { copyableResult, copyableType } from './copyable-types.ts';
import { type Delivery, deliveryOf } from './loop-delivery.ts';
import { type LoopTail, loopTail } from './loop-tail.ts';
import { type OwnAccumulator, ownAccumulator } from './own-accumulator.ts';
import { callsOfOwnGenerators } from './own-generators.ts';
import { isOwnGroup } from './own-groups.ts';
import { isOwnOfIteration, isParsedJson } from './own-results.ts';
import { reasonAt } from './shape-proposal.ts';
import { shorten } from './shown-values.ts';
import { isSumOrProduct } from './work-count.ts';

/** Iterations put their values where they belong themselves, in memory that the caller sees. */
export interface InPlace {
  readonly kind: 'place';
}

/** How what iterations find comes to the caller. */
export type LoopDelivery = Delivery | LoopTail | OwnAccumulator | InPlace;

export interface LoopSite {
  readonly header: LoopHeader;
  readonly facts: LoopFacts;
  readonly delivery: LoopDelivery;
  readonly captured: readonly Captured[];
  readonly weight: number;
}

export interface Captured {
  readonly name: string;
  readonly symbol: ts.Symbol;
  readonly type: ts.Type;
  readonly use: ts.Node;
}

export type LoopAnswer =
  | { readonly kind: 'site'; readonly site: LoopSite }
  | { readonly kind: 'declined'; readonly reasons: readonly Reason[] };

export function loopSites(subject: Subject): readonly LoopAnswer[] {
  return outermostLoops(subject).map((loop) => loopSite(loop, subject));
}

/** Where loops change groups of their own (own-groups.ts): what an analysis that follows no groups takes for changes of what they hold. */
export function changesOfOwnGroups(subject: Subject): readonly ts.Expression[] {
  return outermostLoops(subject).flatMap((loop) => {
    const header = readLoopHeader(loop, subject.checker);
    if (header === undefined) return [];
    const written = writesOf(header, subject);
    const tail = loopTail(header, written, subject);
    return tail === undefined ? [] : written.filter((node) => isOwnGroup(node, loop, tail.statements, subject));
  });
}

function loopSite(loop: ts.IterationStatement, subject: Subject): LoopAnswer {
  const { checker, file } = subject;
  const refuse = (...reasons: Reason[]): LoopAnswer => ({ kind: 'declined', reasons });
  const at = (node: ts.Node, code: string, message: string, unlock?: string): LoopAnswer =>
    refuse(reasonAt(node, file, code, message, unlock));
  const facts = analyzeLoop(loop, subject);
  const header = readLoopHeader(loop, checker);
  if (header === undefined) return refuse(...facts.reasons.map((reason) => presented(reason, file)));
  if (isInsideTry(loop, subject.node)) {
    return at(
      loop,
      'W4',
      'The loop stands in a `try`, where what it did before a failure can be seen.',
      'Move the `try` into the function that the loop calls.',
    );
  }
  if (!ts.isBlock(loop.parent)) {
    return at(
      loop,
      'W4',
      'The loop has a label, or stands where only one statement fits.',
      'Put the loop into a block of its own.',
    );
  }
  const written = writesOf(header, subject);
  const [first, another] = written;
  if (first === undefined) {
    return facts.reasons.length > 0
      ? refuse(...facts.reasons.map((reason) => presented(reason, file)))
      : at(loop, 'W2', 'The loop hands nothing to the rest of the function.');
  }
  // One append alone is handed over as a value of its iteration, which asks less of it.
  const own = ownAccumulator(written, loop, subject, 2);
  const single = written.length === 1 ? deliveryOf(first, header, subject) : undefined;
  const tail = loopTail(header, written, subject);
  const answers = [own, single, tail].flatMap((delivery) =>
    delivery === undefined ? [] : [answerFor(header, facts, delivery, subject)],
  );
  const fitting = answers.find(({ kind }) => kind === 'site') ?? answers[0];
  if (fitting !== undefined) return fitting;
  if (facts.reasons.length > 0 && deliveryOf(first, header, subject) === undefined)
    return refuse(...facts.reasons.map((reason) => presented(reason, file)));
  const isOne = another === undefined;
  const node = isOne || deliveryOf(first, header, subject) === undefined ? first : another;
  const message = `Iterations change \`${shorten(node.getText())}\`${isOne ? '' : ' and more'}, in a way that workers cannot hand over as a few values.`;
  return at(
    node,
    'W1',
    message,
    'Compute the result of each iteration in a function of its own, and collect the results in one array.',
  );
}

export function answerFor(header: LoopHeader, facts: LoopFacts, delivery: LoopDelivery, subject: Subject): LoopAnswer {
  const { loop } = header;
  const { file } = subject;
  const isAboutKept = ({ code, node }: LoopReason): boolean =>
    (code === 'W1' || code === 'W2') &&
    (isKept(node, delivery) || handingSteps(delivery).some((one) => isInside(node, one)));
  // Which group an iteration adds to may be unknown, as long as no group is anything that the work could read.
  const isAboutGroup = ({ code, node }: LoopReason): boolean =>
    code === 'W3' &&
    delivery.kind === 'tail' &&
    isKept(node, delivery) &&
    isOwnGroup(node, loop, delivery.statements, subject);
  const ofOwn = callsOfOwnGenerators(loop.statement, subject);
  const isAboutOwn = ({ code, node }: LoopReason): boolean =>
    code === 'C2' && ofOwn.some((call) => call.getStart() === node.getStart());
  const remaining = facts.reasons.filter(
    (reason) => !isAboutKept(reason) && !isAboutGroup(reason) && !isAboutOwn(reason),
  );
  if (remaining.length > 0) return { kind: 'declined', reasons: remaining.map((reason) => presented(reason, file)) };
  const guards = facts.guards.filter((guard) => guard.kind !== 'not-zero' && guard.kind !== 'integer');
  if (guards.length > 0) {
    const message = 'Whether iterations touch the same objects depends on the arguments.';
    return {
      kind: 'declined',
      reasons: [reasonAt(loop, file, 'W3', message, 'Write the results to a new array.')],
    };
  }
  return judged(header, facts, delivery, subject);
}

function judged(header: LoopHeader, facts: LoopFacts, delivery: LoopDelivery, subject: Subject): LoopAnswer {
  const { checker, file } = subject;
  const { loop } = header;
  const reasons: Reason[] = [];
  const add = (node: ts.Node, code: string, message: string, unlock?: string): void => {
    reasons.push(reasonAt(node, file, code, message, unlock));
  };
  if (header.kind === 'counted') {
    const isUpwards = header.step === 1 || (header.step > 1 && ts.isNumericLiteral(header.start));
    if (!isUpwards || !isPlainStart(header.start) || header.isDeclaredOutside)
      add(
        loop,
        'W2',
        'Only loops that count upwards are handed out in parts: from a whole number, or by one from a variable.',
        'Count upwards by one, and compute the number from that.',
      );
    if (!isPlainLimit(header.limit, checker)) {
      add(header.limit, 'W2', 'The limit of the loop is computed in its head.', 'Compute it before, in a constant.');
    }
  }
  const mentions = freeNames(loop, checker);
  const strange = delivery.kind === 'tail' || delivery.kind === 'place' ? undefined : strangeUse(delivery, mentions);
  if (strange !== undefined) {
    const message = `The loop uses \`${strange.getText()}\` besides handing values to it, so an iteration may depend on the ones before.`;
    add(strange, 'W1', message);
  }
  const inherited = mentions.find(({ kind }) => kind === 'this' || kind === 'arguments');
  if (inherited !== undefined)
    add(inherited.uses[0] ?? loop, 'W6', `The loop uses \`${inherited.name}\`, which a worker does not have.`);
  const captured = mentions
    .filter(({ kind }) => kind === 'enclosing-parameter' || kind === 'enclosing-variable')
    .flatMap(({ name, symbol, uses }): Captured[] => {
      const use = uses.find((one) => !isKept(one, delivery));
      return symbol === undefined || use === undefined
        ? []
        : [{ name, symbol, type: checker.getTypeAtLocation(use), use }];
    });
  for (const { name, type, use } of captured) {
    const { answer, because } = copyableType(type, use, checker);
    if (answer === 'no') {
      add(
        use,
        'W6',
        `\`${name}\` cannot be handed to a worker, because ${because ?? 'it does not survive copying'}.`,
        'Move what the loop needs of it to the top of the module, or pass plain data.',
      );
    } else if (answer === 'unknown') {
      add(
        use,
        'C8',
        `It is not known whether \`${name}\` can be handed to a worker: its type is not known.`,
        `Declare the type of \`${name}\`.`,
      );
    }
  }
  for (const value of handedValues(delivery)) reasons.push(...valueReasons(value, header, subject));
  if (!isWork(loop.statement, delivery)) {
    const message =
      'An iteration does no more than a few operations, which take less time than handing its value over.';
    add(loop, 'W9', message, 'Compute more in an iteration.');
  }
  if (reasons.length > 0) return { kind: 'declined', reasons };
  return { kind: 'site', site: { header, facts, delivery, captured, weight: loop.getText().length } };
}

/** `0`, `2` or `from`. */
function isPlainStart(start: ts.Expression): boolean {
  return ts.isIdentifier(start) || (ts.isNumericLiteral(start) && Number.isSafeInteger(Number(start.text)));
}

/** `n`, `xs.length`, `height - 1`: written once more where the parts are cut, it is the same number. */
function isPlainLimit(limit: ts.Expression, checker: ts.TypeChecker): boolean {
  if (ts.isIdentifier(limit) || ts.isNumericLiteral(limit) || ts.isPropertyAccessExpression(limit)) return true;
  return (
    isSumOrProduct(limit) &&
    [limit.left, limit.right].every((one) => isNumber(one, checker) && isPlainLimit(one, checker))
  );
}

function isNumber(node: ts.Expression, checker: ts.TypeChecker): boolean {
  return (checker.getTypeAtLocation(node).flags & ts.TypeFlags.NumberLike) !== 0;
}

/** What stays with the caller of a loop that is split; the value that a delivery takes does not. */
export function isKept(node: ts.Node, delivery: LoopDelivery): boolean {
  if (delivery.kind === 'place') return false;
  if (delivery.kind === 'own') return delivery.mentions.some((mention) => isInside(node, mention));
  if (delivery.kind !== 'tail') return isInside(node, delivery.statement) && !isInside(node, delivery.value);
  const call = delivery.values.find((value) => value.call !== undefined)?.call;
  return delivery.statements.some((one) => isInside(node, one)) && !(call !== undefined && isInside(node, call));
}

/** Whole expressions that do nothing but hand a value over; what follows the work of an iteration may do more. */
function handingSteps(delivery: LoopDelivery): readonly ts.Node[] {
  if (delivery.kind === 'tail' || delivery.kind === 'place') return [];
  return delivery.kind === 'own' ? delivery.steps : [delivery.statement.expression];
}

function handedValues(delivery: LoopDelivery): readonly ts.Expression[] {
  if (delivery.kind === 'tail' || delivery.kind === 'place') return [];
  return delivery.kind === 'own' ? delivery.values : [delivery.value];
}

/** A mention of what takes the values in that does something else with it. */
function strangeUse(delivery: Delivery | OwnAccumulator, mentions: readonly FreeName[]): ts.Node | undefined {
  const uses = mentions.find(({ symbol }) => symbol === delivery.target)?.uses ?? [];
  return uses.find((use) => !isKept(use, delivery));
}

function valueReasons(value: ts.Expression, header: LoopHeader, subject: Subject): readonly Reason[] {
  const { checker, file } = subject;
  if (isParsedJson(value, checker)) return [];
  const type = checker.getTypeAtLocation(value);
  const { answer, because } = copyableResult(type, value, subject);
  if (answer !== 'yes') {
    const why = because === undefined ? '' : `: ${because}`;
    const message = `Whether a worker can hand \`${shorten(value.getText())}\` back is not known${why}.`;
    const unlock = 'Hand over numbers, strings or plain data.';
    return [reasonAt(value, file, answer === 'no' ? 'W6' : 'C8', message, unlock)];
  }
  if (isPrimitiveType(type) || isOwnOfIteration(value, header.loop, checker)) return [];
  const message = `\`${shorten(value.getText())}\` may be, or hold, an object that the caller or the module has too; a worker hands back a copy.`;
  const unlock = 'Hand over a primitive, or an object that the iteration makes.';
  return [reasonAt(value, file, 'W7', message, unlock)];
}

function presented({ code, message, node, unlock }: LoopReason, file: string): Reason {
  return reasonAt(node, file, code, message, unlock);
}

/** Everything in the loop that changes something outside of the iteration, in source order. */
export function writesOf(header: LoopHeader, subject: Subject): readonly ts.Expression[] {
  const { checker } = subject;
  const places = new Places(header, checker);
  const { accesses } = collectAccesses(header, subject, places);
  const objects = accesses.filter(({ isWrite, place }) => isWrite && place.kind !== 'own').map(({ node }) => node);
  const scalars: ts.Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && isTarget(node)) {
      const declaration = checker.getSymbolAtLocation(node)?.valueDeclaration;
      if (declaration === undefined || !isInside(declaration, header.loop)) scalars.push(node);
    }
    ts.forEachChild(node, visit);
  };
  visit(header.loop.statement);
  return [...objects, ...scalars].sort((a, b) => a.pos - b.pos);
}

/** Calls and inner loops may take long; arithmetic alone never takes as long as the copy of its result. */
function isWork(node: ts.Node, delivery: LoopDelivery): boolean {
  if (delivery.kind === 'tail' && delivery.statements.includes(node as ts.Statement))
    return delivery.values.some(({ call }) => call !== undefined && isInside(call, node));
  const handing = handingSteps(delivery);
  if (ts.isIterationStatement(node, false) || (ts.isNewExpression(node) && !isEmptyCollection(node))) {
    const isOnlyWay =
      delivery.kind !== 'own' && ts.isForStatement(node) && handing.some((one) => isInside(one, node.statement));
    if (!isOnlyWay) return true;
  }
  if (ts.isCallExpression(node) && !isHanding(node, delivery) && (!isQuick(node) || isSlowInPlace(node, delivery)))
    return true;
  return ts.forEachChild(node, (child) => isWork(child, delivery)) ?? false;
}

/** It hands a value over itself: `out.push(…)`, and `counts.get(…)` beside it. */
function isHanding(call: ts.CallExpression, delivery: LoopDelivery): boolean {
  return delivery.kind === 'own'
    ? delivery.mentions.some((mention) => isInside(mention, call.expression))
    : handingSteps(delivery).includes(call);
}

/** `new Array(n)`, `new Map()`. */
function isEmptyCollection({ expression }: ts.NewExpression): boolean {
  return /^(Array|Map|Set|[A-Z]\w*Array)$/.test(expression.getText());
}

/** What is over sooner than its result is copied: `Math.max(a, b)`, `new Array(n).fill(0)`. */
function isQuick({ expression }: ts.CallExpression): boolean {
  const isFill =
    ts.isPropertyAccessExpression(expression) &&
    expression.name.text === 'fill' &&
    ts.isNewExpression(expression.expression);
  return isFill || expression.getText().startsWith('Math.');
}

/** Ten times as long as to copy a number into shared memory and back. */
function isSlowInPlace({ expression }: ts.CallExpression, { kind }: LoopDelivery): boolean {
  return (
    kind === 'place' &&
    /^Math\.(a?(sin|cos|tan)h?|atan2|pow|exp|expm1|log|log2|log10|log1p|hypot|cbrt)$/.test(expression.getText())
  );
}

export function isInsideTry(loop: ts.Node, functionNode: ts.Node): boolean {
  for (let node = loop.parent; node !== functionNode; node = node.parent) if (ts.isTryStatement(node)) return true;
  return false;
}
