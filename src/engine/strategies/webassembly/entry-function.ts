// The function of the kernel's file that takes the arguments: what it checks, how arrays get into the module's memory and back, and what it
// answers. Nothing of the caller's is touched before the kernel has come to its end.
import type { EmittedKernel } from '../../kernel/emit-kernel.ts';
import type { KernelFacts } from '../../kernel/kernel-facts.ts';
import { type ArrayLocal, groupOf, type KernelFunction, type Local } from '../../kernel/kernel-ir.ts';
import { storageOf } from '../../kernel/representation.ts';
import type { Subject } from '../../source/subject.ts';
import type { Assumed } from './choose-assumptions.ts';

export interface KernelFileRequest {
  readonly subject: Subject;
  readonly entry: KernelFunction;
  readonly facts: KernelFacts;
  readonly emitted: EmittedKernel;
  readonly assumed: ReadonlyMap<Local | ArrayLocal, Assumed>;
  /** It calls itself, directly or through others, so the stack may end. */
  readonly isRecursive: boolean;
  /** Name of the exported function. */
  readonly kernelName: string;
}

interface Names {
  readonly of: ReadonlyMap<Local | ArrayLocal, string>;
  fresh(wish: string): string;
}

export function entryFunction(request: KernelFileRequest): readonly string[] {
  const names = namesFor(request.entry, request.kernelName);
  const { subject, entry, emitted, kernelName, isRecursive } = request;
  const typed = subject.style.isTypeScript;
  const parameters = entry.parameters.map((parameter) => {
    const name = names.of.get(parameter) ?? parameter.name;
    return typed ? `${name}: ${parameterType(parameter)}` : name;
  });
  const type = typed ? `: ${resultType(request)}` : '';
  const isExported = typed || subject.style.module === 'esm';
  const guards = scalarGuards(request, names);
  const arrays = entry.parameters.filter((parameter) => parameter.kind === 'array');
  const body = [
    ...arrays.flatMap((array) => handOver(array, request, names)),
    ...callAndAnswer(request, names, arrays),
  ];
  const isCaught = emitted.mayTrap || emitted.usesMemory || isRecursive;
  return [
    entry.result === 'nothing'
      ? '/** Whether it has been done. If not, nothing has been changed, and the original has to do it. */'
      : '/** The result, or undefined when the original has to compute it; nothing has been changed then. */',
    `${isExported ? 'export ' : ''}function ${kernelName}(${parameters.join(', ')})${type} {`,
    ...guards.map((guard) => `  if (${guard}) return ${failed(entry)};`),
    ...(isCaught
      ? [
          '  try {',
          ...(emitted.usesMemory ? ['    kernel.reset();'] : []),
          ...body.map((line) => `    ${line}`),
          '  } catch {',
          `    // ${emitted.mayTrap ? 'An index outside of an array, an error that the code throws, too little memory.' : 'Too little memory or stack.'}`,
          `    return ${failed(entry)};`,
          '  }',
        ]
      : body.map((line) => `  ${line}`)),
    '}',
  ];
}

function failed(entry: KernelFunction): string {
  return entry.result === 'nothing' ? 'false' : 'undefined';
}

function parameterType(parameter: Local | ArrayLocal): string {
  if (parameter.kind !== 'array') return parameter.kind;
  const group = groupOf(parameter);
  if (group.isText === true) return 'string';
  return group.typedName ?? `${group.isWritten || group.isReturned === true ? '' : 'readonly '}${group.elements}[]`;
}

function resultType({ entry }: KernelFileRequest): string {
  if (entry.result === 'nothing') return 'boolean';
  if (typeof entry.result !== 'object') return `${entry.result} | undefined`;
  const group = groupOf(entry.result.array);
  return `${group.typedName ?? `${group.elements}[]`} | undefined`;
}

