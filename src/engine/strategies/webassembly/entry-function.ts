// The function of the kernel's file that takes the arguments: what it checks, and what it answers. Nothing of the caller's is touched before
// the kernel has come to its end. How arrays and tables are moved is in array-transfer.ts and table-transfer.ts.
import ts from 'typescript';
import type { EmittedKernel } from '../../kernel/emit-kernel.ts';
import type { KernelFacts } from '../../kernel/kernel-facts.ts';
import { type ArrayGroup, groupOf, type KernelFunction, type Parameter } from '../../kernel/kernel-ir.ts';
import { unused } from '../../kernel/unused-name.ts';
import type { Subject } from '../../source/subject.ts';
import { aliasGuards } from './alias-guards.ts';
import {
  arrayHandedOver,
  arrayMade,
  arrayWrittenBack,
  type Names,
  nameOf,
  partsMade,
  partsType,
  type Transfer,
} from './array-transfer.ts';
import type { Assumed } from './choose-assumptions.ts';
import { partName, recordsHandedOver, recordsType } from './record-transfer.ts';
import { calledInPlace, overlapChecks, residentNames } from './resident-memory.ts';
import { rowType, tableHandedOver, tableMade, tableWrittenBack } from './table-transfer.ts';

export interface KernelFileRequest {
  readonly subject: Subject;
  readonly entry: KernelFunction;
  readonly facts: KernelFacts;
  readonly emitted: EmittedKernel;
  readonly assumed: ReadonlyMap<Parameter, Assumed>;
  /** An array of numbers that it makes is handed back as a Float64Array. */
  readonly givesTyped?: boolean;
  /** Arrays can stay in the kernel's memory: the function of the file that makes them. */
  readonly makerName?: string;
  /** It calls itself, directly or through others, so the stack may end. */
  readonly isRecursive: boolean;
  /** Name of the exported function. */
  readonly kernelName: string;
  /** Name of the candidate. */
  readonly variant: string;
}

export function entryFunction(request: KernelFileRequest): readonly string[] {
  const { subject, entry, facts, emitted, assumed, kernelName, isRecursive, givesTyped = false, makerName } = request;
  const names = namesFor(entry, makerName === undefined ? [kernelName] : [kernelName, makerName, ...residentNames]);
  const isTypeScript = subject.style.isTypeScript;
  const parameters = entry.parameters.map((parameter) => {
    const name = nameOf(parameter, names);
    return isTypeScript ? `${name}: ${parameterType(parameter, entry)}` : name;
  });
  const type = isTypeScript ? `: ${resultType(entry, givesTyped)}` : '';
  const isExported = isTypeScript || subject.style.module === 'esm';
  const failed = entry.result === 'nothing' ? 'false' : 'undefined';
  const isExact = givesOfItsClass(subject.node);
  const transfer: Transfer = { facts, assumed, names, isTypeScript, isExact, givesTyped, failed };
  const checks = (guards: readonly string[]) => guards.map((guard) => `if (${guard}) return ${failed};`);
  const before =
    makerName === undefined
      ? checks([`kernel === undefined || ${ofOtherTypes(request, names)}`, ...aliasGuards(entry, names)])
      : [
          ...checks([ofOtherTypes(request, names)]),
          ...overlapChecks(entry, names, failed),
          ...calledInPlace(entry, emitted, names, failed),
          ...checks(['kernel === undefined']),
        ];
  const body = [
    ...entry.parameters.flatMap((parameter) => handedOver(parameter, transfer)),
    ...callAndAnswer(entry, transfer),
  ];
  const isCaught = emitted.mayTrap || emitted.usesMemory || isRecursive;
  return [
    entry.result === 'nothing'
      ? '/** Whether it has been done. If not, nothing has been changed, and the original has to do it. */'
      : '/** The result, or undefined when the original has to compute it; nothing has been changed then. */',
    `${isExported ? 'export ' : ''}function ${kernelName}(${parameters.join(', ')})${type} {`,
    ...before.map((line) => `  ${line}`),
    ...(isCaught
      ? [
          '  try {',
          ...(emitted.usesMemory ? ['    kernel.reset();'] : []),
          ...body.map((line) => `    ${line}`),
          '  } catch {',
          `    // ${emitted.mayTrap ? 'An index outside of an array, an error that the code throws, too little memory.' : 'Too little memory or stack.'}`,
          `    return ${failed};`,
          '  }',
        ]
      : body.map((line) => `  ${line}`)),
    '}',
  ];
}

