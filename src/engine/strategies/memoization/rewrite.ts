// The edits that make a function remember: the cache above it, the look-up behind its guard clauses, its results handed over on return.

import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import { editFile, type FileEdit } from '../../source/edits.ts';
import type { SymbolFacts } from '../../source/effects-symbols.ts';
import { indentAt } from '../../source/insertion-places.ts';
import { localTimeUse } from '../../source/local-time.ts';
import { freshName } from '../../source/names.ts';
import { withoutParentheses } from '../../source/parentheses.ts';
import { reasonFor } from '../../source/reason-at.ts';
import type { Subject } from '../../source/subject.ts';
import { inPlaceCandidate } from '../in-place-candidate.ts';
import type { Candidate, StrategyContext } from '../strategy.ts';
import { pausesOf } from './asynchronous.ts';
import { type BodyShape, unparenthesized } from './body-shape.ts';
import type { CachePlan } from './cache-code.ts';
import { cacheDeclarations, lookUp, resetExpression, sizeExpression } from './cache-code.ts';
import type { KeyPart } from './cache-keys.ts';
import { chooseLimit, distinctCalls, limitOfArray, possibleCalls } from './cache-limit.ts';
import { planCache } from './cache-plan.ts';
import type { WholeNumbers } from './element-places.ts';
import { needsCopy } from './key-passing.ts';
import { importLru } from './lru-cache.ts';
import { zeroSensitiveKeys } from './negative-zero.ts';
import type { ResultCopy } from './result-copies.ts';
import { resultType } from './result-kind.ts';
import { sharePromise } from './shared-promise.ts';

export interface RewriteRequest {
  readonly context: StrategyContext;
  readonly keys: readonly KeyPart[];
  readonly shape: BodyShape;
  readonly symbols: SymbolFacts;
  /** The cache is declared above this statement. */
  readonly statement: ts.Statement;
  /** Name of the function around, when the cache lives for one call of it. */
  readonly outerName?: string;
  readonly storage?: 'map' | 'array' | 'lru';
  readonly copy?: ResultCopy;
  /** Keys that have to be such numbers for a copy to hold all. */
  readonly whole?: ReadonlyMap<KeyPart, WholeNumbers>;
}

export function rewriteWithCache(request: RewriteRequest): Candidate {
  const { context, keys, shape } = request;
  const { subject } = context;
  const zeros = zeroSensitiveKeys({
    keys,
    guards: shape.guards,
    split: shape.split,
    rest: shape.rest,
    subjectSymbol: symbolOfSubject(subject),
    symbols: request.symbols,
  });
  const plan = planCache(subject, keys, zeros, {
    ...(request.outerName === undefined ? {} : { outerName: request.outerName }),
    ...(request.storage === undefined ? {} : { storage: request.storage }),
    ...limitFor(request),
    ...(request.copy === undefined ? {} : { copy: request.copy }),
    ...(request.whole === undefined ? {} : { whole: request.whole }),
  });
  const edit = editFile(subject);
  if (plan.storage === 'lru') importLru(edit, subject);
  edit.insertLinesBefore(request.statement, `${cacheDeclarations(plan, subject.style)}\n`);
  const copies = keys.filter((key) => needsCopy(key, shape.rest));
  const passed = keys.map(({ read }) => read);
  const copyLines = copies.map((key) => {
    const copy = freshName(subject, copies.length === 1 && keys.length === 1 ? 'key' : `${key.name}Key`);
    passed[keys.indexOf(key)] = copy;
    return `const ${copy} = ${key.read}${end(subject)}`;
  });
  const head = [...copyLines, lookUp(plan, subject.style, passed)].join('\n');
  const remember = `${plan.names.remember}(${passed.join(', ')}, `;
  if (shape.expressionBody) editExpressionBody(edit, request, head, remember);
  else editBlock(edit, request, head, remember);
  if (request.outerName !== undefined) return candidateInside(request, request.outerName, edit);
  return inPlaceCandidate(edit.rewrittenFile(), {
    strategy: 'memoization',
    variant: variants[plan.storage],
    summary: `Remembers up to ${shown(mostOf(plan))} results of ${plan.functionName} in ${storages[plan.storage]}.`,
    workload: 'sequence',
    resetExpression: resetExpression(plan),
    cacheSizeExpression: sizeExpression(plan),
    caveats: caveatsOf(context, keys, plan),
  });
}

/** Inside of a function nothing is bounded. */
function limitFor({ storage, keys, context, copy }: RewriteRequest): { readonly limit?: number } {
  const limit = storage === 'array' ? limitOfArray(keys.length) : chooseLimit(context.subject, context.observed, copy);
  return limit === undefined ? {} : { limit };
}

