// Loops that fill typed arrays of the function: threads write into memory that they share with the caller, each iteration where its values belong, and the
// typed arrays that they only read lie in such memory too. So nothing is cloned for each part, and nothing is put together.
import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import { analyzeLoop, outermostLoops } from '../../source/loops/analyze-loop.ts';
import { readLoopHeader } from '../../source/loops/loop-header.ts';
import { isTarget } from '../../source/loops/places.ts';
import { freshName } from '../../source/names.ts';
import { bare, isInside } from '../../source/ranges/expressions.ts';
import type { Subject } from '../../source/subject.ts';
import type { Candidate, PartKernel, StrategyContext } from '../strategy.ts';
import { chunkLoop } from './loop-chunk.ts';
import { iterationsIn } from './loop-range.ts';
import { answerFor, isInsideTry, type LoopSite, writesOf } from './loop-sites.ts';
import { parallelBody } from './loop-taking.ts';
import { hiddenName, type LoopTask, loopTask, type SharedView } from './loop-task.ts';
import { mentionsIn, shownHead } from './loop-text.ts';
import { fewestPieces } from './part-length.ts';
import { poolCode } from './pool-code.ts';
import { isElementRead } from './shared-numbers.ts';
import { typedArrayClass, viewOf } from './shared-views.ts';
import { sharingInPlace } from './sharing-in-place.ts';
import { parallelSignature, sizeGuardOf } from './work-count.ts';

export interface Filling {
  readonly site: LoopSite;
  /** The typed arrays that the loop fills. */
  readonly filled: readonly ts.Symbol[];
}

/** The heaviest loop that does nothing but fill arrays. */
export function heaviestFilling(subject: Subject): Filling | undefined {
  const fillings = outermostLoops(subject).flatMap((loop) => fillingOf(loop, subject) ?? []);
  return fillings.sort((a, b) => b.site.weight - a.site.weight)[0];
}

