// Arrays that stay in the memory of a kernel from call to call: lines of the kernel's file. All arrays that are made at once share a memory of
// their own, with a kernel of its own. That memory never grows, since growing would take it away from whoever holds an array in it, and it is
// freed with the last of its arrays.
import type { EmittedKernel } from '../../kernel/emit-kernel.ts';
import { type ArrayLocal, groupOf, type KernelFunction } from '../../kernel/kernel-ir.ts';
import { unused } from '../../kernel/unused-name.ts';
import { type Names, nameOf } from './array-transfer.ts';

/** What the file declares beside what every kernel's file does. */
export const residentNames: readonly string[] = [
  'start',
  'kernels',
  'overlap',
  'Float64Array',
  'RangeError',
  'WeakMap',
];

/** Compiles the module once, for as many kernels as there are memories. */
export function kernelsStarted(imports: readonly string[]): readonly string[] {
  return [
    '/** A kernel with a memory of so many pages of 64 KB; undefined where there is none. */',
    'type Start = (pages: { readonly initial: number; readonly maximum?: number }) => Kernel | undefined;',
    '',
    'const start = load();',
    '',
    '/** For arrays that are copied: its memory grows. */',
    'const kernel = start({ initial: 1 });',
    '',
    '/** For arrays that stay where they are: the kernel of each memory. */',
    'const kernels = new WeakMap<ArrayBufferLike, Kernel>();',
    '',
    'function load(): Start {',
    '  try {',
    '    const module = new WebAssembly.Module(Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0)));',
    '    return (pages) => {',
    '      try {',
    '        const memory = new WebAssembly.Memory(pages);',
    `        const instance = new WebAssembly.Instance(module, { m: { ${[...imports, 'memory'].join(', ')} } });`,
    '        return instance.exports as unknown as Kernel;',
    '      } catch {',
    '        // Too little memory.',
    '        return undefined;',
    '      }',
    '    };',
    '  } catch {',
    '    // WebAssembly is not allowed here, by a content security policy for example: the original does the work.',
    '    return () => undefined;',
    '  }',
    '}',
    '',
  ];
}

/** The function that makes such arrays: one for each parameter. */
export function arrayMaker(entry: KernelFunction, makerName: string, subjectName: string): readonly string[] {
  const taken = new Set([
    ...residentNames,
    makerName,
    'kernel',
    'load',
    'bytes',
    'undefined',
    'Math',
    'pages',
    'own',
    'buffer',
  ]);
  const arrays = arraysOf(entry).map(({ name }) => ({
    name: unused(name, taken),
    length: unused(`${name}Length`, taken),
  }));
  if (arrays.length === 0) return [];
  const isAlone = arrays.length === 1;
  const together = (values: readonly string[]): string => (isAlone ? values.join() : `[${values.join(', ')}]`);
  const type = together(arrays.map(({ name }) => (isAlone ? 'Float64Array' : `${name}: Float64Array`)));
  const lengths = arrays.map(({ length }) => length);
  const places = arrays.map(({ length }, index) => {
    const before = arrays[index - 1]?.name;
    return `new Float64Array(buffer, ${before === undefined ? '8' : `${before}.byteOffset + ${before}.byteLength`}, ${length})`;
  });
  const [it, others] = isAlone
    ? ['an array', 'Other arrays are']
    : ['arrays', 'Those of other calls of this function are others, which are'];
  return [
    '/**',
    ` * Makes ${it} for ${subjectName} that the kernel works on where ${isAlone ? 'it is' : 'they are'}, in a memory of ${isAlone ? 'its' : 'their'} own that does not grow and is freed with ${isAlone ? 'it' : 'them'}.`,
    ` * ${others} copied. Make few large ones, not thousands: each memory takes`,
    ` * a wide range of addresses. Without WebAssembly, or without room, ${isAlone ? 'it is an array' : 'these are arrays'} like any other.`,
    ' */',
    `export function ${makerName}(${lengths.map((length) => `${length}: number`).join(', ')}): ${type} {`,
    `  const pages = Math.ceil((8 * (1 + ${lengths.join(' + ')})) / 65_536);`,
    '  // At most a gigabyte, which is as far as the kernel counts.',
    '  const own = pages <= 16_384 ? start({ initial: pages, maximum: pages }) : undefined;',
    `  if (own === undefined) return ${together(lengths.map((length) => `new Float64Array(${length})`))};`,
    '  const { buffer } = own.memory;',
    '  kernels.set(buffer, own);',
    ...(isAlone
      ? [`  return ${places.join()};`]
      : [
          ...arrays.map(({ name }, index) => `  const ${name} = ${places[index] ?? ''};`),
          `  return ${together(arrays.map(({ name }) => name))};`,
        ]),
    '}',
    '',
    ...(needsOverlap(entry)
      ? [
          '/** Whether they share elements. */',
          'function overlap(a: Float64Array, b: Float64Array): boolean {',
          '  const [isBefore, isAfter] = [a.byteOffset + a.byteLength <= b.byteOffset, b.byteOffset + b.byteLength <= a.byteOffset];',
          '  return a.buffer === b.buffer && !isBefore && !isAfter;',
          '}',
          '',
        ]
      : []),
  ];
}

