// The text of the function that hands out the parts and puts their results together in order. What threads fail at is done again by the thread that
// calls: an error is then the very one that the original throws, the first in order, and a lost thread costs time but no result.

import type { PartCount } from '../strategy.ts';
import { stepsOf } from './loop-range.ts';
import { partLengthOf } from './part-length.ts';
import type { PlainQuestion } from './plain-data.ts';

export interface PartRunner {
  /** `export async function collatzMany`, without parameters. */
  readonly head: string;
  /** As they are written: `xs: number[]`. */
  readonly parameters: readonly string[];
  readonly resultType: string;
  /** Names that the function's own variables must leave alone. */
  readonly taken: readonly string[];
  /** How many pieces of work there are, as text in terms of the parameters, and what one of them is called. */
  readonly count: string;
  readonly mayBeTiny?: boolean;
  readonly piece: 'call' | 'element' | 'iteration';
  /** Where the pieces are numbers of a range: the first of them and what they run to, as text. Without it they count from 0. */
  readonly range?: { readonly from: string; readonly to: string; readonly isInclusive: boolean; readonly step: number };
  /** What one task is, from the texts of its first piece and of its length; and its type. */
  readonly task: (start: string, length: string) => string;
  readonly taskType: string;
  /** The function that does one task. */
  readonly chunk: string;
  /** It gives a promise. */
  readonly isAsync?: boolean;
  /** Lines before the first task. */
  readonly setup?: readonly string[];
  /** How many pieces a part should have at least; undefined when nothing tells. */
  readonly fewest: number | undefined;
  /** Lines after the last task, where tasks give nothing but put what they compute into memory that they share with the caller. */
  readonly inPlace?: readonly string[];
  /** Type of what a task gives, when that is not the array of its results but numbers that may lie in shared memory. */
  readonly numbersType?: string;
  /** The class of the typed array into which the parts are put, when they are such arrays themselves. */
  readonly typedArray?: { readonly className: string; readonly shown: string };
  /** The list of which the caller keeps the elements for which tasks gave true, and its type. */
  readonly keptOf?: { readonly list: string; readonly type: string };
  /** The caller goes through such numbers part by part: another list of all of them would cost more than it is worth. */
  readonly handsParts?: boolean;
  /** What is asked before anything goes over, in terms of the parameters. */
  readonly plain?: PlainQuestion | undefined;
}

export interface RunnerNames {
  /** The variable of the module that holds the pool. */
  readonly pool: string;
  readonly piscina: string;
  readonly parallelism: string;
  readonly emitWarning: string;
  readonly workerUrl: string;
  /** The function that tells plain data. */
  readonly isPlain: string;
}

/** What the text depends on besides names. */
export interface RunnerStyle {
  readonly isTypeScript: boolean;
  readonly quote: string;
  /** The compiler asks of every element whether it is there. */
  readonly asksElements: boolean;
}

export interface RunnerText {
  /** Two spaces a level, with semicolons. */
  readonly text: string;
  readonly parts: PartCount;
}

