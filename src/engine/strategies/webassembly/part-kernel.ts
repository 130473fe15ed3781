// The kernel for parts of a call that threads do at the same time: one memory that all of them see, and an instance of the module in each. The thread
// that hands out parts copies typed arrays there once, and threads work on them where they are. What the kernel does not do, the code around it does, on the
// same arrays.
import { basename } from 'node:path';
import type { EmittedKernel } from '../../kernel/emit-kernel.ts';
import { type ArrayLocal, groupOf, type KernelFunction, type KernelModule } from '../../kernel/kernel-ir.ts';
import { unused } from '../../kernel/unused-name.ts';
import { allocates } from '../../kernel/walk-kernel.ts';
import { mostPages } from '../../kernel/wasm-bytes.ts';
import { freshName } from '../../source/names.ts';
import { siblingModule } from '../../source/sibling-module.ts';
import type { Subject } from '../../source/subject.ts';
import type { PartKernel, PartWork } from '../strategy.ts';
import { type KernelFileRequest, namesFor, ofOtherTypes } from './entry-function.ts';
import { kernelTextOf } from './kernel-file.ts';

/** Whether the kernel can do parts: every array that it gets is there already, and it takes no memory of its own. */
export function canDoParts(module: KernelModule, { arrays, isRepeatable }: PartWork, emitted: EmittedKernel): boolean {
  const [entry] = module.functions;
  if (entry === undefined || entry.result !== 'nothing' || module.functions.some(allocates)) return false;
  if (!isRepeatable && emitted.mayTrapAfterWriting) return false;
  return entry.parameters.every((parameter) => {
    if (parameter.kind === 'number' || parameter.kind === 'boolean') return true;
    const isThere = parameter.kind === 'array' && entry.given.get(parameter)?.index === 0;
    return isThere && arrays.includes(parameter.name) && groupOf(parameter).typedName !== undefined;
  });
}

export function partKernel(request: Omit<KernelFileRequest, 'kernelName'>): Omit<PartKernel, 'caveats' | 'strategy'> {
  const { subject, entry, emitted, variant } = request;
  const { name } = subject.listing;
  const [kernelName, memoryName] = [freshName(subject, `${name}Kernel`), freshName(subject, `${name}Memory`)];
  const sibling = siblingModule(subject, ['{stem}.{function}.wasm']);
  const arrays = entry.parameters.filter((parameter) => parameter.kind === 'array');
  return {
    ...{ variant, specifier: sibling.specifier, kernel: kernelName, memory: memoryName },
    summary: `Its parts run as a WebAssembly module of ${emitted.bytes.length} bytes, in memory that the threads share.`,
    file: { path: sibling.path, newText: fileText({ ...request, kernelName }, memoryName, arrays) },
    arrays: arrays.map((array) => array.name),
    parameters: entry.parameters.map((parameter) => entry.given.get(parameter)?.text ?? parameter.name),
  };
}

function fileText(request: KernelFileRequest, memoryName: string, arrays: readonly ArrayLocal[]): string {
  const { subject, kernelName } = request;
  const { name } = subject.listing;
  const file = basename(subject.file);
  return kernelTextOf(request, {
    exported: [memoryName, kernelName],
    about: [
      `// ${kernelName}: ${name} of ${file} as a WebAssembly module of ${request.emitted.bytes.length} bytes, made by Speedlens, for threads that work in one memory. The`,
      `// source is ${name} itself, which also does what the kernel cannot: when it changes, take away this file and what ${file} says of ${kernelName} and ${memoryName}.`,
    ],
    movesArrays: false,
    hostWords: [
      '    readonly Memory: new (pages: object) => { readonly buffer: SharedArrayBuffer; grow(pages: number): number };',
    ],
    started: kernelsInMemory,
    functions: [...memoryMaker(arrays, memoryName, subject), '', ...partFunction(request, [memoryName, ...declared])],
  });
}

const declared = [
  'instantiate',
  'kernelIn',
  'memoryOf',
  'spare',
  'kernels',
  'SharedMemory',
  'Int32Array',
  'Atomics',
  'Math',
  'WeakMap',
  'memory',
  'atWork',
];

function kernelsInMemory(imports: readonly string[], typed: boolean): readonly string[] {
  const as = (type: string) => (typed ? type : '');
  return [
    ...(typed
      ? [
          '/** Memory that all threads see; its first word counts the parts that are at work in it. */',
          'type SharedMemory = InstanceType<typeof WebAssembly.Memory>;',
          '',
        ]
      : []),
    'const instantiate = load();',
    `const kernels = new WeakMap${as('<object, Kernel>')}();`,
    '/** What no call uses. It grows to the largest arrays, and is kept. */',
    `let spare${as(': SharedMemory | undefined')};`,
    '',
    `function load()${as(': ((memory: SharedMemory) => Kernel) | undefined')} {`,
    '  try {',
    '    const module = new WebAssembly.Module(Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0)));',
    '    return (memory) => {',
    `      const instance = new WebAssembly.Instance(module, { m: { ${[...imports, 'memory'].join(', ')} } });`,
    `      return instance.exports${as(' as unknown as Kernel')};`,
    '    };',
    '  } catch {',
    '    // WebAssembly is not allowed here, by a content security policy for example: the original does the work.',
    '    return undefined;',
    '  }',
    '}',
    '',
    '/** Of so many bytes at least. */',
    `function memoryOf(bytes${as(': number')})${as(': SharedMemory')} {`,
    `  const memory = spare ?? new WebAssembly.Memory({ initial: 1, maximum: ${mostPages.toLocaleString('en').replace(',', '_')}, shared: true });`,
    '  const missing = Math.ceil((bytes - memory.buffer.byteLength) / 65_536);',
    '  if (missing > 0) memory.grow(missing);',
    '  spare = undefined;',
    '  return memory;',
    '}',
    '',
    `function kernelIn(memory${as(': SharedMemory')})${as(': Kernel | undefined')} {`,
    '  const known = kernels.get(memory);',
    '  if (known !== undefined || instantiate === undefined) return known;',
    '  const kernel = instantiate(memory);',
    '  kernels.set(memory, kernel);',
    '  return kernel;',
    '}',
    '',
  ];
}

