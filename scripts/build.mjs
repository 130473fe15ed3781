// Builds everything under dist/: the bundles by name, and the few files that cannot be bundled.
//   extension.cjs          the VS Code extension (CommonJS, `vscode` external)
//   engine.mjs, cli.mjs    the engine process and the command line: what they start (answer-requests-*, command-*) shares chunks (TypeScript is in one)
//   benchmark-process.mjs  what the user's Node runs
//   webview.js             the report page
//   typescript-lib/        the lib.*.d.ts files that type-checking needs
//   node_modules/          piscina, esbuild-wasm and csv-parse, which are loaded as files of their own, and Node's types for projects without them
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '..');
const dist = path.join(root, 'dist');
const production = !process.argv.includes('--dev');
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

const shared = {
  bundle: true,
  absWorkingDir: root,
  minifyWhitespace: production,
  minifySyntax: production,
  sourcemap: production ? false : 'linked',
  logLevel: 'warning',
  legalComments: 'none',
  define: { __SPEEDLENS_VERSION__: JSON.stringify(version) },
};
// Names stay as they are: that costs a little space, but keeping them beside short ones would cost a call for each function whenever it is loaded.
const node = { ...shared, platform: 'node', target: 'node20' };
// CommonJS packages (TypeScript above all) expect these three.
const requireBanner = {
  js: [
    "import { createRequire as __createRequire } from 'node:module';",
    "import { dirname as __directoryOf } from 'node:path';",
    "import { fileURLToPath as __pathOf } from 'node:url';",
    'const require = __createRequire(import.meta.url), __filename = __pathOf(import.meta.url), __dirname = __directoryOf(__filename);',
  ].join('\n'),
};

/**
 * TypeScript is a CommonJS package of 2,500 exports, and esbuild copies them all for every file that imports it: some 270 times, which took longer
 * than loading TypeScript itself. The files share one module that copies them once.
 */
const typescriptOnce = {
  name: 'typescript-once',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^typescript$/ }, ({ namespace }) =>
      namespace === 'typescript-once' ? undefined : { path: 'typescript', namespace: 'typescript-once' },
    );
    onLoad({ filter: /^typescript$/, namespace: 'typescript-once' }, () => ({
      contents: "import ts from 'typescript'; export default ts;",
      resolveDir: root,
    }));
  },
};

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });

await Promise.all([
  build({
    ...node,
    entryPoints: ['src/extension/extension.ts'],
    outfile: 'dist/extension.cjs',
    format: 'cjs',
    external: ['vscode'],
  }),
  build({
    ...node,
    entryPoints: { cli: 'src/cli/main.ts', engine: 'src/engine-process/main.ts' },
    outdir: 'dist',
    outExtension: { '.js': '.mjs' },
    chunkNames: '[name]-[hash]',
    format: 'esm',
    splitting: true,
    external: ['esbuild', 'esbuild-wasm', 'piscina'],
    plugins: [typescriptOnce],
    banner: requireBanner,
  }),
  build({
    ...node,
    entryPoints: ['src/engine/process/child/main.ts'],
    outfile: 'dist/benchmark-process.mjs',
    format: 'esm',
    banner: requireBanner,
  }),
  build({
    ...shared,
    minifyIdentifiers: production,
    entryPoints: ['src/webview/main.tsx'],
    outfile: 'dist/webview.js',
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  }),
]);

copyTypeScriptLibraries();
copyPackage('piscina', ['dist', 'package.json', 'LICENSE']);
copyPackage('csv-parse', ['dist/cjs/sync.cjs', 'package.json', 'LICENSE']);
copyNodeTypes();
copyPackage('esbuild-wasm', [
  'lib/main.js',
  'bin',
  'esbuild.wasm',
  'wasm_exec.js',
  'wasm_exec_node.js',
  'package.json',
  'LICENSE.md',
]);

function copyTypeScriptLibraries() {
  const from = path.join(root, 'node_modules/typescript/lib');
  const to = path.join(dist, 'typescript-lib');
  mkdirSync(to);
  for (const name of readdirSync(from))
    if (/^lib\..*d\.ts$/.test(name)) cpSync(path.join(from, name), path.join(to, name));
}

function copyNodeTypes() {
  const from = path.join(root, 'node_modules/@types/node');
  const isWanted = (file) => !path.extname(file) || /(\.d\.ts|package\.json|LICENSE)$/.test(file);
  cpSync(from, path.join(dist, 'node_modules/@types/node'), { recursive: true, filter: isWanted });
}

/** Copies the parts of an npm package that run, with neither type declarations nor source maps. */
function copyPackage(name, members) {
  const from = path.join(root, 'node_modules', name);
  for (const member of members) {
    const source = path.join(from, member);
    if (existsSync(source))
      cpSync(source, path.join(dist, 'node_modules', name, member), {
        recursive: true,
        filter: (file) => !/\.(d\.[cm]?ts|map)$/.test(file),
      });
  }
}
