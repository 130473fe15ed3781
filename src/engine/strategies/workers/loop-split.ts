// Splitting a loop of the subject: workers compute the value of each iteration, and the statement that took it takes it from the results, in order.

import ts from 'typescript';
import { freshName } from '../../source/names.ts';
import type { Subject } from '../../source/subject.ts';
import type { StrategyContext } from '../strategy.ts';
import { hopelessSplit, showMicroseconds } from './break-even.ts';
import { chunkLoop } from './loop-chunk.ts';
import { proposeInPlace } from './loop-in-place.ts';
import { inOnePart, iterationsIn } from './loop-range.ts';
import { type LoopDelivery, type LoopSite, loopSites } from './loop-sites.ts';
import { parallelBody } from './loop-taking.ts';
import { hiddenName, loopTask, NOTHING_SHARED, type Sharing, UNWRITABLE } from './loop-task.ts';
import { shownHead } from './loop-text.ts';
import { ownType, startedOwn } from './own-text.ts';
import { fewestPieces } from './part-length.ts';
import { arrayOf } from './part-runner.ts';
import { poolCode } from './pool-code.ts';
import { against, type ShapeProposal } from './shape-proposal.ts';
import { isArrayOfNumbers, isNumberType, mayMatter, shareableArrays, sharingFunction } from './shared-numbers.ts';
import { declaredType, typeText } from './type-text.ts';
import { parallelSignature, sizeGuardOf } from './work-count.ts';

