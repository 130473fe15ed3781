// The module named by extensionTestsPath: runs every *.test.cjs beside it inside the extension host, and writes the counts for run-suite.mjs.
import { readdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';

interface Stats {
  readonly passes: number;
  readonly failures: number;
  readonly pending: number;
}

export async function run(): Promise<void> {
  // Mocha is an ES module and this bundle is not.
  const { default: Mocha } = await import('mocha');
  const grep = process.env['SPEEDLENS_TEST_GREP'];
  const mocha = new Mocha({ ui: 'bdd', timeout: 40_000, color: false, forbidOnly: true, ...(grep ? { grep } : {}) });
  for (const file of readdirSync(__dirname).sort()) {
    if (file.endsWith('.test.cjs')) mocha.addFile(path.join(__dirname, file));
  }
  await mocha.loadFilesAsync();
  const stats = await new Promise<Stats>((resolve) => {
    const runner = mocha.run(() => {
      const { passes = 0, failures = 0, pending = 0 } = runner.stats ?? {};
      resolve({ passes, failures, pending });
    });
  });
  writeResult(stats);
  if (stats.failures > 0) throw new Error(`${stats.failures} tests failed`);
}

function writeResult(stats: Stats): void {
  const target = process.env['SPEEDLENS_TEST_RESULT'];
  // Not set when the suite is started from the editor with F5.
  if (target === undefined) return;
  const { electron, node } = process.versions;
  const runtime = electron === undefined ? `server, Node ${node}` : `Electron ${electron}`;
  const result = { vscode: vscode.version, runtime, stats };
  writeFileSync(`${target}.part`, JSON.stringify(result));
  renameSync(`${target}.part`, target);
}