function parameterType(parameter: Parameter, entry: KernelFunction): string {
  if (parameter.kind === 'records') return recordsType(parameter);
  if (parameter.kind !== 'array' && parameter.kind !== 'table')
    return parameter.mayBeLeftOut === true ? `${parameter.kind} | undefined` : parameter.kind;
  const group = groupOf(parameter.kind === 'table' ? parameter.cells : parameter);
  if (group.isText === true) return 'string';
  if (parameter.kind === 'array' && parameter.isOneOfSeveral === true) return 'ArrayLike<number>';
  const isConstant = !group.isWritten && group.isReturned !== true && group !== returnedGroup(entry);
  const flat = group.typedName ?? `${isConstant ? 'readonly ' : ''}${group.elements}[]`;
  if (parameter.kind === 'array') return flat;
  return isConstant ? `readonly (${flat})[]` : `${flat}[]`;
}

function returnedGroup({ result }: KernelFunction): ArrayGroup | undefined {
  if (typeof result !== 'object') return undefined;
  return groupOf('cells' in result ? result.cells : result.array);
}

function resultType(entry: KernelFunction, givesTyped: boolean): string {
  const { result } = entry;
  if (result === 'nothing') return 'boolean';
  const group = returnedGroup(entry);
  if (group === undefined || typeof result !== 'object') return `${String(result)} | undefined`;
  if ('array' in result && result.parts !== undefined) return `${partsType(result.parts)} | undefined`;
  if ('cells' in result) {
    const row = rowType(result);
    if (row !== undefined) return `${row}[] | undefined`;
  }
  const flat = givesTyped ? 'Float64Array' : (group.typedName ?? `${group.elements}[]`);
  return `${'cells' in result ? `${flat}[]` : flat} | undefined`;
}

/** Whether an argument is not what the kernel takes. */
export function ofOtherTypes({ subject, entry, assumed }: KernelFileRequest, names: Names): string {
  const guards: string[] = [];
  // Its type does not tell an instance of a class that extends Array, of which `slice` and the like give another one.
  const isExact = givesOfItsClass(subject.node);
  const { isTypeScript } = subject.style;
  const isNoArray = (name: string): string => {
    if (isTypeScript && !isExact) return `!Array.isArray(${name})`;
    // Without the assertion, TypeScript concludes that what is no direct instance of Array is nothing at all.
    return `${isTypeScript ? `(${name} as object | undefined)` : name}?.constructor !== Array`;
  };
  const isNoTypedArray = (name: string, typedName: string): string =>
    isExact ? `${name}?.constructor !== ${typedName}` : `!(${name} instanceof ${typedName})`;
  for (const parameter of entry.parameters) {
    const name = nameOf(parameter, names);
    if (parameter.kind === 'table' || parameter.kind === 'records') guards.push(isNoArray(name));
    else if (parameter.kind === 'array') {
      const { typedName, isText } = groupOf(parameter);
      if (isText === true) guards.push(`typeof ${name} !== 'string'`);
      else guards.push(typedName === undefined ? isNoArray(name) : isNoTypedArray(name, typedName));
    } else if (assumed.get(parameter) === 'positive') guards.push(`!isPositive(${name})`);
    else if (assumed.get(parameter) === 'count') guards.push(`!isCount(${name})`);
    else if (assumed.get(parameter) === 'integer') guards.push(`!isInteger(${name})`);
    else guards.push(`typeof ${name} !== '${parameter.kind}'`);
  }
  return guards.join(' || ');
}

const methodsOfItsClass: ReadonlySet<string> = new Set(['filter', 'map', 'slice']);

