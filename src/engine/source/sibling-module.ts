// A new module beside the subject's: what it is called, how the two import each other, and what they are once compiled, so that it runs in
// the user's own project: as plain JavaScript, compiled by tsc, with types stripped by Node, or bundled. Its text is the strategies' matter.
import { existsSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import ts from 'typescript';
import type { Subject } from './subject.ts';

export type NameStyle = 'source' | 'compiled' | 'bare';

export interface SiblingModule {
  /** Absolute path of the new file. */
  readonly path: string;
  /** File name without its last extension: `scores.worker`. */
  readonly stem: string;
  readonly sourceExtension: string;
  /** What the extension becomes when the file is compiled. */
  readonly compiledExtension: string;
  /** How modules are written where the code runs. */
  readonly runsAs: 'esm' | 'commonjs';
  /** How an import of a local file names it. */
  readonly importStyle: NameStyle;
  /** How the address of a file is written where the code runs; 'either' when that depends on whether it has been compiled. */
  readonly addressStyle: NameStyle | 'either';
  /** The subject's file for an import in the sibling, without quotes. */
  readonly subjectSpecifier: string;
  /** The sibling for an import in the subject's file, without quotes. */
  readonly specifier: string;
}

/** Where a source file's extension leads: the file beside it, and what it is called once compiled. */
const extensions: Readonly<Record<string, { readonly sibling: string; readonly compiled: string }>> = {
  '.ts': { sibling: '.ts', compiled: '.js' },
  '.tsx': { sibling: '.ts', compiled: '.js' },
  '.mts': { sibling: '.mts', compiled: '.mjs' },
  '.cts': { sibling: '.cts', compiled: '.cjs' },
  '.js': { sibling: '.js', compiled: '.js' },
  '.jsx': { sibling: '.js', compiled: '.js' },
  '.mjs': { sibling: '.mjs', compiled: '.mjs' },
  '.cjs': { sibling: '.cjs', compiled: '.cjs' },
};

/** `stems` are tried in order, `{stem}` and `{function}` filled in; numbers follow when all are taken. */
export function siblingModule(subject: Subject, stems: readonly [string, ...string[]]): SiblingModule {
  const { style, file } = subject;
  const extension = extname(file);
  const ownStem = basename(file, extension);
  const { sibling, compiled } = extensions[extension] ?? { sibling: extension, compiled: extension };
  const stem = freeStem(
    dirname(file),
    stems.map((wish) => wish.replace('{stem}', ownStem).replace('{function}', kebab(subject.listing.name))),
    sibling,
  );
  const runsAs = moduleFormat(subject);
  const written = style.isTypeScript
    ? typeScriptNames(subject, runsAs)
    : { imports: 'compiled' as const, address: 'compiled' as const };
  const compiledExtension = style.isTypeScript ? compiled : extension;
  return {
    path: join(dirname(file), `${stem}${sibling}`),
    stem,
    sourceExtension: sibling,
    compiledExtension: compiled,
    runsAs,
    importStyle: written.imports,
    addressStyle: written.address,
    subjectSpecifier: localName(written.imports, ownStem, extension, compiledExtension),
    specifier: localName(written.imports, stem, sibling, style.isTypeScript ? compiled : sibling),
  };
}

/** `./scores.worker.js` in one of the styles. */
export function localName(style: NameStyle, stem: string, source: string, compiled: string): string {
  return `./${stem}${style === 'source' ? source : style === 'compiled' ? compiled : ''}`;
}

function freeStem(folder: string, wishes: readonly string[], extension: string): string {
  const last = wishes.at(-1) ?? 'module';
  const numbered = Array.from({ length: 98 }, (_, index) => last.replace(/(\.[^.]*)$/, `-${index + 2}$1`));
  const isFree = (stem: string): boolean => !existsSync(join(folder, `${stem}${extension}`));
  return [...wishes, ...numbered].find(isFree) ?? last;
}

function kebab(name: string): string {
  return name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1-$2')
    .replaceAll(/[^\w.$-]+/g, '-')
    .toLowerCase();
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
  readonly imports: NameStyle;
  readonly address: NameStyle | 'either';
}

function typeScriptNames({ project, sourceFile }: Subject, runsAs: 'esm' | 'commonjs'): TypeScriptNames {
  const { options } = project;
  const ownStyle = relativeImportStyle(sourceFile);
  // Whatever the imports look like: the same file runs as it stands (tsx, Vitest, Node itself) and compiled or bundled.
  const address = runsAs === 'esm' ? 'either' : 'bare';
  if (options.rewriteRelativeImportExtensions === true) {
    return { imports: 'source', address };
  }
  // Import paths that end in .ts are for code that runs as it stands.
  if (options.allowImportingTsExtensions === true) {
    return { imports: ownStyle ?? 'source', address };
  }
  const resolution = options.moduleResolution ?? impliedResolution(options.module);
  const needsExtension =
    resolution === ts.ModuleResolutionKind.Node16 || resolution === ts.ModuleResolutionKind.NodeNext;
  const fallback = needsExtension && runsAs === 'esm' ? 'compiled' : 'bare';
  return {
    imports: ownStyle === 'source' ? fallback : (ownStyle ?? fallback),
    address,
  };
}

function impliedResolution(module: ts.ModuleKind | undefined): ts.ModuleResolutionKind | undefined {
  const isNode = module !== undefined && module >= ts.ModuleKind.Node16 && module <= ts.ModuleKind.NodeNext;
  return isNode ? ts.ModuleResolutionKind.NodeNext : undefined;
}

/** How the file itself writes its relative imports; undefined when it has none. */
function relativeImportStyle(sourceFile: ts.SourceFile): NameStyle | undefined {
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