const variants = { map: 'bounded-map', array: 'bounded-array', lru: 'lru-cache' } as const;
const storages = { map: 'a Map', array: 'an array', lru: 'an LRUCache' } as const;

/** Of a function that waits: what is remembered are its promises. */
export function rewriteWithSharedPromise(request: RewriteRequest): Candidate {
  const { context, keys, shape, symbols } = request;
  const { subject } = context;
  // Its guards are behind the cache as well.
  const zeros = zeroSensitiveKeys({
    keys,
    guards: [],
    split: undefined,
    rest: [...shape.guards, ...(shape.expressionBody ? [shape.expressionBody] : shape.rest)],
    subjectSymbol: symbolOfSubject(subject),
    symbols,
  });
  const plan = planCache(subject, keys, zeros, { limit: chooseLimit(subject, context.observed, undefined) });
  return inPlaceCandidate(sharePromise(subject, plan, request.statement), {
    strategy: 'memoization',
    variant: 'shared-promise',
    summary: `Remembers up to ${shown(plan.limit)} promises of ${plan.functionName} in a Map, those that calls still wait for included.`,
    workload: 'sequence',
    resetExpression: resetExpression(plan),
    cacheSizeExpression: sizeExpression(plan),
    caveats: caveatsOf(context, keys, plan, { sharesPromises: true }),
  });
}

/** What it holds is forgotten with the call, so a single call shows its effect. */
function candidateInside({ context: { subject } }: RewriteRequest, outerName: string, edit: FileEdit): Candidate {
  const { name } = subject.listing;
  const message = `The cache holds every result of \`${name}\` until the call of \`${outerName}\` ends: memory for time.`;
  return inPlaceCandidate(edit.rewrittenFile(), {
    strategy: 'memoization',
    variant: 'inner-recursion',
    summary: `Remembers the results of ${name} during a call of ${outerName}.`,
    caveats: [reasonFor(subject.node, 'M5', message)],
  });
}

export function symbolOfSubject({ node, checker }: Subject): ts.Symbol | undefined {
  const name = node.name ?? (ts.isVariableDeclaration(node.parent) ? node.parent.name : undefined);
  return name && checker.getSymbolAtLocation(name);
}

function end(subject: Subject): string {
  return subject.style.semicolons ? ';' : '';
}

function editBlock(
  edit: FileEdit,
  { context: { subject }, shape }: RewriteRequest,
  head: string,
  remember: string,
): void {
  const [firstReturn] = shape.returns;
  if (shape.split && firstReturn) {
    edit.replace(
      firstReturn,
      splitLines(
        subject,
        shape.split,
        head,
        remember,
        indentAt(firstReturn.getStart(subject.sourceFile), subject.text),
      ),
    );
    return;
  }
  const { body } = subject.node;
  const first = body && ts.isBlock(body) ? body.statements[shape.guards.length] : undefined;
  if (first === undefined) throw new Error('A block without statements has nothing to remember.');
  edit.insertLinesBefore(first, head);
  for (const { expression } of shape.returns) {
    // Its parentheses become those of the call.
    const inner = withoutParentheses(expression);
    if (inner !== expression) {
      edit.replace(
        { start: expression.getStart(subject.sourceFile), end: inner.getStart(subject.sourceFile) },
        remember,
      );
      edit.replace({ start: inner.end, end: expression.end }, ')');
      continue;
    }
    const isList = ts.isBinaryExpression(expression) && expression.operatorToken.kind === ts.SyntaxKind.CommaToken;
    edit.insert(expression.getStart(subject.sourceFile), isList ? `${remember}(` : remember);
    edit.insert(expression.end, isList ? '))' : ')');
  }
}

/** An arrow's expression becomes a block. */
function editExpressionBody(
  edit: FileEdit,
  { context: { subject }, shape }: RewriteRequest,
  head: string,
  remember: string,
): void {
  const { node, style, sourceFile } = subject;
  if (!ts.isArrowFunction(node) || shape.expressionBody === undefined)
    throw new Error('Only arrows have expression bodies.');
  const outer = indentAt(node.getStart(sourceFile), subject.text);
  const inner = `${outer}${style.indent}`;
  const value = unparenthesized(shape.expressionBody);
  const lines = shape.split
    ? splitLines(subject, shape.split, head, remember, inner)
    : `${indented(head, inner)}\n${inner}return ${remember}${value.getText(sourceFile)})${end(subject)}`;
  const arrowEnd = node.equalsGreaterThanToken.end;
  const between = subject.text.slice(arrowEnd, shape.expressionBody.getStart(sourceFile));
  const start = between.trim() === '' ? arrowEnd : shape.expressionBody.getStart(sourceFile);
  edit.replace(
    { start, end: shape.expressionBody.end },
    `${start === arrowEnd ? ' ' : ''}{\n${inner}${lines}\n${outer}}`,
  );
}