/** The function that puts copies of typed arrays into a memory. */
function memoryMaker(
  arrays: readonly ArrayLocal[],
  memoryName: string,
  { listing, style: { isTypeScript: typed, module } }: Subject,
): readonly string[] {
  const taken = new Set([...declared, memoryName, 'bytes', 'load', 'copies', 'giveBack']);
  const named = arrays.map((array) => ({
    field: array.name,
    name: unused(array.name, taken),
    place: unused(`${array.name}Place`, taken),
    type: groupOf(array).typedName ?? '',
  }));
  const parameters = named.map(({ name, type }) => (typed ? `${name}: ${type}` : name));
  const others = named.map(({ name, type }) => `!(${name} instanceof ${type})`);
  const places = named.map(({ place }, index) => {
    const before = named[index - 1];
    const from = before === undefined ? '16' : `Math.ceil((${before.place} + ${before.name}.byteLength) / 8) * 8`;
    return `const ${place} = ${from};`;
  });
  const last = named.at(-1);
  const copies = named.map(
    ({ field, name, place, type }) => `${field}: new ${type}(memory.buffer, ${place}, ${name}.length)`,
  );
  return [
    `/** Copies of what ${listing.name} works on in memory that all threads see; undefined where there is no such memory. Once it is given back, the next call uses it. */`,
    `${typed || module === 'esm' ? 'export ' : ''}function ${memoryName}(${parameters.join(', ')}) {`,
    `  if (instantiate === undefined || ${others.join(' || ')}) return undefined;`,
    ...places.map((line) => `  ${line}`),
    '  try {',
    `    const memory = memoryOf(${last?.place ?? '0'} + ${last?.name ?? ''}.byteLength);`,
    `    const copies = { ${copies.join(', ')} };`,
    ...named.map(({ field, name }) => `    copies.${field}.set(${name});`),
    '    const giveBack = () => {',
    '      // A thread that was given up may still be at work there.',
    '      if (Atomics.load(new Int32Array(memory.buffer, 0, 1), 0) === 0) spare = memory;',
    '    };',
    '    return { memory, copies, giveBack };',
    '  } catch {',
    '    // Too little memory.',
    '    return undefined;',
    '  }',
    '}',
  ];
}

function partFunction(request: KernelFileRequest, taken: readonly string[]): readonly string[] {
  const { subject, entry, emitted, kernelName } = request;
  const { isTypeScript: typed, module } = subject.style;
  const names = namesFor(entry, [kernelName, ...taken]);
  const nameOf = (parameter: KernelFunction['parameters'][number]) => names.of.get(parameter) ?? parameter.name;
  const types = entry.parameters.map((one): string =>
    one.kind === 'array' ? (groupOf(one).typedName ?? '') : one.kind,
  );
  const parameters = entry.parameters.map((one, index) => (typed ? `${nameOf(one)}: ${types[index]}` : nameOf(one)));
  const operands = entry.parameters.map((one) =>
    one.kind === 'array' ? `${nameOf(one)}.byteOffset, ${nameOf(one)}.length` : nameOf(one),
  );
  const checked = [
    'const atWork = new Int32Array(memory.buffer, 0, 1);',
    'Atomics.add(atWork, 0, 1);',
    'const kernel = kernelIn(memory);',
    `if (kernel === undefined || ${ofOtherTypes(request, names)}) return false;`,
    `kernel.run(${operands.join(', ')});`,
    'Atomics.sub(atWork, 0, 1);',
    'return true;',
  ];
  return [
    '/**',
    ' * Whether the part is done. If not, the original has to do it, and it stays counted: no later call uses this memory, where a thread that was given up may',
    ' * be at work for longer. All arrays lie there.',
    ' */',
    `${typed || module === 'esm' ? 'export ' : ''}function ${kernelName}(${[typed ? 'memory: SharedMemory' : 'memory', ...parameters].join(', ')})${typed ? ': boolean' : ''} {`,
    '  try {',
    ...checked.map((line) => `    ${line}`),
    '  } catch {',
    `    // ${emitted.mayTrap ? 'An index outside of an array, or an error that the code throws.' : 'The memory cannot be used.'}`,
    '    return false;',
    '  }',
    '}',
  ];
}
