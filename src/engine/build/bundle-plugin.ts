// The esbuild plugin of a variant: local modules are bundled (with the run's texts laid over the disk), npm packages stay outside as absolute
// addresses, found from the file that imports them, so that the variant uses the very copies that the user's program uses.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ImportKind, Loader, OnResolveArgs, OnResolveResult, Plugin, PluginBuild } from 'esbuild';
import { isNodeEsModule } from './module-kind.ts';
import { pinModuleLocations } from './module-locations.ts';

export interface BundlePluginOptions {
  /** Texts in place of (or beside) the files on disk, by absolute path. */
  readonly overlay: ReadonlyMap<string, string>;
  /** Whole texts of modules that exist for this bundle only, by specifier (`speedlens:entry`). */
  readonly virtual: ReadonlyMap<string, string>;
  readonly subjectFile: string;
  /** Where the modules that exist for this bundle only import from. */
  readonly packageFolder: string;
  /** Bundler-style projects import names from CommonJS packages that Node's own loader would not find. */
  readonly bundlerResolution: boolean;
  /** Where packages of Speedlens itself are resolved from when the user has none: those that rewrites suggest. */
  readonly ownLocation: string;
}

const VIRTUAL = 'speedlens';
const COMMON_JS = 'speedlens-commonjs';
const OWN_PACKAGES = new Set(['piscina', 'csv-parse/sync']);
const SCRIPT = /\.[cm]?[jt]sx?$/;

export function bundlePlugin(options: BundlePluginOptions): Plugin {
  const localFolder = installedPackageFolder(options.subjectFile);
  return {
    name: 'speedlens',
    setup(build) {
      build.onResolve({ filter: /^speedlens:/ }, ({ path: specifier }) =>
        options.virtual.has(specifier) ? { path: specifier, namespace: VIRTUAL } : undefined,
      );
      build.onLoad({ filter: /.*/, namespace: VIRTUAL }, ({ path: specifier }) => ({
        contents: options.virtual.get(specifier) ?? '',
        resolveDir: options.packageFolder,
        loader: 'js',
      }));
      build.onResolve({ filter: /.*/, namespace: COMMON_JS }, ({ path: target }) => ({ path: target, external: true }));
      build.onLoad({ filter: /.*/, namespace: COMMON_JS }, ({ path: target }) => ({
        contents: `module.exports = require(${JSON.stringify(target)});`,
        loader: 'js',
      }));
      build.onResolve({ filter: /.*/ }, (args) => resolveImport(build, args, options, localFolder));
      build.onLoad({ filter: SCRIPT, namespace: 'file' }, async ({ path: file }) => {
        const laidOver = options.overlay.get(file);
        const text = laidOver ?? (await readFile(file, 'utf8'));
        const pinned = pinModuleLocations(file, text);
        if (laidOver === undefined && pinned === text) return undefined;
        return { contents: pinned, loader: loaderOf(file), resolveDir: path.dirname(file) };
      });
    },
  };
}

async function resolveImport(
  build: PluginBuild,
  args: OnResolveArgs,
  options: BundlePluginOptions,
  localFolder: string | undefined,
): Promise<OnResolveResult | undefined> {
  if (args.pluginData === resolving || args.kind === 'url-token' || args.path.startsWith('node:')) return undefined;
  const laidOver = overlaid(args, options.overlay);
  if (laidOver !== undefined) return { path: laidOver };
  const found = await build.resolve(args.path, {
    importer: args.importer,
    namespace: args.namespace,
    resolveDir: args.resolveDir,
    kind: args.kind === 'entry-point' ? 'import-statement' : args.kind,
    with: args.with,
    pluginData: resolving,
  });
  if (found.errors.length > 0) return ownPackage(args, options.ownLocation);
  // Answering undefined lets esbuild resolve once more by itself, with the facts that an answer cannot carry (package type, tsconfig).
  if (found.external || found.namespace !== 'file' || isLocal(found.path, localFolder)) return undefined;
  return external(found.path, args, options);
}

/** Marks the plugin's own question to esbuild's resolver, which would otherwise come back to the plugin for ever. */
const resolving = Symbol('resolving');

/** New files of a candidate are not on disk yet; relative imports of them are answered here, `.js` standing for `.ts` as in TypeScript. */
function overlaid(args: OnResolveArgs, overlay: ReadonlyMap<string, string>): string | undefined {
  if (!/^\.{0,2}\//.test(args.path) && !path.isAbsolute(args.path)) return undefined;
  const target = path.resolve(args.resolveDir, args.path);
  const spellings = [target, target.replace(/\.([cm]?)js(x?)$/, '.$1ts$2'), `${target}.ts`, `${target}.js`];
  // What is on disk too is left to esbuild's resolver (its answer carries the package type), and its text is laid over at load.
  return spellings.find((spelling) => overlay.has(spelling) && !existsSync(spelling));
}

/** The folder of the installed package that the subject itself is part of: its other files are local then. */
function installedPackageFolder(file: string): string | undefined {
  return /^.*[\\/]node_modules[\\/](@[^\\/]+[\\/])?[^\\/]+[\\/]/.exec(file)?.[0];
}

/** Packages are outside; TypeScript inside of one (a workspace package published as source) has to be bundled, Node would refuse it. */
function isLocal(file: string, localFolder: string | undefined): boolean {
  if (!/\.([cm]?js|node)$/.test(file)) return true;
  const inside = localFolder !== undefined && file.startsWith(localFolder) ? file.slice(localFolder.length) : file;
  return !inside.split(path.sep).includes('node_modules');
}

function external(file: string, args: OnResolveArgs, options: BundlePluginOptions): OnResolveResult {
  if (isRequire(args.kind)) return { path: file, external: true };
  if (isNodeEsModule(file)) return { path: pathToFileURL(file).href, external: true };
  // A CommonJS package imported with import syntax. Under Node's loader that is a plain import; where the importer is compiled to CommonJS or
  // bundled by the user's own build, all names of the exports object are visible, and a small module in between keeps it so.
  const nodeLoads =
    args.namespace === 'file' && isNodeEsModule(args.importer) && !options.bundlerResolution && !file.endsWith('.node');
  return nodeLoads ? { path: pathToFileURL(file).href, external: true } : { path: file, namespace: COMMON_JS };
}

function isRequire(kind: ImportKind): boolean {
  return kind === 'require-call' || kind === 'require-resolve';
}

/** Workers suggest piscina, streaming csv-parse; before the user has installed it, the variant runs with Speedlens' own copy. */
function ownPackage(args: OnResolveArgs, ownLocation: string): OnResolveResult | undefined {
  if (!OWN_PACKAGES.has(args.path)) return undefined;
  const file = createRequire(ownLocation).resolve(args.path);
  return isRequire(args.kind) ? { path: file, external: true } : { path: file, namespace: COMMON_JS };
}

function loaderOf(file: string): Loader {
  if (file.endsWith('.tsx')) return 'tsx';
  // JSX is a superset of JavaScript, and many projects write it in .js files.
  return /\.[cm]?ts$/.test(file) ? 'ts' : 'jsx';
}
