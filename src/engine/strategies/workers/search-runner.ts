// The text of the function that looks for the first hit on worker threads: a few parts at a time, so that what comes after the hit is not looked at.
import { partLengthOf } from './part-length.ts';
import { arrayOf, blameText, type RunnerNames, type RunnerStyle, type RunnerText, unusedName } from './part-runner.ts';

export interface SearchRunner {
  readonly head: string;
  readonly items: string;
  readonly itemsType: string;
  /** Further parameters as they are written. */
  readonly more: readonly string[];
  readonly taken: readonly string[];
  /** What one task is, from the text of its elements; and its type. */
  readonly task: (slice: string) => string;
  readonly taskType: string;
  readonly chunk: string;
  readonly method: SearchMethod;
  /** How many elements a part should have at least; undefined when nothing tells. */
  readonly fewest: number | undefined;
}

export type SearchMethod = 'some' | 'every' | 'find' | 'findIndex';

export function searchRunnerText(request: SearchRunner, outer: RunnerNames, style: RunnerStyle): RunnerText {
  const { head, items, itemsType, more, taken, task, taskType, chunk, method } = request;
  const { isTypeScript, quote } = style;
  const own = (wanted: string) => unusedName(wanted, [items, ...taken]);
  const [pool, filename, threads, partLength] = [own('pool'), own('filename'), own('threads'), own('partLength')];
  const [start, tasks, at, one, settled] = [own('start'), own('tasks'), own('at'), own('task'), own('settled')];
  const [index, part, found] = [own('index'), own('part'), own('found')];
  const as = (type: string) => (isTypeScript ? `: ${type}` : '');
  const asked = style.asksElements ? '?' : '';
  const failed = `${part}${asked}.status !== ${quote}fulfilled${quote}`;
  const isIndex = method === 'find' || method === 'findIndex';
  const stop = isIndex ? `${found} !== -1` : method === 'some' ? found : `!${found}`;
  const hit = isIndex ? `${start} + ${index} * ${partLength} + ${found}` : String(method === 'some');
  const none = isIndex ? '-1' : String(method === 'every');
  const options = filename === 'filename' ? '{ filename }' : `{ filename: ${filename} }`;
  const parameters = [isTypeScript ? `${items}: readonly ${arrayOf(itemsType)}` : items, ...more].join(', ');
  const { lines: partLengthLines, ...cut } = partLengthOf({
    count: `${items}.length`,
    pieces: 'elements',
    fewest: request.fewest,
    threads,
    partLength,
    partsPerThread: own('partsPerThread'),
  });
  const blame = blameText({
    ...{ first: `${start} + ${index} * ${partLength}`, partLength, piece: 'element', part, own, outer, style },
    task: (from, length) => task(`${items}.slice(${from}, ${from} + ${length})`),
    run: (alone) => `${pool}.run(${alone}, ${options})`,
  });
  const text = `${head}(${parameters})${as(`Promise<${isIndex ? 'number' : 'boolean'}>`)} {
  const ${pool} = (${outer.pool} ??= new ${outer.piscina}({ maxThreads: ${outer.parallelism}(), idleTimeout: 30_000 }));
  const ${filename} = ${outer.workerUrl};
  const ${threads} = ${outer.parallelism}();
${partLengthLines.join('\n')}
  // One part for each thread at a time: what comes after these is not looked at when they settle it.
  for (let ${start} = 0; ${start} < ${items}.length; ${start} += ${threads} * ${partLength}) {
    const ${tasks}${as(arrayOf(taskType))} = [];
    for (let ${at} = ${start}; ${at} < ${start} + ${threads} * ${partLength}; ${at} += ${partLength}) {
      ${tasks}.push(${task(`${items}.slice(${at}, ${at} + ${partLength})`)});
    }
    const ${settled} = await Promise.allSettled(${tasks}.map((${one}) => ${pool}.run(${one}, ${options})));
    for (const [${index}, ${one}] of ${tasks}.entries()) {
      const ${part} = ${settled}[${index}];
      // Done again in this thread, what failed throws what the original throws.
      const ${found} = ${failed} ? ${chunk}(${one}) : ${part}.value;
      if (${failed}) {
${blame.replaceAll(/^/gm, '        ')}
      }
      if (${stop}) return ${hit};
    }
  }
  return ${none};
}`;
  return { text, parts: cut };
}
