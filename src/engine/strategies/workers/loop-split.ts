// Splitting a loop of the subject: workers compute the value of each iteration, and the statement that took it takes it from the results, in order.

import ts from 'typescript';
import { freshName } from '../../source/names.ts';
import type { Subject } from '../../source/subject.ts';
import type { StrategyContext } from '../strategy.ts';
import { hopelessSplit, showMicroseconds } from './break-even.ts';
import { chunkLoop } from './loop-chunk.ts';
import type { Delivery } from './loop-delivery.ts';
import { isFullySliced, isUsedInBody, slicedArrays } from './loop-parts.ts';
import { endOfPart, inOnePart, iterationsIn, rangeOf } from './loop-range.ts';
import { type LoopSite, loopSites } from './loop-sites.ts';
import type { LoopTail } from './loop-tail.ts';
import { parallelBody } from './loop-taking.ts';
import { identifiersOf, inLines, shorthand } from './loop-text.ts';
import { fewestPieces } from './part-length.ts';
import { arrayOf, unusedName } from './part-runner.ts';
import { poolCode } from './pool-code.ts';
import { against, type ShapeProposal } from './shape-proposal.ts';
import { isArrayOfNumbers, isNumberType, mayMatter, shareableArrays, sharingFunction } from './shared-numbers.ts';
import { shorten } from './shown-values.ts';
import { typeText } from './type-text.ts';
import { parallelSignature, sizeGuardOf } from './work-count.ts';

export function proposeLoopSplit(context: StrategyContext): ShapeProposal {
  const { subject, observed } = context;
  const answers = loopSites(subject);
  const sites = answers.flatMap((answer) => (answer.kind === 'site' ? [answer.site] : []));
  const [site] = sites.sort((a, b) => b.weight - a.weight);
  if (site === undefined) {
    return against(...answers.flatMap((answer) => (answer.kind === 'declined' ? answer.reasons : [])));
  }
  const hopeless = hopelessSplit(observed);
  if (hopeless !== undefined) {
    return against({
      code: 'W9',
      message: `A whole call takes about ${showMicroseconds(hopeless.work)}, and handing the parts to other threads and back alone takes about ${showMicroseconds(hopeless.overhead)}.`,
      unlock: 'Run it on larger arrays, or give each iteration more work.',
    });
  }
  const cloned = candidateFor(context, site, NOTHING_SHARED);
  const sharing = mayMatter(observed) ? sharingOf(site, subject) : NOTHING_SHARED;
  const shared = sharing === NOTHING_SHARED ? undefined : candidateFor(context, site, sharing);
  if (cloned.kind === 'declined' || shared?.kind !== 'candidates') return cloned;
  // The most promising one first.
  return { kind: 'candidates', candidates: [...shared.candidates, ...cloned.candidates] };
}

/** What goes to the threads and back in shared memory. */
interface Sharing {
  /** Names of arrays. */
  readonly arrays: readonly string[];
  /** The array that the loop goes over, when it is no variable. */
  readonly items: boolean;
  readonly results: boolean;
}

const NOTHING_SHARED: Sharing = { arrays: [], items: false, results: false };

function sharingOf(site: LoopSite, subject: Subject): Sharing {
  const { checker } = subject;
  const { header, delivery } = site;
  const arrays = shareableArrays(site, subject).map(({ name }) => name);
  const isItems = header.kind === 'elements' && !ts.isIdentifier(header.array);
  const items = isItems && isArrayOfNumbers(checker.getTypeAtLocation(header.array), checker);
  const handed =
    delivery.kind === 'tail' ? delivery.values.map(({ type }) => type) : [checker.getTypeAtLocation(delivery.value)];
  const results = handed.length === 1 && handed.every(isNumberType);
  return arrays.length > 0 || items || results ? { arrays, items, results } : NOTHING_SHARED;
}

