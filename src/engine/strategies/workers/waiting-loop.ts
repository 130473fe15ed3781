// The loop of a function that stays synchronous: threads do parts of it, and the function waits for them as its callers waited for the loop. Only where what
// the loop needs are numbers, texts and arrays in shared memory: everything else would be copied to every thread.
import type { Reason } from '../../../model/reason.ts';
import { editFile } from '../../source/edits.ts';
import { laidOut } from '../../source/generated-text.ts';
import { importOffset, topLevelStatement } from '../../source/insertion-places.ts';
import { freshName } from '../../source/names.ts';
import { isPrimitiveType } from '../../source/primitive-types.ts';
import { siblingModule } from '../../source/sibling-module.ts';
import type { Candidate, StrategyContext } from '../strategy.ts';
import { chunkLoop } from './loop-chunk.ts';
import { inOnePart, iterationsIn } from './loop-range.ts';
import type { LoopSite } from './loop-sites.ts';
import { takingLoop } from './loop-taking.ts';
import { hiddenName, type LoopTask, loopTask, type Sharing } from './loop-task.ts';
import { shownHead } from './loop-text.ts';
import { addedExports, addNamedImport } from './module-edits.ts';
import { startedOwn } from './own-text.ts';
import { fewestPieces } from './part-length.ts';
import { arrayOf } from './part-runner.ts';
import { workerModule } from './project-module.ts';
import { waitingRunnerText } from './waiting-runner.ts';
import { SERVE, threadsFileText } from './waiting-threads.ts';

export interface WaitingLoop {
  readonly variant: string;
  readonly site: LoopSite;
  readonly sharing: Sharing;
  /** Type of what an iteration hands over. Of no use where iterations fill arrays. */
  readonly valueType: string;
  /** Lines before the first task, where iterations fill arrays, and lines after the last. */
  readonly filling?: (
    task: LoopTask,
    chunk: string,
  ) => { readonly before: readonly string[]; readonly after: readonly string[] };
  /** Declarations that the sharing needs. */
  readonly declarations: readonly string[];
  readonly toShared: string;
  readonly caveats: readonly Reason[];
}

