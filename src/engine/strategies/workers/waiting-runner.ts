// The text of the function that cuts the work into tasks for threads that the caller waits for (waiting-threads.ts).

import { takenPartLength } from './part-length.ts';
import type { PartRunner, RunnerStyle, RunnerText } from './part-runner.ts';
import { arrayOf, unusedName } from './part-runner.ts';

export interface WaitingNames {
  readonly threads: string;
  readonly parallelism: string;
  readonly workerUrl: string;
}

/** `loop` is what is spread, for people; `joined` puts together what the parts give, where that is no list of results. */
export function waitingRunnerText(
  request: Omit<PartRunner, 'isAsync'> & {
    readonly loop: string;
    readonly joined?: (parts: string) => string;
  },
  outer: WaitingNames,
  { isTypeScript: typed }: Pick<RunnerStyle, 'isTypeScript'>,
): RunnerText {
  const { head, parameters, resultType, taken, count, piece, task, taskType, chunk, numbersType, inPlace } = request;
  const own = (wanted: string) => unusedName(wanted, taken);
  const [url, partLength, tasks, start, name, at] = [
    own('url'),
    own('partLength'),
    own('tasks'),
    own('start'),
    own('name'),
    own('at'),
  ];
  const { from, to, isInclusive } = request.range ?? { from: '0', to: count, isInclusive: false };
  const as = (type: string) => (typed ? `: ${type}` : '');
  const results = arrayOf(resultType);
  const { lines, ...cut } = takenPartLength({
    ...{ count, pieces: `${piece}s`, fewest: request.fewest, threads: `${outer.parallelism}()`, partLength },
  });
  const first = `${from === '0' ? '' : `${from} + `}${at} * ${partLength}`;
  const parts = `${outer.threads}.run(${url}, ${chunk}, ${tasks}, ${name})`;
  const handsParts = request.handsParts === true;
  const given = inPlace !== undefined ? 'void' : handsParts ? arrayOf(numbersType ?? results) : results;
  const text = `${head}(${parameters.join(', ')})${as(given)} {
${(request.setup ?? []).map((line) => `  ${line}\n`).join('')}${lines.join('\n')}
  const ${tasks}${as(arrayOf(taskType))} = [];
  for (let ${start} = ${from}; ${start} ${isInclusive ? '<=' : '<'} ${to}; ${start} += ${partLength}) {
    ${tasks}.push(${task(start, partLength)});
  }
  const ${url} = ${outer.workerUrl};
  const ${name} = (${at}${as('number')}) => \`${inTemplate(request.loop)}, ${piece}s from \${${first}} on\`;
${request.joined ? `  return ${request.joined(parts)};` : handsParts ? `  return ${parts};` : taking({ parts, own, inPlace, numbersType, results: as(results), typed })}
}`;
  return { text, parts: cut };
}

function inTemplate(text: string): string {
  return text.replaceAll(/[`\\]|\$(?=\{)/g, '\\$&');
}

interface Taking {
  readonly parts: string;
  readonly own: (wanted: string) => string;
  readonly inPlace: readonly string[] | undefined;
  readonly numbersType: string | undefined;
  readonly results: string;
  readonly typed: boolean;
}

/** Lines that put together what the parts gave. */
function taking({ parts, own, inPlace, numbersType, results, typed }: Taking): string {
  if (inPlace !== undefined) return [`  ${parts};`, ...inPlace.map((line) => `  ${line}`)].join('\n');
  if (numbersType === undefined) {
    // `flat` takes six times as long, and drops holes.
    return `  return ${typed ? `([] as ${results.slice(2)})` : '[]'}.concat(...${parts});`;
  }
  const [all, part, value] = [own('results'), own('part'), own('value')];
  return `  const ${all}${results} = [];
  for (const ${part} of ${parts}) {
    for (const ${value} of ${part}) ${all}.push(${value});
  }
  return ${all};`;
}