export interface FillingLines {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

export function proposeInPlace({ subject, observed }: StrategyContext, filling: Filling): Candidate | undefined {
  const { site, filled } = filling;
  const { style, listing } = subject;
  const { name } = listing;
  const [parallel, chunk] = [freshName(subject, `${name}Parallel`), freshName(subject, `${name}Chunk`)];
  const inWorkers = freshName(subject, `${name}InWorkers`);
  const views = viewsOf(site, filled, subject);
  const { sharing, toShared, names, declarations } = sharingInPlace(views, site, subject);
  const code = poolCode(subject, [parallel, chunk, inWorkers, ...names]);
  const task = loopTask(site, subject, { chunk, sharing, toShared });
  // Where the first number may be no whole one, one part does it all, in memory that no thread needs.
  if ('code' in task || task.range?.isKnown === false) return undefined;
  if (hiddenName(task.names, code.outerNames) !== undefined) return undefined;
  const lines = fillingLines(filling, task, chunk);
  if (lines === undefined) return undefined;
  const runner = code.runner({
    ...{ head: `async function ${inWorkers}`, parameters: task.parameters, resultType: 'unknown' },
    ...{ taken: [...task.names, ...task.names.map(task.sharedName)], piece: 'iteration' },
    ...{ count: task.count, mayBeTiny: task.mayBeTiny },
    ...{ task: task.sent, plain: task.plain, taskType: task.type, chunk, setup: [...task.setup, ...lines.before] },
    fewest: fewestPieces(observed, (answer) => iterationsIn(answer, site.header, subject)),
    ...(task.range === undefined ? {} : { range: task.range }),
    inPlace: lines.after,
  });
  const typed = style.isTypeScript;
  const shown = shownHead(site.header.loop);
  const head = `async function ${parallel}${parallelSignature(subject)}`;
  const sizeGuard =
    task.range === undefined ? sizeGuardOf(task.counted, `${head} {`, 'iterations', subject) : undefined;
  const call = `await ${inWorkers}(${task.given.join(', ')})`;
  const listed = filled.map((one) => `\`${one.name}\``).join(' and ');
  code.addAfterSubject([
    `/** Like \`${name}\`, with the work of \`${shown}\` spread over worker threads, which fill ${listed} in memory that they share. */
${code.exporting(parallel, false)}${head}${parallelBody(subject, site, { call, results: '', valueType: '' })}`,
    runner,
    `/** What one worker does at a time for \`${parallel}\`: it fills its part of ${listed}. */
${code.exporting(chunk, true)}function ${chunk}(${task.parameter})${typed ? ': void' : ''} {
${style.indent}${chunkLoop(site, subject, { ...task, results: '' })}
}`,
    ...declarations,
  ]);
  return code.candidate({
    variant: 'loop-in-place',
    summary: `Adds ${parallel}, which spreads the work of \`${shown}\` over worker threads that fill ${listed} in shared memory.`,
    callBinding: parallel,
    workload: 'single',
    taskFunction: chunk,
    ...(sizeGuard === undefined ? {} : { sizeGuard }),
    caveats: copiedCaveats(views, filled),
  });
}

/** Lines before the first task and after the last; undefined where what has to be a whole number is known to the loop alone. */
export function fillingLines({ site, filled }: Filling, task: LoopTask, chunk: string): FillingLines | undefined {
  const whole = site.facts.guards.flatMap((guard) => (guard.kind === 'integer' ? guard.value : []));
  if (!whole.every((one) => task.names.includes(one))) return undefined;
  const after = filled.map((one) => `${one.name}.set(${task.sharedName(one.name)});`);
  const { from, to } = task.range ?? { from: '0', to: task.count };
  const inOrder = [
    `if (!${whole.map((one) => `Number.isInteger(${one})`).join(' || !')}) {`,
    '  // Iterations may set the same elements, and the last one has to be the last.',
    `  ${chunk}(${task.sent(from, '', to)});`,
    ...after.map((line) => `  ${line}`),
    '  return;',
    '}',
  ];
  return { before: whole.length > 0 ? inOrder : [], after };
}

/** A kernel works in a memory of its own, wherever the arrays lie. */
export function copiedCaveats(
  views: readonly SharedView[],
  filled: readonly ts.Symbol[],
  partKernel?: PartKernel,
): readonly Reason[] {
  const read = views.filter((view) => filled.every((one) => one.name !== view.name)).map((view) => `\`${view.name}\``);
  const unless = partKernel === undefined ? '; what the caller keeps in a SharedArrayBuffer already is not copied' : '';
  const message = `Each call copies ${read.join(', ')} into shared memory${unless}.`;
  return read.length === 0 ? [] : [{ code: 'W12', message }];
}

function fillingOf(loop: ts.IterationStatement, subject: Subject): Filling | undefined {
  const { checker } = subject;
  const header = readLoopHeader(loop, checker);
  if (header?.kind !== 'counted' || !ts.isBlock(loop.parent) || isInsideTry(loop, subject.node)) return undefined;
  const targets = writesOf(header, subject).map((node) => filledBy(node, checker));
  const filled = [...new Set(targets)];
  if (filled.length === 0 || !filled.every((one) => one !== undefined && isFilledOnly(one, loop, subject)))
    return undefined;
  const facts = analyzeLoop(loop, subject);
  // Where two iterations may set the same element, the later one has to be the last.
  if (!facts.guards.every(({ kind }) => kind === 'integer')) return undefined;
  const answer = answerFor(header, facts, { kind: 'place' }, subject);
  return answer.kind === 'site' ? { site: answer.site, filled: filled as readonly ts.Symbol[] } : undefined;
}

/** `out` of `out[i]`. */
function filledBy(written: ts.Expression, checker: ts.TypeChecker): ts.Symbol | undefined {
  const node = bare(written);
  if (!ts.isElementAccessExpression(node) || !ts.isIdentifier(node.expression)) return undefined;
  return checker.getSymbolAtLocation(node.expression);
}

/**
 * A typed array that the function makes, that has no other name when the loop begins, and that the loop does nothing with but set its elements: a part
 * that is done again finds what it found the first time.
 */
function isFilledOnly(symbol: ts.Symbol, loop: ts.IterationStatement, { node, checker }: Subject): boolean {
  const declaration = symbol.valueDeclaration;
  if (declaration === undefined || !ts.isVariableDeclaration(declaration) || !isInside(declaration, node)) return false;
  const made = declaration.initializer && bare(declaration.initializer);
  const isMade =
    made !== undefined &&
    ts.isNewExpression(made) &&
    made.arguments?.length === 1 &&
    typedArrayClass(checker.getTypeAtLocation(made)) === made.expression.getText() &&
    made.arguments.every((one) => (checker.getTypeAtLocation(one).flags & ts.TypeFlags.NumberLike) !== 0);
  if (!isMade || isInside(declaration, loop) || !ts.isBlock(declaration.parent.parent.parent)) return false;
  return mentionsIn(node, symbol, checker).every((mention) => {
    if (mention === declaration.name) return true;
    const access = mention.parent;
    const isElement = ts.isElementAccessExpression(access) && access.expression === mention;
    if (!isInside(mention, loop)) return mention.pos > loop.pos || isElement || isFill(access);
    const isLength = ts.isPropertyAccessExpression(access) && access.name.text === 'length';
    return isLength || (isElement && isPlainlySet(access, checker));
  });
}

/** `out.fill(1)` as a statement. */
function isFill(access: ts.Node): boolean {
  const call = access.parent;
  return (
    ts.isPropertyAccessExpression(access) &&
    access.name.text === 'fill' &&
    ts.isCallExpression(call) &&
    ts.isExpressionStatement(call.parent)
  );
}

/** `out[i] = x` as a statement, and each of `out[i] = out[j] = x`. */
function isPlainlySet(access: ts.ElementAccessExpression, checker: ts.TypeChecker): boolean {
  const isNumber = (checker.getTypeAtLocation(access.argumentExpression).flags & ts.TypeFlags.NumberLike) !== 0;
  let whole: ts.Node = access;
  while (isPlainAssignment(whole.parent) && (whole !== access || whole.parent.left === access)) whole = whole.parent;
  return isNumber && isTarget(access) && whole !== access && ts.isExpressionStatement(whole.parent);
}

function isPlainAssignment(node: ts.Node): node is ts.BinaryExpression {
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken;
}

/** The typed arrays of the loop: those that it fills, and those of which it only reads elements. */
export function viewsOf(site: LoopSite, filled: readonly ts.Symbol[], subject: Subject): readonly SharedView[] {
  const { checker } = subject;
  return site.captured.flatMap(({ name, symbol, type }): SharedView[] => {
    const className = typedArrayClass(type);
    const isRead = mentionsIn(site.header.loop, symbol, checker).every((use) => isElementRead(use, checker));
    if (className === undefined || !(filled.includes(symbol) || isRead)) return [];
    return [viewOf(name, className, subject)];
  });
}
