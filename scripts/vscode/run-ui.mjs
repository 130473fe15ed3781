// Runs test/vscode/ui: packs the VSIX, installs it into a VS Code server and clicks through the window with Playwright.
// dist/ must be built. An optional argument names a JSON file for the counts. Screenshots are kept under out/screenshots.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import Mocha from 'mocha';
import { findChromium } from './find-chromium.mjs';
import { packExtension } from './pack-extension.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const TEST_LIMIT_MS = 400_000;

async function runUi(resultsFile) {
  findChromium();
  mkdirSync(path.join(root, 'out', 'screenshots'), { recursive: true });
  process.env.SPEEDLENS_VSIX = await packExtension();
  const grep = process.env.SPEEDLENS_TEST_GREP;
  const mocha = new Mocha({ timeout: TEST_LIMIT_MS, color: false, forbidOnly: true, ...(grep ? { grep } : {}) });
  const folder = path.join(root, 'test', 'vscode', 'ui');
  for (const file of readdirSync(folder).sort()) if (file.endsWith('.test.mjs')) mocha.addFile(path.join(folder, file));
  await mocha.loadFilesAsync();
  const stats = await new Promise((resolve) => {
    const runner = mocha.run(() => resolve(runner.stats));
  });
  const counts = { passed: stats.passes, failed: stats.failures, skipped: stats.pending };
  if (resultsFile) writeFileSync(resultsFile, JSON.stringify(counts));
  console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  if (counts.passed + counts.failed === 0) throw new Error('There were no tests in test/vscode/ui.');
  return counts.failed > 0 ? 1 : 0;
}

try {
  process.exitCode = await runUi(process.argv[2]);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