function candidateFor({ subject, observed }: StrategyContext, site: LoopSite, sharing: Sharing): ShapeProposal {
  const { name } = subject.listing;
  const { style, checker } = subject;
  const typed = style.isTypeScript;
  const valueType = handedType(site.delivery, subject);
  const sliced = slicedArrays(site, subject);
  const { header } = site;
  const results = freshName(subject, 'results');
  const parallel = freshName(subject, `${name}Parallel`);
  const chunk = freshName(subject, `${name}Chunk`);
  const inWorkers = freshName(subject, `${name}InWorkers`);
  const isOverElements = header.kind === 'elements';
  const counted = isOverElements ? header.array : header.limit;
  const items = isOverElements ? itemsName(header.array, site, subject) : undefined;
  const others = site.captured.filter(({ name: one }) => one !== items);
  const itemsType = isOverElements ? arrayTypeText(header.array, subject) : undefined;
  const declared = [
    ...(items === undefined ? [] : [{ name: items, type: itemsType }]),
    ...others.map((one) => ({ name: one.name, type: typeText(checker.getBaseTypeOfLiteralType(one.type), subject) })),
  ];
  if (typed && [valueType, ...declared.map(({ type }) => type)].includes(undefined)) {
    const message = 'The types of the values that go to the workers cannot be written down at the top of the module.';
    return against({ code: 'C9', message, unlock: 'Give the types names at the top of the module.' });
  }
  const toShared = freshName(subject, 'shared');
  const sharedType = `ReturnType<typeof ${toShared}>`;
  const isSharing = sharing !== NOTHING_SHARED;
  const code = poolCode(subject, [parallel, chunk, inWorkers, results, ...(isSharing ? [toShared] : [])]);
  const isShared = (one: string): boolean => sharing.arrays.includes(one) || (sharing.items && one === items);
  const names = declared.map((one) => one.name);
  const hidden = names.find((one) => code.outerNames.includes(one));
  if (hidden !== undefined) {
    return against({
      code: 'C6',
      message: `A variable of the function is called \`${hidden}\`, which the code for the workers needs for itself.`,
      unlock: `Rename \`${hidden}\`.`,
    });
  }
  const value = valueType ?? 'unknown';
  const withType = (one: { name: string; type: string | undefined }) => (typed ? `${one.name}: ${one.type}` : one.name);
  const range = rangeOf(header);
  const count = isOverElements ? `${items}.length` : (range?.count ?? header.limit.getText());
  const usesNumbers = header.kind === 'counted' && !isFullySliced(site, sliced, subject);
  const used = [...names, ...identifiersOf(header.loop)];
  const [startName, endName] = [unusedName('start', used), unusedName('end', used)];
  const isPart = (one: string) => one === items || sliced.some((array) => array.name === one);
  const isSent = (one: string): boolean => !usesNumbers || isUsedInBody(one, site);
  const sentNames = declared.filter((one) => isSent(one.name));
  const [only] = sentNames;
  const bare =
    only !== undefined && sentNames.length === 1 && !usesNumbers && isPart(only.name) ? only.name : undefined;
  // What every part gets the whole of is put into shared memory once.
  const whole = sentNames
    .filter((one) => isShared(one.name) && !isPart(one.name))
    .map(({ name: one }) => ({ one, local: unusedName(`shared${one.charAt(0).toUpperCase()}${one.slice(1)}`, names) }));
  const sent = (start: string, length: string, wholeEnd?: string): string => {
    const slice = (one: string) => `${one}.slice(${start}, ${start} + ${length})`;
    const part = (one: string) => (isShared(one) ? `${toShared}(${slice(one)})` : slice(one));
    const end = wholeEnd ?? endOfPart(start, length, range ?? { to: count, isInclusive: false });
    // What the head of the loop counts to is not needed where every part knows its own end.
    const numbers = usesNumbers ? [shorthand(startName, start), shorthand(endName, end)] : [];
    const parts = sentNames.map(({ name: one }) =>
      isPart(one) ? `${one}: ${part(one)}` : shorthand(one, whole.find((array) => array.one === one)?.local ?? one),
    );
    return bare === undefined ? inLines([...parts, ...numbers], 80, '    ') : part(bare);
  };
  const runner = code.runner({
    head: `async function ${inWorkers}`,
    parameters: declared.map(withType),
    resultType: value,
    taken: names,
    count,
    piece: 'iteration',
    task: sent,
    taskType: bare === undefined ? `Parameters<typeof ${chunk}>[0]` : isShared(bare) ? sharedType : (only?.type ?? ''),
    chunk,
    fewest: fewestPieces(observed, (answer) => iterationsIn(answer, header, subject)),
    ...(range === undefined ? {} : { range }),
    setup: [
      ...whole.map(({ one, local }) => `const ${local} = ${toShared}(${one});`),
      ...(range?.isKnown === false ? inOnePart(range, sent, chunk, sharing.results) : []),
    ],
    ...(sharing.results ? { numbersType: sharedType } : {}),
  });
  const received = sentNames.map((one) => (isShared(one.name) ? { ...one, type: sharedType } : one));
  const fields = [
    ...received,
    ...(usesNumbers
      ? [
          { name: startName, type: 'number' },
          { name: endName, type: 'number' },
        ]
      : []),
  ];
  const taskParameter =
    bare !== undefined
      ? received.map(withType).join('')
      : `${inLines(
          fields.map((one) => one.name),
          60,
          '',
        )}${typed ? `: ${inLines(fields.map(withType), 60, '', ';')}` : ''}`;
  const shown = shorten(
    header.loop
      .getText()
      .slice(0, header.loop.statement.getStart() - header.loop.getStart())
      .trim(),
  );
  const loopText = chunkLoop(site, subject, { results, startName, endName, usesNumbers, sliced, items });
  const end = style.semicolons ? ';' : '';
  const head = `async function ${parallel}${parallelSignature(subject)}`;
  const sizeGuard = range === undefined ? sizeGuardOf(counted, `${head} {`, 'iterations', subject) : undefined;
  const call = `await ${inWorkers}(${argumentsOf(names, items, header, subject).join(', ')})`;
  code.addAfterSubject([
    `/** Like \`${name}\`, with the work of \`${shown}\` spread over worker threads. The results keep their order. */
${code.exporting(parallel, false)}${head}${parallelBody(subject, site, call, results, value)}`,
    runner,
    `/** What one worker does at a time for \`${parallel}\`. */
${code.exporting(chunk, true)}function ${chunk}(${taskParameter})${typed ? `: ${sharing.results ? sharedType : arrayOf(value)}` : ''} {
${style.indent}const ${results}${typed ? `: ${arrayOf(value)}` : ''} = []${end}
${style.indent}${loopText}
${style.indent}return ${sharing.results ? `${toShared}(${results})` : results}${end}
}`,
    ...(isSharing ? [code.styled(sharingFunction(toShared, style))] : []),
  ]);
  return {
    kind: 'candidates',
    candidates: [
      code.candidate({
        variant: isSharing ? 'loop-shared' : 'loop',
        summary: `Adds ${parallel}, which spreads the work of \`${shown}\` over worker threads and takes the results in order${isSharing ? '; numbers go there and back in shared memory' : ''}.`,
        callBinding: parallel,
        workload: 'single',
        taskFunction: chunk,
        ...(sizeGuard === undefined ? {} : { sizeGuard }),
        caveats: [],
      }),
    ],
  };
}

