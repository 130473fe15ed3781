// Loops that change typed arrays in place, the caller's own or those of the function: threads do it in copies that all of them see, and what they made of them
// goes back at once when all are done. Until then the arrays are what they were, so where a thread fails, or an iteration throws, the calling thread runs the
// loop on them as it stands. Only in a function that waits: a promise would be settled long after the caller went on with the array.
import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import { isLibrary } from '../../source/library-symbols.ts';
import { analyzeLoop, outermostLoops } from '../../source/loops/analyze-loop.ts';
import type { LoopGuard } from '../../source/loops/loop-facts.ts';
import { readLoopHeader } from '../../source/loops/loop-header.ts';
import { freeNames } from '../../source/names.ts';
import { bare } from '../../source/ranges/expressions.ts';
import type { Subject } from '../../source/subject.ts';
import type { Candidate, StrategyContext } from '../strategy.ts';
import { hopelessSplit } from './break-even.ts';
import { copiedCaveats, viewsOf } from './loop-in-place.ts';
import { answerFor, isInsideTry, type LoopSite, writesOf } from './loop-sites.ts';
import type { LoopTask, SharedView } from './loop-task.ts';
import { mentionsIn } from './loop-text.ts';
import type { ShapeProposal } from './shape-proposal.ts';
import { changedView, typedArrayClass } from './shared-views.ts';
import { sharingInPlace } from './sharing-in-place.ts';
import { waitingLoop } from './waiting-loop.ts';

interface Changing {
  readonly site: LoopSite;
  /** The typed arrays that the loop changes. */
  readonly changed: readonly ts.Symbol[];
  readonly guards: readonly LoopGuard[];
}

interface TooLittle {
  readonly tooLittle: readonly Reason[];
}

/** Undefined where no loop changes typed arrays, or one does more; declined where one does too little. */
export function proposeChanging(context: StrategyContext): ShapeProposal | undefined {
  const { subject, observed } = context;
  const found = outermostLoops(subject).flatMap((loop) => changingOf(loop, subject) ?? []);
  const fitting = found.flatMap((one) => ('site' in one ? [one] : []));
  const [changing] = fitting.sort((a, b) => b.site.weight - a.site.weight);
  if (changing === undefined) {
    const [little] = found;
    return little === undefined || 'site' in little ? undefined : { kind: 'declined', reasons: little.tooLittle };
  }
  const candidate = hopelessSplit(observed) === undefined ? waitingChange(changing, context) : undefined;
  return candidate && { kind: 'candidates', candidates: [candidate] };
}

function waitingChange(changing: Changing, context: StrategyContext): Candidate | undefined {
  const { subject } = context;
  const { site, changed } = changing;
  const isChanged = (name: string): boolean => changed.some((one) => one.name === name);
  const changedViews = site.captured.flatMap(({ name, type }): readonly SharedView[] => {
    const className = typedArrayClass(type);
    return className === undefined || !isChanged(name) ? [] : [changedView(name, className, subject)];
  });
  const views = [...changedViews, ...viewsOf(site, [], subject).filter(({ name }) => !isChanged(name))];
  const typed = subject.style.isTypeScript;
  const { sharing, toShared, declarations } = sharingInPlace(views, site, subject);
  return waitingLoop(
    {
      ...{ variant: 'loop-changing-waiting', site, sharing, changes: true },
      ...{ valueType: 'unknown', toShared, declarations },
      filling: (task, chunk) => changingLines(changing, changedViews, { task, chunk, typed }),
      caveats: copiedCaveats(views, [], context.partKernel),
    },
    context,
  );
}

function changingLines(
  { guards }: Changing,
  views: readonly SharedView[],
  { task, chunk, typed }: { readonly task: LoopTask; readonly chunk: string; readonly typed: boolean },
) {
  // The compiler is not told: it would take the call below for one that is never made.
  const shown = (name: string) => (typed ? `(${name} as unknown)` : name);
  const conditions = [
    ...views.map(({ name, className }) => `!(${shown(name)} instanceof ${className})`),
    ...new Set(guards.flatMap(conditionsOf)),
  ];
  const isLong = conditions.join(' || ').length > 100;
  return {
    before: [
      ...(isLong
        ? ['if (', ...conditions.map((one, at) => `  ${at === 0 ? '' : '|| '}${one}`), ') {']
        : [`if (${conditions.join(' || ')}) {`]),
      `  // ${guards.length > 0 ? 'Iterations may change what others use' : 'What is no such array cannot be shared'}: one thread does it all.`,
      `  ${chunk}(${task.undivided});`,
      '  return;',
      '}',
    ],
    after: views.map(({ name }) => `${name}.set(${task.sharedName(name)});`),
  };
}