export function partRunnerText(request: PartRunner, outer: RunnerNames, style: RunnerStyle): RunnerText {
  const { head, parameters, resultType, taken, count, piece, task, taskType, chunk } = request;
  const { isTypeScript: typed, quote } = style;
  const isAsked = isHandedOver(request.plain, outer);
  const asked = style.asksElements || isAsked !== undefined ? '?' : '';
  const own = (wanted: string) => unusedName(wanted, taken);
  const [pool, partLength, tasks, start] = [own('pool'), own('partLength'), own('tasks'), own('start')];
  const [parts, one, index, settled] = [own('parts'), own('task'), own('index'), own('settled')];
  const part = own('part');
  const filename = own('filename');
  const { from, to, isInclusive, step } = request.range ?? { from: '0', to: count, isInclusive: false, step: 1 };
  const length = stepsOf(step, partLength);
  const options = filename === 'filename' ? '{ filename }' : `{ filename: ${filename} }`;
  const results = arrayOf(resultType);
  const partType = request.typedArray?.shown ?? request.numbersType ?? results;
  const as = (type: string) => (typed ? `: ${type}` : '');
  const { lines: partLengthLines, ...cut } = partLengthOf({
    count,
    pieces: `${piece}s`,
    mayBeTiny: request.mayBeTiny,
    fewest: request.fewest,
    threads: `${outer.parallelism}()`,
    partLength,
    partsPerThread: own('partsPerThread'),
  });
  const blame = blameText({
    ...{
      first: `${from === '0' ? '' : `${from} + `}${index} * ${length}`,
      length,
      step,
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
  // `flat` takes six times as long, and drops holes.
  const none = typed ? `([] as ${results})` : '[]';
  const isInPlace = request.inPlace !== undefined;
  const done = `${chunk}(${one})`;
  const given = isInPlace
    ? 'void'
    : (request.typedArray?.shown ??
      request.keptOf?.type ??
      (request.handsParts === true ? arrayOf(partType) : results));
  const joined = request.inPlace
    ? request.inPlace.map((line) => `  ${line}`).join('\n')
    : request.typedArray !== undefined
      ? joinedTyped(request.typedArray.className, count, `${parts}.entries()`, partLength, own)
      : request.handsParts === true
        ? `  return ${parts};`
        : request.numbersType === undefined
          ? joinedLists(`${none}.concat(...${parts})`, request.keptOf?.list, own)
          : joinedNumbers(parts, own, as(results));
  const text = `${head}(${parameters.join(', ')})${as(`Promise<${given}>`)} {
  const ${pool} = (${outer.pool} ??= new ${outer.piscina}({ maxThreads: ${outer.parallelism}(), idleTimeout: 30_000 }));
  const ${filename} = ${outer.workerUrl};
${(request.setup ?? []).map((line) => `  ${line}\n`).join('')}${partLengthLines.join('\n')}
  const ${tasks}${as(arrayOf(taskType))} = [];
  for (let ${start} = ${from}; ${start} ${isInclusive ? '<=' : '<'} ${to}; ${start} += ${length}) {
    ${tasks}.push(${task(start, length)});
  }
  // All are waited for, so that of several failures the first in order is the one that is thrown.
  const ${settled} = ${handedOver(`await Promise.allSettled(${tasks}.map((${one}) => ${pool}.run(${one}, ${options})))`, isAsked, '  ')};
${isInPlace ? '' : `  const ${parts}${as(arrayOf(partType))} = [];\n`}  for (const [${index}, ${one}] of ${tasks}.entries()) {
    const ${part} = ${settled}[${index}];
    if (${part}${asked}.status === ${quote}fulfilled${quote}) ${
      isInPlace
        ? 'continue;'
        : `{
      ${parts}.push(${part}.value);
      continue;
    }`
    }
    // ${isAsked === undefined ? 'Done again in this thread, it throws what the original throws' : 'Done in this thread, it throws what the original throws'}.
    ${isInPlace ? done : `${parts}.push(${request.isAsync === true ? 'await ' : ''}${done})`};
${isAsked === undefined ? '' : `    if (${part} === undefined) continue;\n`}${blame.replaceAll(/^/gm, '    ')}
  }
${joined}
}`;
  return { text, parts: cut };
}

/** The question whether what is no plain data goes over; undefined where nothing has to be asked. */
export function isHandedOver(plain: PlainQuestion | undefined, { isPlain }: RunnerNames): string | undefined {
  return plain && `${isPlain}(${plain.given})`;
}

/** What comes of the tasks; nothing where they stay here. */
export function handedOver(running: string, isAsked: string | undefined, indent: string): string {
  return isAsked === undefined ? running : `${isAsked}\n${indent}  ? ${running}\n${indent}  : []`;
}

export interface Blame {
  /** The first piece of the part that a worker failed at, and how long the parts are, as text. */
  readonly first: string;
  readonly length: string;
  /** How far the next piece is. */
  readonly step: number;
  readonly piece: PartRunner['piece'];
  /** The variable with what became of the part, and a question mark where it may be missing. */
  readonly part: string;
  readonly asked: string;
  readonly task: PartRunner['task'];
  readonly run: (task: string) => string;
  readonly own: (wanted: string) => string;
  readonly outer: RunnerNames;
  readonly style: RunnerStyle;
}

/** Lines that name the piece at which a worker failed and the calling thread did not. */
export function blameText({ first, length, step, piece, part, asked, task, run, own, outer, style }: Blame): string {
  const [at, next, isFine] = [own(piece), own('next'), own('isFine')];
  const { quote } = style;
  return `// It did not throw, so the worker is at fault. What ends a worker tells nobody where: they get the ${piece}s one by one.
let ${at} = ${first};
const ${next} = ${at} + ${length};
const ${isFine} = () => ${run(task(at, String(step)))}.then(() => true, () => false);
while (${at} < ${next} && (await ${isFine}())) ${at}${step === 1 ? '++' : ` += ${step}`};
${outer.emitWarning}(\`A worker failed \${${at} < ${next} ? ${quote}at${quote} : ${quote}before${quote}} ${piece} \${${at}}: \${${part}${asked}.reason?.message ?? ${quote}not cloneable${quote}}\`);`;
}

/** Or the elements of `kept` for which that list holds true: as of the list itself, holes and all. */
function joinedLists(all: string, kept: string | undefined, own: (wanted: string) => string): string {
  if (kept === undefined) return `  return ${all};`;
  const [stays, at] = [own('stays'), own('at')];
  return `  const ${stays} = ${all};
  return ${kept}.filter((_, ${at}) => ${stays}[${at}]);`;
}

function joinedNumbers(parts: string, own: (wanted: string) => string, type: string): string {
  const [all, part, value] = [own('results'), own('part'), own('value')];
  return `  const ${all}${type} = [];
  for (const ${part} of ${parts}) for (const ${value} of ${part}) ${all}.push(${value});
  return ${all};`;
}

/** Lines that put typed arrays one behind the other; `entries` gives each with its number. */
export function joinedTyped(
  className: string,
  count: string,
  entries: string,
  partLength: string,
  own: (wanted: string) => string,
): string {
  const [all, index, part] = [own('results'), own('index'), own('part')];
  return `  const ${all} = new ${className}(${count});
  for (const [${index}, ${part}] of ${entries}) ${all}.set(${part}, ${index} * ${partLength});
  return ${all};`;
}

/** The wanted name, or the wanted name with a number. */
export function unusedName(wanted: string, taken: readonly string[]): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted}${number}`;
    if (!taken.includes(name)) return name;
  }
}

/** `number[]`, `(string | number)[]`, `[string, number][]`, `{ id: string }[]`. */
export function arrayOf(element: string): string {
  if (/^\[[^[\]]*\]$/.test(element) || /^\{[^{}]*\}(\[\])*$/.test(element)) return `${element}[]`;
  return /^[\w$.]+(<[^|&]*>)?(\[\d*\])*$/.test(element) ? `${element}[]` : `(${element})[]`;
}
