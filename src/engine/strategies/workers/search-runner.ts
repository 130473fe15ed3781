// The text of the function that looks for the first hit on worker threads: a few parts at a time, so that what comes after the hit is not looked at, and
// short ones first, so that an early hit is known soon.
import { partLengthOf } from './part-length.ts';
import {
  arrayOf,
  blameText,
  handedOver,
  isHandedOver,
  type RunnerNames,
  type RunnerStyle,
  type RunnerText,
  unusedName,
} from './part-runner.ts';
import type { PlainQuestion } from './plain-data.ts';

export interface SearchRunner {
  readonly head: string;
  /** As they are written. */
  readonly parameters: readonly string[];
  /** Names that the function's own variables must leave alone. */
  readonly taken: readonly string[];
  /** How many pieces there are, as text in terms of the parameters, and what one of them is called. */
  readonly count: string;
  readonly mayBeTiny?: boolean;
  readonly piece: 'element' | 'iteration';
  /** What one task is, from the texts of its first piece and of its length; and its type. */
  readonly task: (start: string, length: string) => string;
  readonly taskType: string;
  readonly chunk: string;
  readonly method: SearchMethod;
  /** A hit is told by its place among all pieces, and not by that in its part. */
  readonly tellsOverall?: boolean;
  /** How many pieces a part should have at least; undefined when nothing tells. */
  readonly fewest: number | undefined;
  /** What is asked before anything goes over, in terms of the parameters. */
  readonly plain?: PlainQuestion | undefined;
}

export type SearchMethod = 'some' | 'every' | 'find' | 'findIndex';

/** Of the longest part, the first ones are such a share. */
const SHORTEST = 8;

export function searchRunnerText(request: SearchRunner, outer: RunnerNames, style: RunnerStyle): RunnerText {
  const { head, parameters, taken, count, piece, task, taskType, chunk, method } = request;
  const { isTypeScript, quote } = style;
  const own = (wanted: string) => unusedName(wanted, taken);
  const [pool, filename, threads, partLength] = [own('pool'), own('filename'), own('threads'), own('partLength')];
  const [start, tasks, at, one, settled] = [own('start'), own('tasks'), own('at'), own('task'), own('settled')];
  const [index, part, found] = [own('index'), own('part'), own('found')];
  const as = (type: string) => (isTypeScript ? `: ${type}` : '');
  const isAsked = isHandedOver(request.plain, outer);
  const asked = style.asksElements || isAsked !== undefined ? '?' : '';
  const failed = `${part}${asked}.status !== ${quote}fulfilled${quote}`;
  const isIndex = method === 'find' || method === 'findIndex';
  const stop = isIndex ? `${found} !== -1` : method === 'some' ? found : `!${found}`;
  const place = request.tellsOverall === true ? found : `${start} + ${index} * ${partLength} + ${found}`;
  const hit = isIndex ? place : String(method === 'some');
  const none = isIndex ? '-1' : String(method === 'every');
  const options = filename === 'filename' ? '{ filename }' : `{ filename: ${filename} }`;
  const longest = own('longest');
  const { lines: longestLines, ...cut } = partLengthOf({
    count,
    pieces: `${piece}s`,
    mayBeTiny: request.mayBeTiny,
    fewest: request.fewest,
    threads,
    partLength: longest,
    partsPerThread: own('partsPerThread'),
  });
  const blame = blameText({
    ...{
      first: `${start} + ${index} * ${partLength}`,
      length: partLength,
      step: 1,
      piece,
      part,
      asked: isAsked === undefined ? asked : '',
      task,
      own,
      outer,
      style,
    },
    run: (alone) => `${pool}.run(${alone}, ${options})`,
  });
  const text = `${head}(${parameters.join(', ')})${as(`Promise<${isIndex ? 'number' : 'boolean'}>`)} {
  const ${pool} = (${outer.pool} ??= new ${outer.piscina}({ maxThreads: ${outer.parallelism}(), idleTimeout: 30_000 }));
  const ${filename} = ${outer.workerUrl};
  const ${threads} = ${outer.parallelism}();
${longestLines.join('\n')}
  // Short parts first, so that an early hit is known soon; one for each thread at a time: what comes after these is not looked at when they settle it.
  let ${partLength} = Math.ceil(${longest} / ${SHORTEST});
  let ${start} = 0;
  while (${start} < ${count}) {
    const ${tasks}${as(arrayOf(taskType))} = [];
    for (let ${at} = ${start}; ${at} < ${start} + ${threads} * ${partLength}; ${at} += ${partLength}) {
      ${tasks}.push(${task(at, partLength)});
    }
    const ${settled} = ${handedOver(`await Promise.allSettled(${tasks}.map((${one}) => ${pool}.run(${one}, ${options})))`, isAsked, '    ')};
    for (const [${index}, ${one}] of ${tasks}.entries()) {
      const ${part} = ${settled}[${index}];
      // ${isAsked === undefined ? 'Done again in this thread, what failed' : 'Done in this thread, what was not done by another'} throws what the original throws.
      const ${found} = ${failed} ? ${chunk}(${one}) : ${part}.value;
      if (${isAsked === undefined ? failed : `${part}?.status === ${quote}rejected${quote}`}) {
${blame.replaceAll(/^/gm, '        ')}
      }
      if (${stop}) return ${hit};
    }
    ${start} += ${threads} * ${partLength};
    ${partLength} = Math.min(2 * ${partLength}, ${longest});
  }
  return ${none};
}`;
  return { text, parts: cut };
}