/** Whether it calls what gives an array of the same class as the one that it is called on. */
function givesOfItsClass(node: ts.Node): boolean {
  const isSuch = ts.isPropertyAccessExpression(node) && methodsOfItsClass.has(node.name.text);
  return isSuch || (ts.forEachChild(node, givesOfItsClass) ?? false);
}

function handedOver(parameter: Parameter, transfer: Transfer): readonly string[] {
  if (parameter.kind === 'table') return tableHandedOver(parameter, transfer);
  if (parameter.kind === 'records') return recordsHandedOver(parameter, transfer);
  return parameter.kind === 'array' ? arrayHandedOver(parameter, transfer) : [];
}

function writtenBack(parameter: Parameter, transfer: Transfer): readonly string[] {
  if (parameter.kind === 'table')
    return groupOf(parameter.cells).isWritten ? tableWrittenBack(parameter, transfer) : [];
  return parameter.kind === 'array' && groupOf(parameter).isWritten ? arrayWrittenBack(parameter, transfer) : [];
}

function callAndAnswer(entry: KernelFunction, transfer: Transfer): readonly string[] {
  const { names } = transfer;
  const operands = entry.parameters.flatMap((parameter) => {
    const name = nameOf(parameter, names);
    if (parameter.kind === 'table') {
      const columns = names.part(parameter, 'Columns');
      return [names.part(parameter, 'Address'), `${name}.length * ${columns}`, `${name}.length`, columns];
    }
    if (parameter.kind === 'records') {
      const fields = [...parameter.fields.values()];
      return [`${name}.length`, ...fields.flatMap((field) => [names.part(field, 'Address'), `${name}.length`])];
    }
    return parameter.kind === 'array' ? [names.part(parameter, 'Address'), `${name}.length`] : [name];
  });
  const call = `kernel.run(${operands.join(', ')})`;
  const back = entry.parameters.flatMap((parameter) => writtenBack(parameter, transfer));
  if (entry.result === 'nothing') return [`${call};`, ...back, 'return true;'];
  if (typeof entry.result !== 'object') {
    const answer = (value: string) => (entry.result === 'boolean' ? `${value} === 1` : value);
    if (back.length === 0) return [`return ${answer(call)};`];
    const result = names.fresh('result');
    return [`const ${result} = ${call};`, ...back, `return ${answer(result)};`];
  }
  const result = names.fresh('result');
  const isTable = 'cells' in entry.result;
  const group = groupOf('cells' in entry.result ? entry.result.cells : entry.result.array);
  const given = entry.parameters.flatMap((parameter) => {
    const isSame = isTable
      ? parameter.kind === 'table' && groupOf(parameter.cells) === group
      : parameter.kind === 'array' && groupOf(parameter) === group;
    return isSame ? [`if (${result} === ${names.part(parameter, 'Address')}) return ${nameOf(parameter, names)};`] : [];
  });
  const { result: kind } = entry;
  if ('array' in kind && kind.parts !== undefined)
    return [`const ${result} = ${call};`, ...back, ...partsMade(result, group, kind.parts, transfer)];
  const made = 'cells' in kind ? tableMade(result, kind, transfer) : arrayMade(result, group, transfer);
  return [`const ${result} = ${call};`, ...back, ...given, ...made];
}

/** `others`: what the file declares beside what all of them do. */
export function namesFor(entry: KernelFunction, others: readonly string[]): Names {
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
    ...others,
  ]);
  for (const word of ['Object', 'Array', 'Set', 'undefined', 'arguments', 'eval', 'await', 'module', 'exports'])
    taken.add(word);
  const of = new Map(entry.parameters.map((parameter) => [parameter, unused(parameter.name, taken)]));
  const parts = new Map<string, string>();
  const part: Names['part'] = (parameter, which) => {
    const name = partName(parameter);
    const known = parts.get(name + which) ?? unused(name + which, taken);
    parts.set(name + which, known);
    return known;
  };
  return { of, part, fresh: (wish) => unused(wish, taken), inner: (wish) => unused(wish, new Set(taken)) };
}