/** The array's own name, when it is a variable: the body then reads as it did. */
function itemsName(array: ts.Expression, site: LoopSite, subject: Subject): string {
  if (ts.isIdentifier(array) && site.captured.some(({ name }) => name === array.text)) return array.text;
  return freshName(subject, 'items');
}

function arrayTypeText(array: ts.Expression, subject: Subject): string | undefined {
  return typeText(subject.checker.getTypeAtLocation(array), subject);
}

function argumentsOf(
  names: readonly string[],
  items: string | undefined,
  header: LoopSite['header'],
  { sourceFile }: Subject,
): readonly string[] {
  return names.map((one) => (one === items && header.kind === 'elements' ? header.array.getText(sourceFile) : one));
}

/** The type of what an iteration hands over; several values go as a tuple. */
function handedType(delivery: Delivery | LoopTail, subject: Subject): string | undefined {
  const { checker } = subject;
  const textOf = (type: ts.Type) => typeText(checker.getBaseTypeOfLiteralType(type), subject);
  if (delivery.kind !== 'tail') return textOf(checker.getTypeAtLocation(delivery.value));
  const types = delivery.values.map(({ type }) => textOf(type));
  if (types.includes(undefined)) return undefined;
  return types.length === 1 ? types[0] : `[${types.join(', ')}]`;
}