/** Undefined where it cannot be written down, or where waiting would be for copies more than for work. */
export function waitingLoop(loop: WaitingLoop, { subject, observed }: StrategyContext): Candidate | undefined {
  const { site, sharing, valueType, toShared } = loop;
  const { style, listing, node } = subject;
  const { name } = listing;
  const { header } = site;
  if (!isAllShared(site, sharing) || callsOriginal(site)) return undefined;
  const [chunk, results] = [freshName(subject, `${name}Chunk`), freshName(subject, 'results')];
  const [onThreads, threads] = [freshName(subject, `${name}OnThreads`), freshName(subject, `${name}Threads`)];
  const edit = editFile(subject);
  const module = workerModule(subject);
  const sibling = siblingModule(subject, [`{stem}.{function}.threads`]);
  const parallelism = addNamedImport(edit, subject, 'availableParallelism', 'node:os', module.runsAs);
  const toUrl =
    module.runsAs === 'esm' ? '' : addNamedImport(edit, subject, 'pathToFileURL', 'node:url', module.runsAs);
  addNamedImport(edit, subject, threads, sibling.specifier, style.module === 'esm' ? 'esm' : 'commonjs');
  if (!importOffset(subject.sourceFile).isAfter) edit.insert(importOffset(subject.sourceFile).offset, '\n');
  const task = loopTask(site, subject, { chunk, sharing, toShared });
  if ('code' in task) return undefined;
  const outerNames = [chunk, onThreads, threads, parallelism, toShared, toUrl, 'Math', 'URL', 'require'];
  if (hiddenName(task.names, outerNames) !== undefined) return undefined;
  const workerUrl = toUrl === '' ? module.urlExpression : `${toUrl}(${module.urlExpression}).href`;
  const { before, after } = loop.filling?.(task, chunk) ?? { before: [], after: undefined };
  const { range } = task;
  const unknownStart = range?.isKnown === false ? inOnePart(range, task.sent, chunk, sharing.results) : [];
  const typed = style.isTypeScript;
  const sharedType = `ReturnType<typeof ${toShared}>`;
  const runner = waitingRunnerText(
    {
      ...{ head: `function ${onThreads}`, parameters: task.parameters, resultType: valueType },
      ...{ taken: [...task.names, ...task.names.map(task.sharedName), ...outerNames], count: task.count },
      ...{ piece: 'iteration', task: task.sent, taskType: task.type, chunk },
      ...{ setup: [...task.setup, ...before, ...unknownStart] },
      fewest: fewestPieces(observed, (answer) => iterationsIn(answer, header, subject)),
      ...(range === undefined ? {} : { range }),
      ...(after === undefined ? {} : { inPlace: after }),
      ...(sharing.results ? { numbersType: sharedType } : {}),
    },
    { threads, parallelism, workerUrl },
    style,
  );
  const shown = shownHead(header.loop);
  const call = `${onThreads}(${task.given.join(', ')})`;
  edit.replace(header.loop, takingLoop(site, subject, call, results, valueType));
  const { exporting, finish } = addedExports(edit, subject);
  const declared = typed
    ? `: ${after === undefined ? (sharing.results ? sharedType : arrayOf(valueType)) : 'void'}`
    : '';
  const body = chunkLoop(site, subject, { ...task, results });
  const end = style.semicolons ? ';' : '';
  const [started, given] = collected(site, { results, valueType: typed ? valueType : undefined, toShared, sharing });
  const lines = after === undefined ? [`${started}${end}`, body, `return ${given}${end}`] : [body];
  edit.insertLinesAfter(
    topLevelStatement(node),
    `\n${[
      `/** The work of \`${shown}\`, done by several threads while the caller waits. */\n${laidOut(runner.text, style)}`,
      `/** A part of it, as each thread does it. */\n${exporting(chunk, true)}function ${chunk}(${task.parameter})${declared} {\n${lines.map((line) => `${style.indent}${line}`).join('\n')}\n}`,
      ...loop.declarations,
    ].join('\n\n')}`,
  );
  finish();
  return {
    strategy: 'workers',
    variant: loop.variant,
    summary: `Keeps ${name} synchronous: threads do parts of \`${shown}\` while it waits, and it does parts itself.`,
    signature: 'same',
    files: [
      edit.rewrittenFile(),
      { path: sibling.path, newText: threadsFileText({ subject: name, threads }, subject) },
      { path: module.path, newText: module.servingText(chunk, SERVE, sibling.specifier) },
    ],
    dependencies: {},
    workload: 'single',
    disposeExpression: `${threads}.destroy()`,
    workerEntries: [{ path: module.path, urlExpression: workerUrl }],
    parts: runner.parts,
    tolerance: 'exact',
    caveats: [
      {
        code: 'W13',
        message: `While the threads work, ${name} waits by Atomics.wait, so the event loop stands still as it does in the original; a browser does not allow that in a page, only in its workers. The threads start with the first call, which does most of its work itself; they do not keep the program running, and ${threads}.destroy() ends them.`,
      },
      ...(module.isBundled
        ? [
            {
              code: 'W14',
              message:
                'A bundler must keep the worker file as a file of its own, at the address that the threads are given.',
            },
          ]
        : []),
      ...loop.caveats,
    ],
  };
}

/** The line with which a part starts collecting, and what it hands over. */
function collected(
  { delivery }: LoopSite,
  {
    results,
    valueType,
    toShared,
    sharing,
  }: { results: string; valueType: string | undefined; toShared: string; sharing: Sharing },
): readonly [string, string] {
  if (delivery.kind === 'own' && delivery.of !== 'list') return [startedOwn(delivery), `[${delivery.target.name}]`];
  const own = delivery.kind === 'own' ? delivery.target.name : results;
  const started = `const ${own}${valueType === undefined ? '' : `: ${arrayOf(valueType)}`} = []`;
  return [started, sharing.results ? `${toShared}(${own})` : own];
}

/** What goes to every thread costs next to nothing. */
function isAllShared({ header, captured }: LoopSite, sharing: Sharing): boolean {
  const isShared = (name: string): boolean =>
    sharing.arrays.includes(name) || sharing.views.some((view) => view.name === name);
  const isItems = header.kind === 'elements' && !captured.some(({ name }) => name === header.array.getText());
  return captured.every(({ name, type }) => isPrimitiveType(type) || isShared(name)) && (!isItems || sharing.items);
}

/** A table that hands over to the original where a key has a name that every object has: there is no original beside this function. */
function callsOriginal({ delivery }: LoopSite): boolean {
  return delivery.kind === 'own' && typeof delivery.of === 'object' && delivery.of.form === 'plain-object';
}
