#!/usr/bin/env node
// A stand-in for the `code` executable, for machines that cannot download desktop VS Code. It takes the flags that
// @vscode/test-electron passes for an extension test run, runs the suite in a VS Code server shown by headless Chromium, prints the
// extension host's console and exits with the extension host's code. Counting results is left to run-suite.mjs.
import path from 'node:path';
import { launchChromium, startVSCodeServer } from './vscode-server.mjs';

const LIMIT_MS = Number(process.env.SPEEDLENS_SUITE_TIMEOUT_MS ?? 400_000);
// What the workbench itself logs on every start in the cut-down server, without a network, and what says nothing about the extension.
const WORKBENCH_NOISE = new RegExp(
  [
    'AgentHost|Creating a socket|Resolv|\\[reconn|\\[Account|\\[DefaultAccount|\\[chat-stt\\]|\\[Service Worker\\]|%c',
    'Updating add|Creation of workbench|DialogService: Dialog requested|The snippet|syntax detected',
    'Timed out waiting for authentication|Request to .* failed with status code 404|Unable to load and parse grammar',
    'getaddrinfo|Cannot find (package|module)|open-vsx|ENOTFOUND|User/History|\\[LanguagePackService',
  ].join('|'),
);

const flags = process.argv.slice(2);
const flag = (name) => flags.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3);
const folder = flags.find((argument) => !argument.startsWith('-'));

process.exitCode = await runSuite();

async function runSuite() {
  let server;
  let browser;
  const stop = async () => {
    await browser?.close();
    await server?.stop();
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void stop().finally(() => process.exit(130)));
  try {
    server = await startVSCodeServer({ trustEverything: true, testDriver: true });
    browser = await launchChromium();
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const finished = suiteExit(page);
    await page.exposeFunction('codeAutomationLog', printLog);
    await page.goto(
      `${server.origin}/?folder=${path.resolve(folder)}&payload=${encodeURIComponent(JSON.stringify(payload(server)))}`,
    );
    return await finished;
  } catch (error) {
    console.error(error);
    return 1;
  } finally {
    await stop();
  }
}

/** Resolves with the exit code: the workbench calls `codeAutomationExit` when the extension host that ran the tests is gone. */
function suiteExit(page) {
  return new Promise((resolve, reject) => {
    page.exposeFunction('codeAutomationExit', (code) => resolve(code)).catch(reject);
    page.on('crash', () => reject(new Error('The page of VS Code crashed.')));
    setTimeout(() => reject(new Error(`The suite did not end within ${LIMIT_MS} ms.`)), LIMIT_MS).unref();
  });
}

function printLog(type, words) {
  if (WORKBENCH_NOISE.test(words.map(String).join(' '))) return;
  const print = type === 'error' || type === 'warn' ? console.error : console.log;
  print(...words);
}

function payload(server) {
  const environment = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => /^(SPEEDLENS_|MOCHA_|CI$)/.test(name)),
  );
  return [
    ['extensionDevelopmentPath', server.remoteUri(path.resolve(flag('extensionDevelopmentPath')))],
    ['extensionTestsPath', server.remoteUri(path.resolve(flag('extensionTestsPath')))],
    ['extensionEnvironment', JSON.stringify(environment)],
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
  ];
}