/** Conditions under which the kernel is not asked at all. */
function scalarGuards({ entry, assumed }: KernelFileRequest, names: Names): readonly string[] {
  const guards = ['kernel === undefined'];
  for (const parameter of entry.parameters) {
    const name = names.of.get(parameter) ?? parameter.name;
    if (parameter.kind === 'array') {
      const { typedName, isText } = groupOf(parameter);
      if (isText === true) guards.push(`typeof ${name} !== 'string'`);
      else guards.push(typedName === undefined ? `!Array.isArray(${name})` : `!(${name} instanceof ${typedName})`);
    } else if (assumed.get(parameter) === 'positive') guards.push(`!isPositive(${name})`);
    else if (assumed.get(parameter) === 'count') guards.push(`!isCount(${name})`);
    else if (assumed.get(parameter) === 'integer') guards.push(`!isInteger(${name})`);
    else guards.push(`typeof ${name} !== '${parameter.kind}'`);
  }
  const arrays = entry.parameters.filter((parameter) => parameter.kind === 'array');
  const aliases = arrays.flatMap((first, index) =>
    arrays.slice(index + 1).flatMap((second) => aliasGuard(first, second, names)),
  );
  const frozen = arrays
    .filter((array) => groupOf(array).isWritten && groupOf(array).typedName === undefined)
    .map((array) => `Object.isFrozen(${names.of.get(array) ?? array.name})`);
  return [guards.join(' || '), ...[...aliases, ...frozen].map((guard) => guard)];
}

/** The kernel works on copies: of one array that is written, there must not be two. */
function aliasGuard(first: ArrayLocal, second: ArrayLocal, names: Names): readonly string[] {
  const [a, b] = [groupOf(first), groupOf(second)];
  if (a.isText === true || b.isText === true) return [];
  if (!a.isWritten && !b.isWritten && a.isReturned !== true && b.isReturned !== true) return [];
  const [left, right] = [names.of.get(first) ?? first.name, names.of.get(second) ?? second.name];
  if (a.typedName !== undefined && b.typedName !== undefined) return [`${left}.buffer === ${right}.buffer`];
  return a.typedName === b.typedName && a.elements === b.elements ? [`${left} === ${right}`] : [];
}

/** Copies one array into the module's memory, looking at every element of a plain one. */
function handOver(array: ArrayLocal, request: KernelFileRequest, names: Names): readonly string[] {
  const { facts, assumed } = request;
  const name = names.of.get(array) ?? array.name;
  const group = groupOf(array);
  const storage = storageOf(array, facts);
  const address = addressName(array);
  const view = names.fresh(`${array.name}View`);
  const index = names.fresh('index');
  const value = names.fresh('value');
  const isOf = assumed.get(array);
  const check =
    group.elements === 'boolean'
      ? `typeof ${value} !== 'boolean'`
      : isOf === 'count'
        ? `!isCount(${value})`
        : isOf === 'integer'
          ? `!isInteger(${value})`
          : `typeof ${value} !== 'number'`;
  const allocation = [
    `const ${address} = kernel.allocate(${name}.length, ${storage.shift}, 0);`,
    `const ${view} = new ${storage.name}(kernel.memory.buffer, ${address}, ${name}.length);`,
  ];
  if (group.isText === true) {
    const copied = `${view}[${index}] = ${name}.charCodeAt(${index});`;
    return [...allocation, `for (let ${index} = 0; ${index} < ${name}.length; ${index}++) ${copied}`];
  }
  if (group.typedName !== undefined) return [...allocation, `${view}.set(${name});`];
  const declared = request.subject.style.isTypeScript ? `const ${value}: unknown` : `const ${value}`;
  return [
    ...allocation,
    `for (let ${index} = 0; ${index} < ${name}.length; ${index}++) {`,
    `  ${declared} = ${name}[${index}];`,
    `  if (${check}) return ${failed(request.entry)};`,
    `  ${view}[${index}] = ${group.elements === 'boolean' ? `${value} ? 1 : 0` : value};`,
    '}',
  ];
}

function addressName(array: ArrayLocal): string {
  return `${array.name}Address`;
}

