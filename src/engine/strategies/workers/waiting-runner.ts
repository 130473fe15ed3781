// The text of the function that cuts the work into tasks for threads that the caller waits for (waiting-threads.ts).

import { stepsOf } from './loop-range.ts';
import { takenPartLength } from './part-length.ts';
import type { PartRunner, RunnerStyle, RunnerText } from './part-runner.ts';
import { arrayOf, joinedTyped, unusedName } from './part-runner.ts';

export interface WaitingNames {
  readonly threads: string;
  readonly parallelism: string;
  readonly workerUrl: string;
  /** Where tasks change what they get. */
  readonly emitWarning: string;
}

/** `loop` is what is spread, for people; `joined` puts together what the parts give, where that is no list of results. */
export function waitingRunnerText(
  request: Omit<PartRunner, 'isAsync'> & {
    readonly loop: string;
    readonly joined?: (parts: string) => string;
    /** Where tasks change what they get, so that none can be done again: the call that does all of it, on what no thread has seen. */
    readonly alone?: string;
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
  const { from, to, isInclusive, step } = request.range ?? { from: '0', to: count, isInclusive: false, step: 1 };
  const length = stepsOf(step, partLength);
  const as = (type: string) => (typed ? `: ${type}` : '');
  const results = arrayOf(resultType);
  const { lines, ...cut } = takenPartLength({
    ...{ count, pieces: `${piece}s`, mayBeTiny: request.mayBeTiny, fewest: request.fewest },
    ...{ threads: `${outer.parallelism}()`, partLength },
  });
  const first = `${from === '0' ? '' : `${from} + `}${at} * ${length}`;
  const parts = `${outer.threads}.run(${url}, ${chunk}, ${tasks}, ${name})`;
  const handsParts = request.handsParts === true;
  const given =
    inPlace === undefined
      ? (request.typedArray?.shown ?? (handsParts ? arrayOf(numbersType ?? results) : results))
      : 'void';
  const ending = (): string => {
    if (request.typedArray !== undefined)
      return joinedTyped(request.typedArray.className, count, `${parts}.entries()`, partLength, own);
    if (request.alone !== undefined && inPlace !== undefined)
      return changedLines({ parts, own, alone: request.alone, inPlace, emitWarning: outer.emitWarning });
    if (request.joined !== undefined) return `  return ${request.joined(parts)};`;
    return handsParts
      ? `  return ${parts};`
      : taking({ parts, own, inPlace, numbersType, results: as(results), typed });
  };
  const text = `${head}(${parameters.join(', ')})${as(given)} {
${(request.setup ?? []).map((line) => `  ${line}\n`).join('')}${lines.join('\n')}
  const ${tasks}${as(arrayOf(taskType))} = [];
  for (let ${start} = ${from}; ${start} ${isInclusive ? '<=' : '<'} ${to}; ${start} += ${length}) {
    ${tasks}.push(${task(start, length)});
  }
  const ${url} = ${outer.workerUrl};
  const ${name} = (${at}${as('number')}) => \`${inTemplate(request.loop)}, ${piece}s from \${${first}} on\`;
${ending()}
}`;
  return { text, parts: cut };
}

/** Lines that keep what the tasks changed, when all of them are done. */
function changedLines({
  parts,
  own,
  alone,
  inPlace,
  emitWarning,
}: {
  readonly parts: string;
  readonly own: (wanted: string) => string;
  readonly alone: string;
  readonly inPlace: readonly string[];
  readonly emitWarning: string;
}): string {
  const [isDone, problem] = [own('isDone'), own('problem')];
  const named = [shorthandOf('isDone', isDone), shorthandOf('problem', problem)].join(', ');
  return [
    `const { ${named} } = ${parts};`,
    `if (!${isDone}) {`,
    '  // What is done in part cannot be done again: all is, on what no thread has changed.',
    `  ${alone};`,
    `  if (${problem} !== undefined) ${emitWarning}(${problem});`,
    '  return;',
    '}',
    ...inPlace,
  ]
    .map((line) => `  ${line}`)
    .join('\n');
}

function shorthandOf(field: string, name: string): string {
  return field === name ? field : `${field}: ${name}`;
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
