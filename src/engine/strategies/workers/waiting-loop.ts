// The loop of a function that stays synchronous: threads do parts of it, and the function waits for them as its callers waited for the loop. Only where what
// the loop needs are numbers, texts and arrays in shared memory: everything else would be copied to every thread.
import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import { laidOut } from '../../source/generated-text.ts';
import { freshName } from '../../source/names.ts';
import { isPrimitiveType } from '../../source/primitive-types.ts';
import type { Candidate, PartKernel, StrategyContext } from '../strategy.ts';
import { chunkLoop } from './loop-chunk.ts';
import { FROM_ONE_PART, inOnePart, iterationsIn } from './loop-range.ts';
import type { LoopSite } from './loop-sites.ts';
import { goesThroughOnce, takingLoop } from './loop-taking.ts';
import { hiddenName, type LoopTask, loopTask, type Sharing } from './loop-task.ts';
import { shownHead } from './loop-text.ts';
import { startedOwn } from './own-text.ts';
import { fewestPieces } from './part-length.ts';
import { arrayOf } from './part-runner.ts';
import { waitingCode } from './waiting-code.ts';
import { waitingRunnerText } from './waiting-runner.ts';
import { sizeGuardOf } from './work-count.ts';

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
  /** The arrays that iterations change lie in copies, which are given up where a thread fails. */
  readonly changes?: true;
  /** Declarations that the sharing needs. */
  readonly declarations: readonly string[];
  readonly toShared: string;
  readonly caveats: readonly Reason[];
}

/** Undefined where it cannot be written down, or where waiting would be for copies more than for work. */
export function waitingLoop(loop: WaitingLoop, context: StrategyContext): Candidate | undefined {
  const { subject, observed } = context;
  const { site, sharing, valueType, toShared } = loop;
  const { style } = subject;
  const { header } = site;
  if (!isAllShared(site, sharing) || callsOriginal(site)) return undefined;
  const results = freshName(subject, 'results');
  const partArrays = arraysOfParts(loop);
  const kernel = partArrays && context.partKernel;
  const code = waitingCode(subject, { toShared, changes: loop.changes === true, kernel });
  const { edit, chunk, onThreads, outerNames } = code;
  const task = loopTask(site, subject, { chunk, sharing, toShared, kernel });
  if ('code' in task) return undefined;
  if (hiddenName(task.names, outerNames) !== undefined) return undefined;
  const filling = loop.filling?.(task, chunk);
  const before = filling?.before ?? [];
  const after = filling && [
    ...filling.after,
    ...(task.memory === undefined ? [] : [`${task.memory.local}?.giveBack();`]),
  ];
  const { range } = task;
  const isInParts = sharing.results && goesThroughOnce(site);
  const gives = sharing.results ? (isInParts ? 'part' : 'numbers') : 'list';
  const unknownStart = range?.isKnown === false ? inOnePart(range, task.sent, chunk, gives) : [];
  const typed = style.isTypeScript;
  const sharedType = `ReturnType<typeof ${toShared}>`;
  const shown = shownHead(header.loop);
  const runner = waitingRunnerText(
    {
      loop: `the loop ${shown}`,
      ...{ head: `function ${onThreads}`, parameters: task.parameters, resultType: valueType },
      ...{ taken: [...task.names, ...task.names.map(task.sharedName), ...outerNames] },
      ...{ count: task.count, mayBeTiny: task.mayBeTiny },
      ...{ piece: 'iteration', task: task.sent, taskType: task.type, chunk },
      setup: loop.changes === true ? [...before, ...task.setup] : [...task.setup, ...before, ...unknownStart],
      ...(loop.changes === true ? { alone: `${chunk}(${task.undivided})` } : {}),
      fewest: fewestPieces(observed, (answer) => iterationsIn(answer, header, subject)),
      ...(range === undefined ? {} : { range }),
      ...(after === undefined ? {} : { inPlace: after }),
      ...(sharing.results ? { numbersType: sharedType, handsParts: isInParts } : {}),
    },
    code.names,
    style,
  );
  const text = laidOut(runner.text, style);
  const whole = `${chunk}(${task.undivided})`;
  const sizeGuard =
    range === undefined ? sizeGuardOf(task.counted, text.split('\n', 1)[0] ?? '', 'iterations', subject) : undefined;
  const call = `${onThreads}(${task.given.join(', ')})`;
  edit.replace(header.loop, takingLoop(site, subject, { call, results, valueType, isInParts }));
  const declared = typed
    ? `: ${after === undefined ? (sharing.results ? sharedType : arrayOf(valueType)) : 'void'}`
    : '';
  const body = chunkLoop(site, subject, { ...task, results });
  const end = style.semicolons ? ';' : '';
  const [started, given] = collected(site, { results, valueType: typed ? valueType : undefined, toShared, sharing });
  const lines =
    after === undefined ? [`${started}${end}`, body, `return ${given}${end}`] : [...inKernel(kernel, task, end), body];
  code.addAfterSubject([
    `/** The work of \`${shown}\`, done by several threads while the caller waits. */\n${text}`,
    `/** A part of it, as each thread does it. */\n${code.exportingChunk()}function ${chunk}(${task.parameter})${declared} {\n${lines.map((line) => `${style.indent}${line}`).join('\n')}\n}`,
    ...loop.declarations,
  ]);
  return code.candidate({
    ...{ variant: loop.variant, shown, parts: runner.parts, caveats: loop.caveats },
    partWork: partArrays && {
      ...{ chunk, type: task.parameterType, arrays: partArrays, bounds: [task.startName, task.endName] },
      isRepeatable: loop.changes !== true,
    },
    sizeGuard: sizeGuard && {
      ...sizeGuard,
      count: task.count,
      original: FROM_ONE_PART[gives](whole),
      isInPlace: true,
    },
  });
}

/** The names of the typed arrays, where parts get nothing else but numbers and do nothing but set elements of these. */
function arraysOfParts({ site, sharing, filling }: WaitingLoop): readonly string[] | undefined {
  const arrays = sharing.views.map(({ name }) => name);
  const isOfNumbers = site.captured.every(({ name, type }) => arrays.includes(name) || isNumberOrBoolean(type));
  return filling !== undefined && isOfNumbers && site.header.kind === 'counted' ? arrays : undefined;
}

function isNumberOrBoolean({ flags }: ts.Type): boolean {
  return (flags & (ts.TypeFlags.NumberLike | ts.TypeFlags.BooleanLike)) !== 0;
}

/** The line of a part that asks the kernel first. */
function inKernel(kernel: PartKernel | undefined, { memory }: LoopTask, end: string): readonly string[] {
  if (kernel === undefined || memory === undefined) return [];
  const { field } = memory;
  return [`if (${field} !== undefined && ${kernel.kernel}(${[field, ...kernel.parameters].join(', ')})) return${end}`];
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
