// A loop that ends early at the first iteration that fits: workers look for that iteration, a few parts at a time, and what the loop does there stays
// with the caller, who has the very element.
import ts from 'typescript';
import { indentAt } from '../../source/insertion-places.ts';
import { analyzeLoop, outermostLoops } from '../../source/loops/analyze-loop.ts';
import { type LoopHeader, readLoopHeader } from '../../source/loops/loop-header.ts';
import { isTarget } from '../../source/loops/places.ts';
import { freshName } from '../../source/names.ts';
import { isInside } from '../../source/ranges/expressions.ts';
import type { Subject } from '../../source/subject.ts';
import type { StrategyContext } from '../strategy.ts';
import { hopelessSplit } from './break-even.ts';
import { searchingLoop } from './loop-chunk.ts';
import { iterationsIn, rangeOf } from './loop-range.ts';
import { answerFor, isInsideTry, type LoopSite, writesOf } from './loop-sites.ts';
import { continues, type LoopTail } from './loop-tail.ts';
import { hiddenName, loopTask, NOTHING_SHARED } from './loop-task.ts';
import { identifiersOf, reindented, shownHead } from './loop-text.ts';
import { fewestPieces } from './part-length.ts';
import { unusedName } from './part-runner.ts';
import { poolCode } from './pool-code.ts';
import { against, type ShapeProposal } from './shape-proposal.ts';
import { parallelSignature, sizeGuardOf } from './work-count.ts';

interface Search {
  readonly site: LoopSite;
  /** What an iteration does before `hit`. */
  readonly statements: readonly ts.Statement[];
  /** The last statement of the body: whether this is the iteration, and what the loop does there. Undefined where it may return in several places. */
  readonly hit: ts.IfStatement | undefined;
  /** Where an iteration ends the loop. */
  readonly ends: readonly ts.Statement[];
}

/** Undefined where no loop is a search: what stands against splitting the loops otherwise says more. */
export function proposeLoopSearch({ subject, observed }: StrategyContext): ShapeProposal | undefined {
  const searches = outermostLoops(subject).flatMap((loop) => searchOf(loop, subject) ?? []);
  const [search] = searches.sort((a, b) => b.site.weight - a.site.weight);
  if (search === undefined || hopelessSplit(observed) !== undefined) return undefined;
  const { name } = subject.listing;
  const { style } = subject;
  const { header } = search.site;
  const parallel = freshName(subject, `${name}Parallel`);
  const chunk = freshName(subject, `${name}Chunk`);
  const inWorkers = freshName(subject, `${name}InWorkers`);
  const code = poolCode(subject, [parallel, chunk, inWorkers]);
  const task = loopTask(search.site, subject, { chunk, sharing: NOTHING_SHARED, toShared: '' });
  if ('code' in task) return against(task);
  const hidden = hiddenName(task.names, code.outerNames);
  if (hidden !== undefined) return against(hidden);
  const runner = code.searchRunner({
    head: `async function ${inWorkers}`,
    parameters: task.parameters,
    taken: task.names,
    count: task.count,
    mayBeTiny: task.mayBeTiny,
    piece: 'iteration',
    task: task.sent,
    plain: task.plain,
    taskType: task.type,
    chunk,
    method: 'findIndex',
    tellsOverall: task.usesNumbers,
    fewest: fewestPieces(observed, (answer) => iterationsIn(answer, header, subject)),
  });
  const shown = shownHead(header.loop);
  const typed = style.isTypeScript;
  const head = `async function ${parallel}${parallelSignature(subject)}`;
  const sizeGuard = sizeGuardOf(task.counted, `${head} {`, 'iterations', subject);
  const end = style.semicolons ? ';' : '';
  code.addAfterSubject([
    `/** Like \`${name}\`, with \`${shown}\` spread over worker threads. It stops at the first part that has a hit. */
${code.exporting(parallel, false)}${head}${parallelBody(search, subject, `await ${inWorkers}(${task.given.join(', ')})`)}`,
    runner,
    `/** What one worker does at a time for \`${parallel}\`: the first iteration that fits, or -1. */
${code.exporting(chunk, true)}function ${chunk}(${task.parameter})${typed ? ': number' : ''} {
${style.indent}${searchingLoop(search.site, search.ends, subject, task)}
${style.indent}return -1${end}
}`,
  ]);
  return {
    kind: 'candidates',
    candidates: [
      code.candidate({
        variant: 'loop-search',
        summary: `Adds ${parallel}, which looks for the iteration that ends \`${shown}\` on worker threads, a few parts at a time until there is one.`,
        callBinding: parallel,
        workload: 'single',
        taskFunction: chunk,
        ...(sizeGuard === undefined ? {} : { sizeGuard }),
        caveats: [],
      }),
    ],
  };
}