export function proposeLoopSplit(context: StrategyContext): ShapeProposal {
  const { subject, observed } = context;
  const answers = loopSites(subject);
  const sites = answers.flatMap((answer) => (answer.kind === 'site' ? [answer.site] : []));
  const [site] = sites.sort((a, b) => b.weight - a.weight);
  const inPlace = proposeInPlace(context);
  if (site === undefined && inPlace === undefined) {
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
  const cloned = site && candidateFor(context, site, NOTHING_SHARED);
  if (inPlace !== undefined)
    return { kind: 'candidates', candidates: [inPlace, ...(cloned?.kind === 'candidates' ? cloned.candidates : [])] };
  if (site === undefined || cloned === undefined) throw new Error('A loop that fills nothing is split otherwise.');
  const sharing = mayMatter(observed) ? sharingOf(site, subject) : NOTHING_SHARED;
  const shared = sharing === NOTHING_SHARED ? undefined : candidateFor(context, site, sharing);
  if (cloned.kind === 'declined' || shared?.kind !== 'candidates') return cloned;
  // The most promising one first.
  return { kind: 'candidates', candidates: [...shared.candidates, ...cloned.candidates] };
}

function sharingOf(site: LoopSite, subject: Subject): Sharing {
  const { checker } = subject;
  const { header, delivery } = site;
  const arrays = shareableArrays(site, subject).map(({ name }) => name);
  const isItems = header.kind === 'elements' && !ts.isIdentifier(header.array);
  const items = isItems && isArrayOfNumbers(checker.getTypeAtLocation(header.array), checker);
  const handed =
    delivery.kind === 'tail'
      ? delivery.values.map(({ type }) => type)
      : delivery.kind === 'own' || delivery.kind === 'place'
        ? []
        : [checker.getTypeAtLocation(delivery.value)];
  const results = handed.length === 1 && handed.every(isNumberType);
  return arrays.length > 0 || items || results ? { ...NOTHING_SHARED, arrays, items, results } : NOTHING_SHARED;
}

function candidateFor({ subject, observed }: StrategyContext, site: LoopSite, sharing: Sharing): ShapeProposal {
  const { name } = subject.listing;
  const { style } = subject;
  const typed = style.isTypeScript;
  const valueType = handedType(site.delivery, subject);
  const { header } = site;
  const results = freshName(subject, 'results');
  const parallel = freshName(subject, `${name}Parallel`);
  const chunk = freshName(subject, `${name}Chunk`);
  const inWorkers = freshName(subject, `${name}InWorkers`);
  const toShared = freshName(subject, 'shared');
  const sharedType = `ReturnType<typeof ${toShared}>`;
  const isSharing = sharing !== NOTHING_SHARED;
  const code = poolCode(subject, [parallel, chunk, inWorkers, results, ...(isSharing ? [toShared] : [])]);
  const task = loopTask(site, subject, { chunk, sharing, toShared });
  if (typed && valueType === undefined) return against(UNWRITABLE);
  if ('code' in task) return against(task);
  const hidden = hiddenName(task.names, code.outerNames);
  if (hidden !== undefined) return against(hidden);
  const value = valueType ?? 'unknown';
  const { names, range } = task;
  const runner = code.runner({
    head: `async function ${inWorkers}`,
    parameters: task.parameters,
    resultType: value,
    taken: names,
    count: task.count,
    piece: 'iteration',
    task: task.sent,
    taskType: task.type,
    chunk,
    fewest: fewestPieces(observed, (answer) => iterationsIn(answer, header, subject)),
    ...(range === undefined ? {} : { range }),
    setup: [...task.setup, ...(range?.isKnown === false ? inOnePart(range, task.sent, chunk, sharing.results) : [])],
    ...(sharing.results ? { numbersType: sharedType } : {}),
  });
  const shown = shownHead(header.loop);
  const loopText = chunkLoop(site, subject, { ...task, results });
  const end = style.semicolons ? ';' : '';
  const { delivery } = site;
  const own = delivery.kind === 'own' ? delivery.target.name : results;
  const isList = delivery.kind !== 'own' || delivery.of === 'list';
  const started = isList ? `const ${own}${typed ? `: ${arrayOf(value)}` : ''} = []` : startedOwn(delivery);
  const given = isList ? (sharing.results ? `${toShared}(${own})` : own) : `[${own}]`;
  const kept = isList ? 'The results keep their order.' : 'What the parts count is added up.';
  const head = `async function ${parallel}${parallelSignature(subject)}`;
  const sizeGuard = range === undefined ? sizeGuardOf(task.counted, `${head} {`, 'iterations', subject) : undefined;
  const call = `await ${inWorkers}(${task.given.join(', ')})`;
  code.addAfterSubject([
    `/** Like \`${name}\`, with the work of \`${shown}\` spread over worker threads. ${kept} */
${code.exporting(parallel, false)}${head}${parallelBody(subject, site, call, results, value)}`,
    runner,
    `/** What one worker does at a time for \`${parallel}\`. */
${code.exporting(chunk, true)}function ${chunk}(${task.parameter})${typed ? `: ${sharing.results ? sharedType : arrayOf(value)}` : ''} {
${style.indent}${started}${end}
${style.indent}${loopText}
${style.indent}return ${given}${end}
}`,
    ...(isSharing ? [code.styled(sharingFunction(toShared, style))] : []),
  ]);
  return {
    kind: 'candidates',
    candidates: [
      code.candidate({
        variant: isSharing ? 'loop-shared' : 'loop',
        summary: `Adds ${parallel}, which spreads the work of \`${shown}\` over worker threads and ${isList ? 'takes the results in order' : 'adds up what they count'}${isSharing ? '; numbers go there and back in shared memory' : ''}.`,
        callBinding: parallel,
        workload: 'single',
        taskFunction: chunk,
        ...(sizeGuard === undefined ? {} : { sizeGuard }),
        caveats: [],
      }),
    ],
  };
}

/** The type of what an iteration hands over; several values go as a tuple. */
function handedType(delivery: LoopDelivery, subject: Subject): string | undefined {
  const { checker } = subject;
  const textOf = (type: ts.Type) => typeText(checker.getBaseTypeOfLiteralType(type), subject);
  if (delivery.kind === 'place') return undefined;
  if (delivery.kind === 'own') {
    return ownType(delivery, subject);
  }
  if (delivery.kind !== 'tail') {
    const { value } = delivery;
    return textOf(declaredType(checker.getTypeAtLocation(value), checker.getContextualType(value), checker));
  }
  const types = delivery.values.map(({ type }) => textOf(type));
  if (types.includes(undefined)) return undefined;
  return types.length === 1 ? types[0] : `[${types.join(', ')}]`;
}
