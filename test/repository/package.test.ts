// What the VSIX contains: exactly the expected files. Names of shared chunks carry a hash, which is left out here.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

test('the package holds the bundles, the page, the libraries and the documents, and nothing else', () => {
  if (!existsSync(path.join(root, 'dist/extension.cjs')))
    throw new Error('There is no dist/: run npm run build first.');
  const vsce = path.join(root, 'node_modules/@vscode/vsce/vsce');
  const listed = execFileSync(process.execPath, [vsce, 'ls', '--no-dependencies'], { cwd: root, encoding: 'utf8' })
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => line.replace(/^dist\/(answer-requests|chunk)-\w+\.mjs$/, 'dist/$1-*.mjs'));
  const rest = listed.filter(
    (file) => !file.startsWith('dist/typescript-lib/lib.') && !file.startsWith('dist/node_modules/'),
  );
  expect([...new Set(rest)].sort()).toEqual([
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'dist/answer-requests-*.mjs',
    'dist/benchmark-process.mjs',
    'dist/chunk-*.mjs',
    'dist/engine.mjs',
    'dist/extension.cjs',
    'dist/webview.js',
    'media/icon.png',
    'media/report.css',
    'media/report.png',
    'package.json',
  ]);
  const packages = new Set(listed.flatMap((file) => /^dist\/node_modules\/([^/]+)\//.exec(file)?.[1] ?? []));
  expect([...packages].sort()).toEqual(['@types', 'csv-parse', 'esbuild-wasm', 'piscina']);
  expect(listed).toContain('dist/typescript-lib/lib.es5.d.ts');
  expect(listed).toContain('dist/node_modules/esbuild-wasm/esbuild.wasm');
});