function searchOf(loop: ts.IterationStatement, subject: Subject): Search | undefined {
  const header = readLoopHeader(loop, subject.checker);
  if (header === undefined || rangeOf(header) !== undefined || !isGivenAgain(header, subject)) return undefined;
  if (!ts.isBlock(loop.parent) || isInsideTry(loop, subject.node)) return undefined;
  const body = loop.statement;
  const statements: readonly ts.Statement[] = ts.isBlock(body) ? body.statements : [body];
  const last = statements.at(-1);
  const hit = last !== undefined && ts.isIfStatement(last) && leavesThere(last) ? last : undefined;
  const before = hit === undefined ? statements : statements.slice(0, -1);
  const single = hit && provenSearch(header, { statements: before, hit, ends: [hit.thenStatement] }, subject);
  return single ?? provenSearch(header, { statements, hit: undefined, ends: returnsIn(body) }, subject);
}

/** `ends` run once, in the last iteration: what they change no other iteration sees. */
function provenSearch(header: LoopHeader, search: Omit<Search, 'site'>, subject: Subject): Search | undefined {
  const { statements, hit, ends } = search;
  const isAtTheEnd = (node: ts.Node): boolean => ends.some((one) => isInside(node, one));
  if (ends.length === 0 || writesOf(header, subject).some((node) => !isAtTheEnd(node))) return undefined;
  if (statements.some(continues) && (hit === undefined || needsWork({ statements, hit }, subject))) return undefined;
  const facts = analyzeLoop(header.loop, subject);
  const reasons = facts.reasons.filter(({ node }) => !isAtTheEnd(node));
  const delivery: LoopTail = { kind: 'tail', statements: ends, values: [], usesIteration: true };
  const answer = answerFor(header, { ...facts, reasons }, delivery, subject);
  return answer.kind === 'site' ? { ...search, site: answer.site } : undefined;
}

function returnsIn(region: ts.Node): readonly ts.ReturnStatement[] {
  const found: ts.ReturnStatement[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) return;
    if (ts.isReturnStatement(node)) found.push(node);
    else ts.forEachChild(node, visit);
  };
  visit(region);
  return found;
}

/** It ends with a `return`, or with the `break` of the loop after something else, and nothing before that goes on with the loop. */
function leavesThere({ thenStatement: kept, elseStatement }: ts.IfStatement): boolean {
  const statements: readonly ts.Statement[] = ts.isBlock(kept) ? kept.statements : [kept];
  const [before, last] = [statements.slice(0, -1), statements.at(-1)];
  if (elseStatement !== undefined || last === undefined) return false;
  if (before.some((one) => continues(one) || breaks(one))) return false;
  return ts.isReturnStatement(last) || (ts.isBreakStatement(last) && last.label === undefined && before.length > 0);
}

/** A `break` that may be of the loop around. */
function breaks(node: ts.Node): boolean {
  if (ts.isFunctionLike(node)) return false;
  if (ts.isBreakStatement(node)) return true;
  return ts.forEachChild(node, breaks) ?? false;
}

/** The element or the counter can be had once more after the loop: the array has a name, and the counter's is free there. */
function isGivenAgain(header: LoopHeader, { node }: Subject): boolean {
  if (header.kind === 'elements') return ts.isIdentifier(header.array);
  const isTaken = (child: ts.Node): boolean => {
    if (child === header.loop) return false;
    if (ts.isForStatement(child) && child.initializer?.getText().includes(header.name) === true) return false;
    return (ts.isIdentifier(child) && child.text === header.name) || (ts.forEachChild(child, isTaken) ?? false);
  };
  return node.body !== undefined && !isTaken(node.body) && !node.parameters.some(isTaken);
}

/** What the loop does at the hit uses what the iteration computed. */
function needsWork(
  { statements, hit }: { readonly statements: readonly ts.Statement[]; readonly hit: ts.IfStatement },
  { checker }: Subject,
): boolean {
  return mentions(hit.thenStatement, (declaration) => statements.some((one) => isInside(declaration, one)), checker);
}

function mentions(region: ts.Node, isMeant: (declaration: ts.Node) => boolean, checker: ts.TypeChecker): boolean {
  const visit = (node: ts.Node): boolean => {
    const symbol = !ts.isIdentifier(node)
      ? undefined
      : ts.isShorthandPropertyAssignment(node.parent)
        ? checker.getShorthandAssignmentValueSymbol(node.parent)
        : checker.getSymbolAtLocation(node);
    if (symbol?.declarations?.some(isMeant) === true) return true;
    return ts.forEachChild(node, visit) ?? false;
  };
  return visit(region);
}

