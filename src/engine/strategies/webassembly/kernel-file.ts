// The text of the module beside the user's file: the bytes, and the function that hands arguments over, in the style of the file. Whatever
// does not fit the kernel is answered with undefined before anything has been changed, and the original does it.
import { basename } from 'node:path';
import ts from 'typescript';
import type { EmittedKernel } from '../../kernel/emit-kernel.ts';
import { unused } from '../../kernel/unused-name.ts';
import type { Subject } from '../../source/subject.ts';
import { largestInteger } from './choose-assumptions.ts';
import { entryFunction, type KernelFileRequest } from './entry-function.ts';
import { partName } from './record-transfer.ts';
import { arrayMaker, kernelsStarted } from './resident-memory.ts';

/** What differs between kernels that work alone and those of several threads. */
export interface KernelText {
  /** Comment lines at the top, without what all kernels' files say. */
  readonly about: readonly string[];
  readonly exported: readonly string[];
  /** Whether single kernels move arrays in and out of a memory of their own. */
  readonly movesArrays: boolean;
  /** Of the host that a project without such libraries has to be told. */
  readonly hostWords: readonly string[];
  /** Compiles the module; `imports` are entries of an object. */
  readonly started: (imports: readonly string[], typed: boolean) => readonly string[];
  readonly functions: readonly string[];
}

export function kernelFileText(request: KernelFileRequest): string {
  const { subject, entry, emitted, kernelName, makerName } = request;
  return kernelTextOf(request, {
    about: aboutKernel(request),
    exported: [kernelName],
    movesArrays: emitted.usesMemory,
    hostWords: makerName === undefined ? [] : ['    readonly Memory: new (pages: object) => object;'],
    started: makerName === undefined ? kernelStarted : kernelsStarted,
    functions: [
      ...(makerName === undefined ? [] : arrayMaker(entry, makerName, subject.listing.name)),
      ...entryFunction(request),
    ],
  });
}

export function kernelTextOf(request: KernelFileRequest, kernel: KernelText): string {
  const { subject, emitted } = request;
  const { style } = subject;
  const typed = style.isTypeScript;
  const base64 = Buffer.from(emitted.bytes).toString('base64');
  const isCommonJs = !typed && style.module !== 'esm';
  const lines = [
    ...headerOf(request, kernel.about),
    ...(typed && !declaresWebAssembly(subject) ? undeclaredHost(kernel.hostWords) : []),
    `const bytes =`,
    ...chunks(base64, 100).map((chunk, index, all) => `  '${chunk}'${index === all.length - 1 ? ';' : ' +'}`),
    '',
    ...(typed ? kernelInterface(request, kernel.movesArrays) : []),
    ...kernel.started(importsOf(emitted, typed), typed),
    ...guardFunctions(request),
    ...kernel.functions,
    ...(isCommonJs ? ['', `module.exports = { ${kernel.exported.join(', ')} };`] : []),
    '',
  ];
  return inStyle(lines, subject);
}

function kernelStarted(imports: readonly string[], typed: boolean): readonly string[] {
  const given = imports.length === 0 ? '{}' : `{ m: { ${imports.join(', ')} } }`;
  return [
    `const kernel = load();`,
    '',
    `${typed ? 'function load(): Kernel | undefined' : 'function load()'} {`,
    '  try {',
    '    const module = new WebAssembly.Module(Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0)));',
    `    const instance = new WebAssembly.Instance(module, ${given});`,
    `    return instance.exports${typed ? ' as unknown as Kernel' : ''};`,
    '  } catch {',
    '    // WebAssembly is not allowed here, by a content security policy for example: the original does the work.',
    '    return undefined;',
    '  }',
    '}',
    '',
  ];
}

function aboutKernel({ subject, emitted, kernelName, variant }: KernelFileRequest): readonly string[] {
  const file = basename(subject.file);
  const { name } = subject.listing;
  return [
    `// ${kernelName}: ${name} of ${file} as a WebAssembly module of ${emitted.bytes.length} bytes, made by Speedlens. The source is ${name} itself,`,
    `// which also does what the kernel cannot. When ${name} changes, take away this file and what ${file} says of ${kernelName}, and make them anew:`,
    `//   speedlens bench ${file}#${name} --strategies webassembly/${variant} --json report.json`,
    '//   speedlens apply report.json --strategy webassembly',
  ];
}

function headerOf({ subject, emitted }: KernelFileRequest, about: readonly string[]): readonly string[] {
  const { name } = subject.listing;
  const checks = subject.project.options.checkJs === true && !subject.style.isTypeScript ? ['// @ts-nocheck'] : [];
  return [
    ...checks,
    ...about,
    ...(emitted.fromElsewhere.length > 0
      ? [
          `// What it calls of other files (${emitted.fromElsewhere.join(', ')}) is in it as it was then: a change there is a change of ${name}.`,
        ]
      : []),
    '// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.',
    ...(emitted.usesVectors
      ? [
          '// Its loops use vectors of two numbers (Node 16.4, Chrome 91, Firefox 89, Safari 16.4); without them the original does the work.',
        ]
      : []),
    '',
  ];
}

