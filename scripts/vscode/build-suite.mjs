// Bundles what runs inside the extension host under test into out/vscode: the Mocha suite and the scripted engine it talks to.
// The extension itself (dist/) is built by scripts/build.mjs.
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const suiteFolder = path.join(root, 'out', 'vscode');

export async function buildSuite() {
  rmSync(suiteFolder, { recursive: true, force: true });
  mkdirSync(suiteFolder, { recursive: true });
  const sources = path.join(root, 'test', 'vscode', 'suite');
  const entries = readdirSync(sources).filter((file) => file === 'run.ts' || file.endsWith('.test.ts'));
  const shared = { bundle: true, platform: 'node', target: 'node20', sourcemap: 'inline', logLevel: 'warning' };
  await build({
    ...shared,
    entryPoints: entries.map((file) => path.join(sources, file)),
    outdir: suiteFolder,
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    external: ['vscode', 'mocha'],
  });
  await build({
    ...shared,
    entryPoints: [path.join(root, 'test', 'vscode', 'support', 'scripted-engine.ts')],
    outfile: path.join(suiteFolder, 'scripted-engine.mjs'),
    format: 'esm',
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildSuite();
