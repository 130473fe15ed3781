// How arrays get into the module's memory, and back out of it: lines of the kernel's file.
import type { KernelFacts } from '../../kernel/kernel-facts.ts';
import { type ArrayGroup, type ArrayLocal, groupOf, type Parameter, type ResultPart } from '../../kernel/kernel-ir.ts';
import { storageOf } from '../../kernel/representation.ts';
import type { Assumed } from './choose-assumptions.ts';

/** What all lines that move elements depend on. */
export interface Transfer {
  readonly facts: KernelFacts;
  readonly assumed: ReadonlyMap<Parameter, Assumed>;
  readonly names: Names;
  readonly isTypeScript: boolean;
  /** An instance of a class that extends Array, or a typed array, is the original's to work on. */
  readonly isExact: boolean;
  /** An array of numbers that the kernel made is handed back as a Float64Array. */
  readonly givesTyped: boolean;
  /** What the function answers when the original has to do the call. */
  readonly failed: string;
}

export interface Names {
  readonly of: ReadonlyMap<Parameter, string>;
  /** For what the whole function sees. */
  fresh(wish: string): string;
  /** The address of an array, the columns of a table. */
  part(parameter: { readonly name: string }, part: 'Address' | 'Columns'): string;
  /** For what is declared in a block of its own. */
  inner(wish: string): string;
}

export function nameOf(parameter: Parameter, { of }: Names): string {
  return of.get(parameter) ?? parameter.name;
}

/** Copies one array into the module's memory, looking at every element of a plain one. */
export function arrayHandedOver(array: ArrayLocal, transfer: Transfer): readonly string[] {
  const { facts, names } = transfer;
  const name = nameOf(array, names);
  const group = groupOf(array);
  const storage = storageOf(array, facts);
  const address = names.part(array, 'Address');
  const view = names.fresh(`${array.name}View`);
  const index = names.inner('index');
  const value = names.inner('value');
  const allocation = [
    `const ${address} = kernel.allocate(${name}.length, ${storage.shift}, 0);`,
    `const ${view} = new ${storage.name}(kernel.memory.buffer, ${address}, ${name}.length);`,
  ];
  if (group.isText === true) {
    const copied = `${view}[${index}] = ${name}.charCodeAt(${index});`;
    return [...allocation, `for (let ${index} = 0; ${index} < ${name}.length; ${index}++) ${copied}`];
  }
  if (group.typedName !== undefined) return [...allocation, `${view}.set(${name});`];
  const declared = transfer.isTypeScript ? `const ${value}: unknown` : `const ${value}`;
  return [
    ...allocation,
    `for (let ${index} = 0; ${index} < ${name}.length; ${index}++) {`,
    `  ${declared} = ${name}[${index}];`,
    `  if (${elementCheck(group, transfer.assumed.get(array), value)}) return ${transfer.failed};`,
    `  ${view}[${index}] = ${group.elements === 'boolean' ? `${value} ? 1 : 0` : value};`,
    '}',
  ];
}

/** The condition under which the value is not what the kernel takes the elements for. */
export function elementCheck(group: ArrayGroup, assumed: Assumed | undefined, value: string): string {
  if (group.elements === 'boolean') return `typeof ${value} !== 'boolean'`;
  if (assumed === 'count') return `!isCount(${value})`;
  return assumed === 'integer' ? `!isInteger(${value})` : `typeof ${value} !== 'number'`;
}

/** The views of before are gone when the memory has grown. */
export function arrayWrittenBack(array: ArrayLocal, transfer: Transfer): readonly string[] {
  const { facts, names } = transfer;
  const name = nameOf(array, names);
  const group = groupOf(array);
  const view = `new ${storageOf(array, facts).name}(kernel.memory.buffer, ${names.part(array, 'Address')}, ${name}.length)`;
  if (group.typedName !== undefined) return [`${name}.set(${view});`];
  const [after, index] = [names.fresh(`${array.name}After`), names.inner('index')];
  return [
    `const ${after} = ${view};`,
    `for (let ${index} = 0; ${index} < ${name}.length; ${index}++) ${name}[${index}] = ${elementOf(after, index, group, transfer)};`,
  ];
}

/** The array at the address, for the caller to keep. */
export function arrayMade(result: string, group: ArrayGroup, transfer: Transfer): readonly string[] {
  const { facts, names, isTypeScript } = transfer;
  const storage = storageOf(group, facts);
  const [length, view] = [names.fresh('length'), names.fresh('view')];
  const made = [
    `const ${length} = new Uint32Array(kernel.memory.buffer, ${result} - 8, 1)[0]${isTypeScript ? ' as number' : ''};`,
    `const ${view} = new ${storage.name}(kernel.memory.buffer, ${result}, ${length});`,
  ];
  if (group.typedName !== undefined) return [...made, `return ${view}.slice();`];
  if (transfer.givesTyped) return [...made, `return ${asFloats(view, storage.name)};`];
  const [copy, index] = [names.fresh('copy'), names.inner('index')];
  return [
    ...made,
    `const ${copy} = new Array${isTypeScript ? `<${group.elements}>` : ''}(${length});`,
    `for (let ${index} = 0; ${index} < ${length}; ${index}++) ${copy}[${index}] = ${elementOf(view, index, group, transfer)};`,
    `return ${copy};`,
  ];
}

/** The object or tuple whose parts are at the address. */
export function partsMade(
  result: string,
  group: ArrayGroup,
  parts: readonly ResultPart[],
  { facts, names, isTypeScript }: Transfer,
): readonly string[] {
  const storage = storageOf(group, facts);
  const view = names.fresh('view');
  const values = parts.map(({ kind }, index) => {
    if (kind === 'boolean') return `${view}[${index}] === 1`;
    return `${view}[${index}]${isTypeScript ? ' as number' : ''}`;
  });
  const named = parts.map(({ name }, index) => `${name === undefined ? '' : `${name}: `}${values[index]}`).join(', ');
  const isTuple = parts.every(({ name }) => name === undefined);
  return [
    `const ${view} = new ${storage.name}(kernel.memory.buffer, ${result}, ${parts.length});`,
    `return ${isTuple ? `[${named}]` : `{ ${named} }`};`,
  ];
}

export function partsType(parts: readonly ResultPart[]): string {
  if (parts.every(({ name }) => name === undefined)) return `[${parts.map(({ kind }) => kind).join(', ')}]`;
  return `{ ${parts.map(({ name, kind }) => `${name}: ${kind}`).join('; ')} }`;
}

/** A copy of the view that outlives the module's next call. */
export function asFloats(view: string, storage: string, range = ''): string {
  if (storage === 'Float64Array') return `${view}.slice(${range})`;
  return `new Float64Array(${range === '' ? view : `${view}.subarray(${range})`})`;
}

export function elementOf(view: string, index: string, { elements }: ArrayGroup, { isTypeScript }: Transfer): string {
  if (elements === 'boolean') return `${view}[${index}] === 1`;
  return `${view}[${index}]${isTypeScript ? ' as number' : ''}`;
}
