// Runs test/vscode/suite in a real VS Code, by `runTests` of @vscode/test-electron. VSCODE_TEST_HOST chooses the host:
//   server   the VS Code server from npm in headless Chromium, behind code-web-shim.mjs (the default)
//   desktop  the desktop VS Code that @vscode/test-electron downloads (VSCODE_TEST_VERSION, or stable)
//   local    an installed desktop VS Code: VSCODE_PATH, or `code` on PATH
// dist/ must be built. An optional argument names a JSON file for the counts. A missing result file and a suite without tests count as failures.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTests } from '@vscode/test-electron';
import { buildSuite, suiteFolder } from './build-suite.mjs';
import { ensureVSCode } from './ensure-vscode.mjs';
import { findChromium } from './find-chromium.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');

async function runSuite(resultsFile) {
  const host = process.env.VSCODE_TEST_HOST ?? 'server';
  const vscodeExecutablePath = executableFor(host);
  await buildSuite();
  const scratch = mkdtempSync(path.join(tmpdir(), 'speedlens-suite-'));
  const workspace = path.join(scratch, 'workspace');
  const resultFile = path.join(scratch, 'result.json');
  let exitCode = 0;
  try {
    mkdirSync(workspace);
    cpSync(path.join(root, 'test', 'vscode', 'workspace'), workspace, { recursive: true });
    await runTests({
      ...(vscodeExecutablePath ? { vscodeExecutablePath } : { version: process.env.VSCODE_TEST_VERSION ?? 'stable' }),
      extensionDevelopmentPath: root,
      extensionTestsPath: path.join(suiteFolder, 'run.cjs'),
      launchArgs: [workspace, '--disable-extensions'],
      // A test run started from a VS Code terminal must not turn the desktop application into a plain Node.
      extensionTestsEnv: { SPEEDLENS_TEST_RESULT: resultFile, ELECTRON_RUN_AS_NODE: undefined },
    });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    exitCode = 1;
  }
  const result = existsSync(resultFile) ? JSON.parse(readFileSync(resultFile, 'utf8')) : undefined;
  rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  if (resultsFile && result) writeFileSync(resultsFile, JSON.stringify(result));
  return summary(result, exitCode);
}

function executableFor(host) {
  switch (host) {
    case 'server':
      findChromium();
      ensureVSCode();
      return path.join(here, 'code-web-shim.mjs');
    case 'desktop':
      return undefined;
    case 'local':
      return process.env.VSCODE_PATH ?? execFileSync('which', ['code'], { encoding: 'utf8' }).trim();
    default:
      throw new Error(`VSCODE_TEST_HOST is ${host}; it must be server, desktop or local.`);
  }
}

function summary(result, exitCode) {
  if (!result) {
    console.error('The suite wrote no result: VS Code ended before the tests did.');
    return 1;
  }
  const { passes: passed, failures: failed, pending: skipped } = result.stats;
  console.log(`VS Code ${result.vscode}, ${result.runtime}`);
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  if (passed + failed === 0) {
    console.error('The suite had no tests.');
    return 1;
  }
  return failed > 0 ? 1 : exitCode;
}

try {
  process.exitCode = await runSuite(process.argv[2]);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