/**
 * What is written must not be read as another parameter: of the same array twice the original makes what it makes; arrays that share only some
 * elements have no counterpart among plain ones.
 */
export function overlapChecks(entry: KernelFunction, names: Names, failed: string): readonly string[] {
  return overlappingPairs(entry).flatMap(([first, second]) => {
    const [a, b] = [nameOf(first, names), nameOf(second, names)];
    return [
      `if (overlap(${a}, ${b})) {`,
      `  if (${a} === ${b}) return ${failed};`,
      `  throw new RangeError('${first.name} and ${second.name} share elements.');`,
      '}',
    ];
  });
}

function needsOverlap(entry: KernelFunction): boolean {
  return overlappingPairs(entry).length > 0;
}

function overlappingPairs(entry: KernelFunction): readonly (readonly [ArrayLocal, ArrayLocal])[] {
  const arrays = arraysOf(entry);
  return arrays
    .flatMap((first, index) => arrays.slice(index + 1).map((second) => [first, second] as const))
    .filter((pair) => pair.some((one) => groupOf(one).isWritten));
}

/** The call where all arrays lie in one kernel's memory. */
export function calledInPlace(
  entry: KernelFunction,
  { mayTrap, mayTrapAfterWriting }: EmittedKernel,
  names: Names,
  failed: string,
): readonly string[] {
  const arrays = arraysOf(entry);
  const [first, ...others] = arrays.map((array) => nameOf(array, names));
  if (first === undefined) return [];
  const own = names.fresh('own');
  const areThere = [`${own} !== undefined`, ...others.map((other) => `${other}.buffer === ${first}.buffer`)];
  const operands = entry.parameters.map((parameter) => {
    const name = nameOf(parameter, names);
    return parameter.kind === 'array' ? `${name}.byteOffset, ${name}.length` : name;
  });
  const call = `${own}.run(${operands.join(', ')})`;
  const answer =
    entry.result === 'nothing'
      ? [`${call};`, 'return true;']
      : [`return ${call}${entry.result === 'boolean' ? ' === 1' : ''};`];
  const written = mayTrapAfterWriting ? arrays.filter((array) => groupOf(array).isWritten) : [];
  const kept = written.map((array) => ({ name: nameOf(array, names), before: names.fresh(`${array.name}Before`) }));
  const tried = [
    'try {',
    ...answer.map((line) => `  ${line}`),
    '} catch {',
    '  // An index outside of an array, or an error that the code throws.',
    ...kept.map(({ name, before }) => `  ${name}.set(${before});`),
    `  return ${failed};`,
    '}',
  ];
  return [
    `const ${own} = kernels.get(${first}.buffer);`,
    `if (${areThere.join(' && ')}) {`,
    ...kept.map(({ name, before }) => `  const ${before} = ${name}.slice();`),
    ...(mayTrap ? tried : answer).map((line) => `  ${line}`),
    '}',
  ];
}

export function arraysOf({ parameters }: KernelFunction): readonly ArrayLocal[] {
  return parameters.filter((parameter) => parameter.kind === 'array');
}
