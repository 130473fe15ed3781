// Starts one VS Code server with its own data folder and a headless Chromium for it, and ends both without leaving a process or a folder.
// What is done in the window is left to the caller: code-web-shim.mjs runs a Mocha suite, run-ui.mjs clicks.
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { ensureVSCode } from './ensure-vscode.mjs';
import { findChromium } from './find-chromium.mjs';

const STARTUP_LIMIT_MS = 60_000;

const QUIET_SETTINGS = {
  'workbench.startupEditor': 'none',
  // In a browser VS Code saves by itself; on the desktop it does not.
  'files.autoSave': 'off',
  'telemetry.telemetryLevel': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'chat.disableAIFeatures': true,
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.banner': 'never',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
};

/**
 * `settings` are user settings. `trustEverything` switches workspace trust off. `testDriver` makes the workbench accept
 * `extensionTestsPath` (and, as a side effect, never paint notification toasts). `vsix` is installed before the start.
 */
export async function startVSCodeServer({ settings = {}, trustEverything, testDriver, vsix }) {
  const { serverFolder, nodePath } = ensureVSCode();
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'speedlens-vscode-'));
  const stops = [() => rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })];
  const stop = async () => {
    while (stops.length > 0) await stops.pop()();
  };
  try {
    const userFolder = path.join(dataFolder, 'data', 'User');
    mkdirSync(userFolder, { recursive: true });
    writeFileSync(path.join(userFolder, 'settings.json'), JSON.stringify({ ...QUIET_SETTINGS, ...settings }));
    const entry = path.join(serverFolder, 'out', 'server-main.js');
    if (vsix) {
      execFileSync(nodePath, [entry, '--server-data-dir', dataFolder, '--install-extension', vsix, '--force'], {
        // Kept for the error of a failed installation; otherwise it only says what the cut-down server lacks.
        stdio: ['ignore', 'ignore', 'pipe'],
      });
    }
    const server = spawn(nodePath, [entry, ...serverArguments({ dataFolder, trustEverything, testDriver })], {
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    stops.push(() => endGroup(server));
    const port = await portOf(server);
    return {
      origin: `http://localhost:${port}`,
      remoteUri: (file) => `vscode-remote://localhost:${port}${file}`,
      dataFolder,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

export async function launchChromium() {
  return await chromium.launch({
    executablePath: findChromium(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

function serverArguments({ dataFolder, trustEverything, testDriver }) {
  return [
    ...['--host', '127.0.0.1', '--port', '0', '--without-connection-token', '--accept-server-license-terms'],
    ...['--telemetry-level', 'off', '--server-data-dir', dataFolder],
    ...(trustEverything ? ['--disable-workspace-trust'] : []),
    // Without this flag the workbench ignores `extensionTestsPath` in silence.
    ...(testDriver ? ['--enable-smoke-test-driver'] : []),
  ];
}

function portOf(server) {
  return new Promise((resolve, reject) => {
    let output = '';
    const limit = setTimeout(() => reject(new Error(`The VS Code server did not start.\n${output}`)), STARTUP_LIMIT_MS);
    const read = (chunk) => {
      output = (output + chunk).slice(-4000);
      const match = /Web UI available at \S+:(\d+)/.exec(output);
      if (!match) return;
      clearTimeout(limit);
      resolve(Number(match[1]));
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    server.once('exit', (code) => {
      clearTimeout(limit);
      reject(new Error(`The VS Code server exited with ${code}.\n${output}`));
    });
  });
}

/** Extension hosts are in the server's process group. They get a moment to run `deactivate`, then the group is killed. */
async function endGroup(server) {
  const gone = new Promise((resolve) => {
    if (server.exitCode !== null || server.signalCode !== null) resolve();
    else server.once('exit', resolve);
  });
  signalGroup(server.pid, 'SIGTERM');
  await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, 3000))]);
  signalGroup(server.pid, 'SIGKILL');
  await gone;
}

function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    // The whole group is gone already, which is what was wanted.
    if (error.code !== 'ESRCH') throw error;
  }
}
