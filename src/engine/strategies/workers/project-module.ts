// How a new module beside the subject's is named, imported and addressed, so that it runs in the user's own project: as plain JavaScript,
// compiled by tsc, with types stripped by Node, or bundled.
import { existsSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import ts from 'typescript';
import type { Subject } from '../../source/subject.ts';

export interface WorkerModule {
  /** Absolute path of the new file. */
  readonly path: string;
  /** Whole text: the named function of the subject's module as the worker's task. */
  text(taskFunction: string): string;
  /** Expression in the subject's module for the worker file's address: a file URL or a path, as text. */
  readonly urlExpression: string;
  /** How modules are written where the code runs. */
  readonly runsAs: 'esm' | 'commonjs';
  /** True when the project leaves modules to a bundler, which has to keep the worker file apart. */
  readonly isBundled: boolean;
}

/** Where a source file's extension leads: the file beside it for a worker, and what it is called once compiled. */
const EXTENSIONS: Readonly<Record<string, { readonly worker: string; readonly compiled: string }>> = {
  '.ts': { worker: '.ts', compiled: '.js' },
  '.tsx': { worker: '.ts', compiled: '.js' },
  '.mts': { worker: '.mts', compiled: '.mjs' },
  '.cts': { worker: '.cts', compiled: '.cjs' },
  '.js': { worker: '.js', compiled: '.js' },
  '.jsx': { worker: '.js', compiled: '.js' },
  '.mjs': { worker: '.mjs', compiled: '.mjs' },
  '.cjs': { worker: '.cjs', compiled: '.cjs' },
};

export function workerModule(subject: Subject): WorkerModule {
  const { style, file } = subject;
  const extension = extname(file);
  const stem = basename(file, extension);
  const { worker, compiled } = EXTENSIONS[extension] ?? { worker: extension, compiled: extension };
  const workerStem = freeStem(dirname(file), stem, subject.listing.name, worker);
  const quoted = (text: string) => `${style.quote}${text}${style.quote}`;
  const end = style.semicolons ? ';' : '';
  const runsAs = moduleFormat(subject);
  const written = style.isTypeScript
    ? typeScriptNames(subject, runsAs)
    : { imports: 'compiled' as const, address: 'compiled' as const };
  const spell = (how: 'source' | 'compiled' | 'bare', stemOf: string, source: string, output: string) =>
    quoted(`./${stemOf}${how === 'source' ? source : how === 'compiled' ? output : ''}`);
  const specifier = spell(written.imports, stem, extension, style.isTypeScript ? compiled : extension);
  const address =
    written.address === 'either'
      ? `import.meta.url.endsWith(${quoted('.ts')}) ? ${spell('source', workerStem, worker, '')} : ${spell('compiled', workerStem, '', compiled)}`
      : spell(written.address, workerStem, worker, compiled);
  const header = `// Runs in worker threads, started by ${basename(file)}.`;
  return {
    path: join(dirname(file), `${workerStem}${worker}`),
    text: (taskFunction) =>
      withLineEnds(
        style.module === 'esm'
          ? `${header}\nexport { ${taskFunction} as default } from ${specifier}${end}\n`
          : `${header}\nmodule.exports = require(${specifier}).${taskFunction}${end}\n`,
        style.eol,
      ),
    urlExpression: runsAs === 'esm' ? `new URL(${address}, import.meta.url).href` : `require.resolve(${address})`,
    runsAs,
    isBundled: style.isTypeScript && subject.project.options.moduleResolution === ts.ModuleResolutionKind.Bundler,
  };
}

function withLineEnds(text: string, eol: string): string {
  return text.replaceAll('\n', eol);
}

/** `scores.worker`, or with the function's name when that is there already. */
function freeStem(folder: string, stem: string, functionName: string, extension: string): string {
  const candidates = [`${stem}.worker`, `${stem}.${kebab(functionName)}.worker`];
  for (let number = 2; number < 100; number += 1) candidates.push(`${stem}.${kebab(functionName)}-${number}.worker`);
  return candidates.find((candidate) => !existsSync(join(folder, `${candidate}${extension}`))) ?? `${stem}.worker`;
}

function kebab(name: string): string {
  return name.replaceAll(/([a-z\d])([A-Z])/g, '$1-$2').toLowerCase();
}

function moduleFormat({ style, project, sourceFile, file }: Subject): 'esm' | 'commonjs' {
  if (!style.isTypeScript) return style.module === 'esm' ? 'esm' : 'commonjs';
  if (file.endsWith('.mts')) return 'esm';
  if (file.endsWith('.cts')) return 'commonjs';
  const { module } = project.options;
  if (module === ts.ModuleKind.CommonJS) return 'commonjs';
  const followsPackage = module !== undefined && module >= ts.ModuleKind.Node16 && module <= ts.ModuleKind.NodeNext;
  return followsPackage && sourceFile.impliedNodeFormat === ts.ModuleKind.CommonJS ? 'commonjs' : 'esm';
}

interface TypeScriptNames {
  readonly imports: 'source' | 'compiled' | 'bare';
  readonly address: 'source' | 'compiled' | 'bare' | 'either';
}

function typeScriptNames({ project, sourceFile }: Subject, runsAs: 'esm' | 'commonjs'): TypeScriptNames {
  const { options } = project;
  const ownStyle = relativeImportStyle(sourceFile);
  if (options.rewriteRelativeImportExtensions === true) {
    return { imports: 'source', address: runsAs === 'esm' ? 'either' : 'bare' };
  }
  // Import paths that end in .ts are for code that runs as it stands.
  if (options.allowImportingTsExtensions === true) {
    return {
      imports: ownStyle ?? 'source',
      address: runsAs === 'esm' ? (ownStyle === 'compiled' ? 'compiled' : 'source') : 'bare',
    };
  }
  const needsExtension =
    options.moduleResolution === ts.ModuleResolutionKind.Node16 ||
    options.moduleResolution === ts.ModuleResolutionKind.NodeNext;
  const fallback = needsExtension && runsAs === 'esm' ? 'compiled' : 'bare';
  return {
    imports: ownStyle === 'source' ? fallback : (ownStyle ?? fallback),
    address: runsAs === 'esm' ? 'compiled' : 'bare',
  };
}

/** How the file itself writes its relative imports; undefined when it has none. */
function relativeImportStyle(sourceFile: ts.SourceFile): 'source' | 'compiled' | 'bare' | undefined {
  for (const statement of sourceFile.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const { text } = statement.moduleSpecifier;
    if (!text.startsWith('.')) continue;
    if (/\.[cm]?tsx?$/.test(text)) return 'source';
    if (/\.[cm]?jsx?$/.test(text)) return 'compiled';
    if (!/\.\w+$/.test(basename(text))) return 'bare';
  }
  return undefined;
}