/** The body of the original, with the search in place of the loop, and what the loop does at the hit after it. */
function parallelBody(search: Search, subject: Subject, call: string): string {
  const { node, text } = subject;
  const { body } = node;
  const { loop } = search.site.header;
  if (body === undefined) throw new Error('A function with a loop has a body.');
  return ` ${text.slice(body.getStart(), loop.getStart())}${atTheHit(search, subject, call)}${text.slice(loop.end, body.end)}`;
}

function atTheHit(search: Search, subject: Subject, call: string): string {
  const { header } = search.site;
  const { loop } = header;
  const { text, style, checker, project, node } = subject;
  const end = style.semicolons ? ';' : '';
  const indent = indentAt(loop.getStart(), text);
  const inner = indent + style.indent;
  const place = header.kind === 'counted' ? header.name : unusedName('at', identifiersOf(node));
  const { repeated, done, isShort } = repeatedAtTheHit(search, subject);
  const lines = done.map(({ text: given, from }) => reindented(given, indentAt(from.getStart(), text), inner));
  if (header.kind === 'elements') {
    const head = header.loop.initializer;
    const usesElement = repeated.some((one) => mentions(one, (declaration) => isInside(declaration, head), checker));
    // The search found it there, which the compiler cannot know.
    const asked =
      style.isTypeScript && project.options.noUncheckedIndexedAccess === true
        ? ` as (typeof ${header.array.getText()})[number]`
        : '';
    if (usesElement) lines.unshift(`${head.getText()} = ${header.array.getText()}[${place}]${asked}${end}`);
  }
  const found = `const ${place} = ${call}${end}`;
  if (lines.length === 1 && isShort) return `${found}\n${indent}if (${place} !== -1) ${lines.join('')}`;
  return `${found}\n${indent}if (${place} !== -1) {\n${lines.map((line) => `${inner}${line}\n`).join('')}${indent}}`;
}

interface Repeated {
  readonly repeated: readonly ts.Node[];
  readonly done: readonly { readonly text: string; readonly from: ts.Node }[];
  /** The one statement stood without braces. */
  readonly isShort: boolean;
}

/** What of the iteration that was found is done by the caller: all that is needed for what the loop does there. */
function repeatedAtTheHit({ statements, hit }: Search, subject: Subject): Repeated {
  const { text, checker } = subject;
  const [first] = statements;
  const last = statements.at(-1);
  const work = first && last ? [{ text: withComments(first, last, text), from: first }] : [];
  if (hit === undefined) return { repeated: statements, done: work, isShort: false };
  if (narrowsOrSets(hit, checker)) {
    return {
      repeated: [...statements, hit],
      done: [...work, { text: withoutBreak(hit, text), from: hit }],
      isShort: false,
    };
  }
  const { thenStatement: kept } = hit;
  const needed = needsWork({ statements, hit }, subject) ? statements : [];
  const left = (ts.isBlock(kept) ? [...kept.statements] : [kept]).filter((one) => !ts.isBreakStatement(one));
  const [begin, finish] = [left[0], left.at(-1)];
  if (begin === undefined || finish === undefined) throw new Error('The loop does something at the hit.');
  return {
    repeated: [...needed, kept],
    done: [...(needed.length > 0 ? work : []), { text: withComments(begin, finish, text), from: begin }],
    isShort: !ts.isBlock(kept),
  };
}

/** Statements as they stand, with what is written above the first. */
function withComments(first: ts.Statement, last: ts.Statement, text: string): string {
  return text.slice(first.getFullStart(), last.end).trim();
}

/** The statement as it stands, without the `break` at its end. */
function withoutBreak(hit: ts.IfStatement, text: string): string {
  const { thenStatement: kept } = hit;
  const last = ts.isBlock(kept) ? kept.statements.at(-1) : undefined;
  if (last === undefined || !ts.isBreakStatement(last)) return hit.getText();
  return text.slice(hit.getStart(), last.getFullStart()) + text.slice(last.end, kept.end);
}

/** The condition sets something, or what it says of a value is needed to read the rest. */
function narrowsOrSets(hit: ts.IfStatement, checker: ts.TypeChecker): boolean {
  const sets = (node: ts.Node): boolean =>
    (ts.isIdentifier(node) && isTarget(node)) || (ts.forEachChild(node, sets) ?? false);
  const isNarrowed = (node: ts.Node): boolean => {
    if (ts.isIdentifier(node) || ts.isPropertyAccessExpression(node)) {
      const symbol = checker.getSymbolAtLocation(node);
      const isVariable =
        symbol !== undefined && (symbol.flags & (ts.SymbolFlags.Variable | ts.SymbolFlags.Property)) !== 0;
      if (isVariable && checker.getTypeAtLocation(node) !== checker.getTypeOfSymbol(symbol)) return true;
    }
    return ts.forEachChild(node, isNarrowed) ?? false;
  };
  return sets(hit.expression) || isNarrowed(hit.thenStatement);
}