const undeclaredHost = (words: readonly string[]) => [
  "// The project's libraries do not declare WebAssembly, which every engine has.",
  'interface Host {',
  '  atob(text: string): string;',
  '  readonly WebAssembly: {',
  ...words,
  '    readonly Module: new (bytes: Uint8Array) => object;',
  '    readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };',
  '  };',
  '}',
  'const { WebAssembly, atob } = globalThis as unknown as Host;',
  '',
];

function declaresWebAssembly({ checker, node }: Subject): boolean {
  const names = new Set(checker.getSymbolsInScope(node, ts.SymbolFlags.Value).map((symbol) => symbol.name));
  return names.has('WebAssembly') && names.has('atob');
}

function kernelInterface({ entry }: KernelFileRequest, movesArrays: boolean): readonly string[] {
  const taken = new Set<string>();
  const parameters = entry.parameters.flatMap((parameter) => {
    const name = unused(parameter.name, taken);
    if (parameter.kind === 'table') {
      const parts = [name, `${name}Length`, `${name}Rows`, `${name}Columns`];
      return parts.map((part, index) => `${index === 0 ? part : unused(part, taken)}: number`);
    }
    if (parameter.kind === 'records') {
      const fields = [...parameter.fields.values()].flatMap((field) => [partName(field), `${partName(field)}Length`]);
      return [`${name}Length`, ...fields].map((part) => `${unused(part, taken)}: number`);
    }
    if (parameter.kind === 'array') return [`${name}: number`, `${unused(`${name}Length`, taken)}: number`];
    return [`${name}: ${parameter.kind}`];
  });
  return [
    'interface Kernel {',
    `  run(${parameters.join(', ')}): ${entry.result === 'nothing' ? 'void' : 'number'};`,
    ...(movesArrays
      ? [
          '  readonly memory: { readonly buffer: ArrayBuffer };',
          '  reset(): void;',
          '  /** The address of a new array: its length, the logarithm of the size of an element, whether it has to be cleared. */',
          '  allocate(length: number, shift: number, clear: number): number;',
        ]
      : []),
    '}',
    '',
  ];
}

/** What the module needs of JavaScript, as entries of an object. */
function importsOf({ imports }: EmittedKernel, typed: boolean): readonly string[] {
  const remainder = typed ? 'remainder: (x: number, y: number) => x % y' : 'remainder: (x, y) => x % y';
  return imports.map((name) => (name === 'remainder' ? remainder : `${name}: Math.${name}`));
}

function guardFunctions({ subject, assumed }: KernelFileRequest): readonly string[] {
  const used = new Set(assumed.values());
  const signature = subject.style.isTypeScript ? '(value: unknown): value is number' : '(value)';
  const isInteger = "typeof value === 'number' && Object.is(value | 0, value)";
  const bound = largestInteger.toExponential().replace('+', '');
  return [
    ...(used.has('positive')
      ? [
          '/** An integer from 1 to a billion: the kernel counts in 32 bits. */',
          `function isPositive${signature} {`,
          `  return ${isInteger} && value >= 1 && value <= ${bound};`,
          '}',
          '',
        ]
      : []),
    ...(used.has('count')
      ? [
          '/** An integer from 0 to a billion, and not -0: the kernel counts in 32 bits. */',
          `function isCount${signature} {`,
          `  return ${isInteger} && value >= 0 && value <= ${bound};`,
          '}',
          '',
        ]
      : []),
    ...(used.has('integer')
      ? [
          '/** An integer of at most a billion in size, and not -0: the kernel counts in 32 bits. */',
          `function isInteger${signature} {`,
          `  return ${isInteger} && value >= -${bound} && value <= ${bound};`,
          '}',
          '',
        ]
      : []),
  ];
}

function chunks(text: string, size: number): readonly string[] {
  return Array.from({ length: Math.ceil(text.length / size) }, (_, index) =>
    text.slice(index * size, (index + 1) * size),
  );
}

function inStyle(lines: readonly string[], { style }: Subject): string {
  const text = lines
    .map((line) => {
      const depth = /^ */.exec(line)?.[0].length ?? 0;
      const isText = /^ *(?:\/\/|\/?\*)/.test(line);
      const quoted = isText ? line : line.replaceAll("'", style.quote);
      const closed = style.semicolons || isText ? quoted : quoted.replace(/;$/, '');
      return style.indent.repeat(Math.floor(depth / 2)) + (depth % 2 === 1 ? ' ' : '') + closed.trimStart();
    })
    .join('\n');
  return text.replaceAll('\n', style.eol);
}