/** `return cond ? cheap : rest;` as a guard clause and a remembered return. Its first line stands where it is inserted. */
function splitLines(
  subject: Subject,
  split: ts.ConditionalExpression,
  head: string,
  remember: string,
  indent: string,
): string {
  const text = (node: ts.Node): string => node.getText(subject.sourceFile);
  const condition = text(unparenthesized(split.condition));
  return [
    `if (${condition}) return ${text(split.whenTrue)}${end(subject)}`,
    `${indent}${indented(head, indent)}`,
    `${indent}return ${remember}${text(unparenthesized(split.whenFalse))})${end(subject)}`,
  ].join('\n');
}

/** All lines but the first. */
function indented(lines: string, indent: string): string {
  return lines.replaceAll('\n', `\n${indent}`);
}

function sizeOf({ storage, keys, copy, limit }: CachePlan, holdsTexts: boolean, possible: number | undefined): string {
  if (storage === 'array') {
    const each = keys.length === 1 ? '' : ', each of its arguments one of them';
    return `The cache holds results for the whole numbers from 0 to ${shown(limit - 1)}${each}; those of others are computed as before.`;
  }
  const full = storage === 'lru' ? 'forgets what was used longest ago when it is full' : 'starts over when it is full';
  if (copy === 'slice') return `The cache holds copies of up to ${shown(limit)} results and ${full}.`;
  if (possible !== undefined)
    return `The cache holds up to ${shown(limit)} results: by their types there are no more different arguments.`;
  const megabytes = Math.round((limit * (keys.length === 1 ? 67 : 300)) / 1e6);
  const held = keys.length === 1 ? `about ${megabytes} MB` : `up to ${megabytes} MB`;
  const size = megabytes < 1 ? '' : ` (${held}${holdsTexts ? '' : ' for numbers'})`;
  const texts = holdsTexts ? ', besides the texts themselves,' : '';
  return `The cache holds up to ${shown(limit)} results${size}${texts} and ${full}.`;
}

function mostOf({ storage, limit, keys }: CachePlan): number {
  return storage === 'array' ? limit ** keys.length : limit;
}

function shown(count: number): string {
  return count.toLocaleString('en-US');
}

function caveatsOf(
  { subject, hasSequence, observed }: StrategyContext,
  keys: readonly KeyPart[],
  plan: CachePlan,
  { sharesPromises }: { readonly sharesPromises: boolean } = { sharesPromises: false },
): readonly Reason[] {
  const { node } = subject;
  const isText = (resultType(subject).flags & ts.TypeFlags.String) !== 0;
  const caveats = [
    reasonFor(
      node,
      'M5',
      sizeOf(plan, isText || keys.some(({ kinds }) => kinds.has('string')), possibleCalls(subject)),
    ),
  ];
  if (!hasSequence) {
    const unlock = 'Add a `sequence` of realistic calls to the inputs.';
    caveats.push(
      reasonFor(node, 'M10', 'How often calls repeat is not known: the inputs declare no sequence.', unlock),
    );
  }
  const distinct = distinctCalls(observed);
  if (distinct !== undefined && distinct > plan.limit && plan.storage === 'map') {
    const message = `Your sequence makes ${shown(distinct)} different calls, more than the cache holds: it starts over while they are made.`;
    const unlock =
      'Where few of them are used again and again, have `lru-cache` among the dependencies: it forgets what was used longest ago.';
    caveats.push(reasonFor(node, 'M5', message, keys.length === 1 ? unlock : undefined));
  }
  const isWaiting = !sharesPromises && subject.listing.isAsync && pausesOf(subject).length > 0;
  if (isWaiting) {
    const message = 'Calls that come while the first one with their arguments still waits compute the result again.';
    caveats.push(reasonFor(node, 'M7', message));
  }
  const local = localTimeUse(node, subject.checker);
  if (local !== undefined) {
    const message =
      'The result depends on the time zone, which is no key: results stay those of the former zone when the program sets `process.env.TZ` while it runs.';
    caveats.push(reasonFor(local, 'M1', message, 'Empty the cache where the zone is set, or compute in UTC.'));
  }
  if (keys.some(({ isObserved }) => isObserved)) {
    caveats.push(
      reasonFor(node, 'C8', 'The kinds of the arguments are those observed; other arguments are computed as before.'),
    );
  }
  return caveats;
}