function callAndAnswer(request: KernelFileRequest, names: Names, arrays: readonly ArrayLocal[]): readonly string[] {
  const { entry } = request;
  const operands = entry.parameters.flatMap((parameter) => {
    const name = names.of.get(parameter) ?? parameter.name;
    if (parameter.kind === 'array') return [addressName(parameter), `${name}.length`];
    return [name];
  });
  const typed = request.subject.style.isTypeScript;
  const call = `kernel.run(${operands.map((operand) => operand).join(', ')})`;
  const written = arrays.filter((array) => groupOf(array).isWritten);
  const back = written.flatMap((array) => writeBack(array, request, names));
  if (entry.result === 'nothing') return [`${call};`, ...back, 'return true;'];
  if (typeof entry.result !== 'object') {
    const answer = (value: string) => (entry.result === 'boolean' ? `${value} === 1` : value);
    if (back.length === 0) return [`return ${answer(call)};`];
    const result = names.fresh('result');
    return [`const ${result} = ${call};`, ...back, `return ${answer(result)};`];
  }
  const result = names.fresh('result');
  const group = groupOf(entry.result.array);
  const given = arrays
    .filter((array) => groupOf(array) === group)
    .map((array) => `if (${result} === ${addressName(array)}) return ${names.of.get(array) ?? array.name};`);
  const storage = storageOf(group, request.facts);
  const [length, view] = [names.fresh('length'), names.fresh('view')];
  const made = [
    `const ${length} = new Uint32Array(kernel.memory.buffer, ${result} - 8, 1)[0]${typed ? ' as number' : ''};`,
    `const ${view} = new ${storage.name}(kernel.memory.buffer, ${result}, ${length});`,
  ];
  if (group.typedName !== undefined)
    return [`const ${result} = ${call};`, ...back, ...given, ...made, `return ${view}.slice();`];
  const [copy, index] = [names.fresh('copy'), names.fresh('index')];
  const element = elementOf(view, index, group.elements === 'boolean', typed);
  return [
    `const ${result} = ${call};`,
    ...back,
    ...given,
    ...made,
    `const ${copy} = new Array${typed ? `<${group.elements}>` : ''}(${length});`,
    `for (let ${index} = 0; ${index} < ${length}; ${index}++) ${copy}[${index}] = ${element};`,
    `return ${copy};`,
  ];
}

function elementOf(view: string, index: string, isBoolean: boolean, typed: boolean): string {
  if (isBoolean) return `${view}[${index}] === 1`;
  return `${view}[${index}]${typed ? ' as number' : ''}`;
}

/** The views of before are gone when the memory has grown. */
function writeBack(array: ArrayLocal, request: KernelFileRequest, names: Names): readonly string[] {
  const { subject, facts } = request;
  const name = names.of.get(array) ?? array.name;
  const storage = storageOf(array, facts);
  const group = groupOf(array);
  const view = `new ${storage.name}(kernel.memory.buffer, ${addressName(array)}, ${name}.length)`;
  if (group.typedName !== undefined) return [`${name}.set(${view});`];
  const [after, index] = [names.fresh(`${array.name}After`), names.fresh('index')];
  const element = elementOf(after, index, group.elements === 'boolean', subject.style.isTypeScript);
  return [
    `const ${after} = ${view};`,
    `for (let ${index} = 0; ${index} < ${name}.length; ${index}++) ${name}[${index}] = ${element};`,
  ];
}

function namesFor(entry: KernelFunction, kernelName: string): Names {
  const taken = new Set([
    'bytes',
    'kernel',
    'load',
    'isPositive',
    'isCount',
    'isInteger',
    'Kernel',
    'WebAssembly',
    'atob',
    kernelName,
  ]);
  for (const word of ['Object', 'Array', 'undefined', 'arguments', 'eval', 'await', 'module', 'exports'])
    taken.add(word);
  const of = new Map(entry.parameters.map((parameter) => [parameter, unused(parameter.name, taken)]));
  return { of, fresh: (wish) => unused(wish, taken) };
}

/** The wanted name, or the wanted name with a number; it is taken from then on. */
export function unused(wish: string, taken: Set<string>): string {
  let name = wish;
  for (let number = 2; taken.has(name); number += 1) name = `${wish}${number}`;
  taken.add(name);
  return name;
}
