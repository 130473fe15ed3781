// Splitting a loop of the subject: workers compute the value of each iteration, and the statement that took it takes it from the results, in order.

import { freshName } from '../../source/names.ts';
import type { StrategyContext } from '../strategy.ts';
import { hopelessSplit, showMicroseconds } from './break-even.ts';
import { handedType, sharingOf } from './handed-values.ts';
import { proposeChanging } from './loop-changed.ts';
import { chunkLoop } from './loop-chunk.ts';
import { copiedCaveats, heaviestFilling, proposeInPlace, viewsOf } from './loop-in-place.ts';
import { inOnePart, iterationsIn } from './loop-range.ts';
import { type LoopSite, loopSites } from './loop-sites.ts';
import { goesThroughOnce, parallelBody } from './loop-taking.ts';
import { hiddenName, loopTask, NOTHING_SHARED, type Sharing, UNWRITABLE } from './loop-task.ts';
import { shownHead } from './loop-text.ts';
import { keptOfParts, startedOwn } from './own-text.ts';
import { fewestPieces } from './part-length.ts';
import { arrayOf } from './part-runner.ts';
import { poolCode } from './pool-code.ts';
import { against, type ShapeProposal } from './shape-proposal.ts';
import { mayMatter, sharingFunction as numbersToShared } from './shared-numbers.ts';
import { sharingFunction, sharingFunctions } from './shared-views.ts';
import { proposeWaiting } from './waiting-forms.ts';
import { parallelSignature, sizeGuardOf } from './work-count.ts';

export function proposeLoopSplit(context: StrategyContext): ShapeProposal {
  const { subject, observed } = context;
  const answers = loopSites(subject);
  const sites = answers.flatMap((answer) => (answer.kind === 'site' ? [answer.site] : []));
  const [site] = sites.sort((a, b) => b.weight - a.weight);
  const filling = heaviestFilling(subject);
  const inPlace = filling && proposeInPlace(context, filling);
  if (site === undefined && inPlace === undefined) {
    const changing = subject.listing.isAsync ? undefined : proposeChanging(context);
    if (changing?.kind === 'candidates') return changing;
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
  // A typed array in shared memory is copied once, and not for every part.
  const views = site === undefined ? [] : viewsOf(site, [], subject);
  const cloned = site && candidateFor(context, site, { ...NOTHING_SHARED, views });
  // The most promising ones first: those that wait hand over for a third of what a pool takes, and ask nothing of callers.
  const waiting = proposeWaiting(context, inPlace === undefined ? undefined : filling, site);
  const [first, ...others] = waiting;
  if (inPlace !== undefined) {
    const more = [inPlace, ...(cloned?.kind === 'candidates' ? cloned.candidates : [])] as const;
    return { kind: 'candidates', candidates: first === undefined ? more : [first, ...others, ...more] };
  }
  if (site === undefined || cloned === undefined) throw new Error('A loop that fills nothing is split otherwise.');
  const sharing = mayMatter(observed) ? sharingOf(site, subject) : NOTHING_SHARED;
  const shared = sharing === NOTHING_SHARED ? undefined : candidateFor(context, site, { ...sharing, views });
  if (cloned.kind === 'declined') return cloned;
  const pooled =
    shared?.kind === 'candidates' ? ([...shared.candidates, ...cloned.candidates] as const) : cloned.candidates;
  return { kind: 'candidates', candidates: first === undefined ? pooled : [first, ...others, ...pooled] };
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
  const isSharing = sharing.arrays.length > 0 || sharing.items || sharing.results;
  const functions = sharingFunctions(sharing.views);
  const code = poolCode(subject, [
    ...[parallel, chunk, inWorkers, results, ...(isSharing ? [toShared] : [])],
    ...functions.map((view) => view.toShared),
  ]);
  const task = loopTask(site, subject, { chunk, sharing, toShared });
  if (typed && valueType === undefined) return against(UNWRITABLE);
  if ('code' in task) return against(task);
  const hidden = hiddenName(task.names, code.outerNames);
  if (hidden !== undefined) return against(hidden);
  const value = valueType ?? 'unknown';
  const { names, range } = task;
  const isInParts = sharing.results && goesThroughOnce(site);
  const whole = sharing.results ? (isInParts ? 'part' : 'numbers') : 'list';
  const runner = code.runner({
    head: `async function ${inWorkers}`,
    parameters: task.parameters,
    resultType: value,
    taken: names,
    count: task.count,
    mayBeTiny: task.mayBeTiny,
    piece: 'iteration',
    task: task.sent,
    plain: task.plain,
    taskType: task.type,
    chunk,
    fewest: fewestPieces(observed, (answer) => iterationsIn(answer, header, subject)),
    ...(range === undefined ? {} : { range }),
    setup: [...task.setup, ...(range?.isKnown === false ? inOnePart(range, task.sent, chunk, whole) : [])],
    ...(sharing.results ? { numbersType: sharedType, handsParts: isInParts } : {}),
  });
  const shown = shownHead(header.loop);
  const loopText = chunkLoop(site, subject, { ...task, results });
  const end = style.semicolons ? ';' : '';
  const { delivery } = site;
  const own = delivery.kind === 'own' ? delivery.target.name : results;
  const isList = delivery.kind !== 'own' || delivery.of === 'list';
  const started = isList ? `const ${own}${typed ? `: ${arrayOf(value)}` : ''} = []` : startedOwn(delivery);
  const given = isList ? (sharing.results ? `${toShared}(${own})` : own) : `[${own}]`;
  const ofParts = delivery.kind === 'own' && !isList ? keptOfParts(delivery) : undefined;
  const kept = ofParts?.sentence ?? 'The results keep their order.';
  const head = `async function ${parallel}${parallelSignature(subject)}`;
  const sizeGuard = range === undefined ? sizeGuardOf(task.counted, `${head} {`, 'iterations', subject) : undefined;
  const call = `await ${inWorkers}(${task.given.join(', ')})`;
  code.addAfterSubject([
    `/** Like \`${name}\`, with the work of \`${shown}\` spread over worker threads. ${kept} */
${code.exporting(parallel, false)}${head}${parallelBody(subject, site, { call, results, valueType: value, isInParts })}`,
    runner,
    `/** What one worker does at a time for \`${parallel}\`. */
${code.exporting(chunk, true)}function ${chunk}(${task.parameter})${typed ? `: ${sharing.results ? sharedType : arrayOf(value)}` : ''} {
${style.indent}${started}${end}
${style.indent}${loopText}
${style.indent}return ${given}${end}
}`,
    ...(isSharing ? [code.styled(numbersToShared(toShared, style))] : []),
    ...functions.map((view) => code.styled(sharingFunction(view, typed))),
  ]);
  return {
    kind: 'candidates',
    candidates: [
      code.candidate({
        variant: isSharing ? 'loop-shared' : 'loop',
        summary: `Adds ${parallel}, which spreads the work of \`${shown}\` over worker threads and ${ofParts?.verb ?? 'takes the results in order'}${isSharing ? '; numbers go there and back in shared memory' : ''}.`,
        callBinding: parallel,
        workload: 'single',
        taskFunction: chunk,
        ...(sizeGuard === undefined ? {} : { sizeGuard }),
        caveats: copiedCaveats(sharing.views, []),
      }),
    ],
  };
}
