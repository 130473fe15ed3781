// "Create Inputs File": a commented inputs module for one function, in the language and style of the user's file, or the module that exists
// with an entry added. Writes nothing.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import type { Subject } from '../source/subject.ts';
import { addEntry } from './add-entry.ts';
import { keysFor } from './declared.ts';
import { inStyleOf } from './in-style-of.ts';
import { discoverInputsModule, inputsFileName } from './inputs-file-name.ts';
import { type InputsModuleOutline, outlineInputsModule } from './inputs-module-keys.ts';
import { planInputs } from './plan-inputs.ts';
import { type PrintedPieces, printPieces } from './print-inputs-module.ts';

export interface InputsTemplate {
  /** Absolute path of the inputs module. */
  readonly path: string;
  /** Its whole text: new, or what is there with the entry added. */
  readonly text: string;
  /** True when the module has an entry for the function (or may have one that cannot be read): `text` is what is there, unchanged. */
  readonly exists: boolean;
}

export function inputsTemplate(subject: Subject): InputsTemplate {
  const existing = discoverInputsModule(subject.file);
  if (existing === undefined) {
    const file = path.join(path.dirname(subject.file), inputsFileName(subject.file));
    return { path: file, text: newModule(subject, file), exists: false };
  }
  const text = readFileSync(existing, 'utf8');
  const outline = outlineInputsModule(existing, text);
  if (!hasRoomFor(subject, outline)) return { path: existing, text, exists: true };
  return {
    path: existing,
    text: addEntry(text, outline, piecesFor(subject, existing, outline.names), subject.style),
    exists: false,
  };
}

function hasRoomFor(subject: Subject, outline: InputsModuleOutline): boolean {
  return (
    outline.table !== undefined &&
    outline.syntaxError === undefined &&
    !keysFor(subject).some((key) => outline.keys.has(key))
  );
}

function piecesFor(subject: Subject, file: string, taken: ReadonlySet<string>): PrintedPieces {
  const { name } = subject.listing;
  return printPieces(planInputs(subject), {
    isTypeScript: /ts$/.test(file),
    quote: subject.style.quote,
    folder: path.dirname(file),
    fileSpecifier: (relative) => specifierIn(subject, relative),
    module: isCommonJs(subject, file) ? 'commonjs' : 'esm',
    taken,
    comments: {
      sizes: ['The sizes to run, small to large. Each is passed to `args` as `n`.'],
      args: [
        `The arguments of one call, made afresh for every call of \`${name}\`.`,
        '`random()` gives numbers from 0 up to 1, the same in every run.',
      ],
      receiver: ['The object that the method is called on.'],
      after: [
        'Optional: calls in the order in which your program makes them. Repeated arguments decide whether memoization pays.',
        `sequence: (n, random) => [[${firstArguments(subject)}], [${firstArguments(subject)}]],`,
      ],
    },
  });
}

function firstArguments(subject: Subject): string {
  return subject.node.parameters.length === 0
    ? ''
    : subject.node.parameters
        .map((parameter) => (ts.isIdentifier(parameter.name) ? parameter.name.text : '...'))
        .join(', ');
}

function newModule(subject: Subject, file: string): string {
  const { imports, functions, entry } = piecesFor(subject, file, new Set());
  const source = path.basename(subject.file);
  const header = [
    `// Inputs for benchmarks of ${source}. Speedlens reads this file when it benchmarks a function of ${source}.`,
    '// The values below were made up from the types: put in what your program really works on.',
  ].join('\n');
  const table = `${isCommonJs(subject, file) ? 'module.exports =' : 'export default'} {\n${entry.replaceAll(/^(?=.)/gm, '  ')}\n};\n`;
  const parts = [header, ...(imports.length > 0 ? [imports.join('\n')] : []), ...functions, table];
  return inStyleOf(parts.join('\n\n'), subject.style);
}

/** TypeScript is written with `export default` in every case; bundlers take it. */
function isCommonJs(subject: Subject, file: string): boolean {
  return !/ts$/.test(file) && subject.style.module !== 'esm' && !file.endsWith('.mjs');
}

/** `./grid.ts`, `./grid.js` or `./grid`, as the project's resolution asks for it. */
function specifierIn(subject: Subject, relative: string): string {
  if (!/\.[cm]?tsx?$/.test(relative)) return relative;
  const { options } = subject.project;
  if (options.allowImportingTsExtensions === true || options.rewriteRelativeImportExtensions === true) return relative;
  const isNodeStyle =
    options.moduleResolution === ts.ModuleResolutionKind.Node16 ||
    options.moduleResolution === ts.ModuleResolutionKind.NodeNext;
  const isNodeModule =
    options.module !== undefined && options.module >= ts.ModuleKind.Node16 && options.module <= ts.ModuleKind.NodeNext;
  return isNodeStyle || isNodeModule
    ? relative.replace(/\.([cm]?)tsx?$/, '.$1js')
    : relative.replace(/\.[cm]?tsx?$/, '');
}