/** Where it holds, iterations may get in each other's way. */
function conditionsOf(guard: LoopGuard): readonly string[] {
  switch (guard.kind) {
    case 'no-overlap':
      // Two objects may stand for the same shared memory.
      return [
        `${guard.written}.buffer === ${guard.other}.buffer`,
        `${guard.written}.buffer instanceof SharedArrayBuffer`,
      ];
    case 'integer':
      return [`!Number.isInteger(${guard.value})`];
    case 'not-zero':
      return [`${guard.stride} === 0`];
    case 'distinct-elements':
      throw new Error('Elements of typed arrays are no objects.');
  }
}

function changingOf(loop: ts.IterationStatement, subject: Subject): Changing | TooLittle | undefined {
  const { checker } = subject;
  const header = readLoopHeader(loop, checker);
  if (header?.kind !== 'counted' || !ts.isBlock(loop.parent) || isInsideTry(loop, subject.node)) return undefined;
  if (!ts.isNumericLiteral(header.start)) return undefined;
  const changed = [...new Set(writesOf(header, subject).map((node) => changedBy(node, checker)))];
  if (changed.length === 0 || !changed.every((one) => one !== undefined && isElementwise(one, loop, subject)))
    return undefined;
  const facts = analyzeLoop(loop, subject);
  const answer = answerFor(header, { ...facts, guards: [] }, { kind: 'place' }, subject);
  if (answer.kind === 'declined') {
    const [first, ...others] = answer.reasons;
    return first?.code === 'W9' && others.length === 0 ? { tooLittle: [first] } : undefined;
  }
  const { site } = answer;
  const isTyped = (name: string): boolean =>
    site.captured.some((one) => one.name === name && typedArrayClass(one.type) !== undefined);
  // What the language has is no array of anybody.
  const ofLanguage = freeNames(loop, checker).flatMap(({ name, symbol }) => (isLibrary(symbol) ? [name] : []));
  const guards = facts.guards.filter((guard) => guard.kind !== 'no-overlap' || !ofLanguage.includes(guard.other));
  const isGuarded = guards.every((guard) => {
    if (guard.kind === 'distinct-elements') return false;
    if (guard.kind === 'no-overlap') return isTyped(guard.written) && isTyped(guard.other);
    const name = guard.kind === 'integer' ? guard.value : guard.stride;
    return site.captured.some((one) => one.name === name);
  });
  return isGuarded ? { site, changed: changed as readonly ts.Symbol[], guards } : undefined;
}

/** `data` of `data[i]`. */
function changedBy(written: ts.Expression, checker: ts.TypeChecker): ts.Symbol | undefined {
  const node = bare(written);
  if (!ts.isElementAccessExpression(node) || !ts.isIdentifier(node.expression)) return undefined;
  return checker.getSymbolAtLocation(node.expression);
}

/** A typed array of which the loop uses nothing but elements by their numbers, and how many there are. */
function isElementwise(symbol: ts.Symbol, loop: ts.IterationStatement, { checker, node }: Subject): boolean {
  const declaration = symbol.valueDeclaration;
  if (declaration === undefined || typedArrayClass(checker.getTypeOfSymbolAtLocation(symbol, loop)) === undefined)
    return false;
  const isParameter = ts.isParameter(declaration) && declaration.parent === node && ts.isIdentifier(declaration.name);
  if (!isParameter && !ts.isVariableDeclaration(declaration) && !ts.isBindingElement(declaration)) return false;
  return mentionsIn(loop, symbol, checker).every((mention) => {
    const access = mention.parent;
    if (ts.isPropertyAccessExpression(access)) return access.name.text === 'length' && access.expression === mention;
    return (
      ts.isElementAccessExpression(access) &&
      access.expression === mention &&
      !ts.isDeleteExpression(access.parent) &&
      (checker.getTypeAtLocation(access.argumentExpression).flags & ts.TypeFlags.NumberLike) !== 0
    );
  });
}
