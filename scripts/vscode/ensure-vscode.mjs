// Puts a runnable VS Code server and the Node it needs under .vscode-test/, from the npm registry alone: no native build, no install
// script. The server comes from the npm package `code-server`, cut down to what an extension host needs (about 200 MB with Node 24).
// Starting it is vscode-server.mjs; finding a browser for it is find-chromium.mjs.
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const CODE_SERVER_VERSION = '4.139.1';
// The server calls `module.registerHooks`, which Node 20 does not have.
const NODE_MAJOR = '24';

export const cacheFolder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../.vscode-test');

// Everything else that ships in the package is a language, a theme or a service that no test opens.
const KEPT_EXTENSIONS = new Set([
  'configuration-editing',
  'diff',
  'javascript',
  'json',
  'markdown-basics',
  'references-view',
  'search-result',
  'theme-defaults',
  'theme-seti',
  'typescript-basics',
]);

// What the server's entry imports. The rest of its dependencies (terminals, kerberos, native watchers) only log that they are missing.
const SERVER_DEPENDENCIES = [
  '@microsoft/1ds-core-js',
  '@microsoft/1ds-post-js',
  '@parcel/watcher',
  '@vscode/iconv-lite-umd',
  '@vscode/proxy-agent',
  'cookie',
  'http-proxy-agent',
  'https-proxy-agent',
  'jschardet',
  'minimist',
  'tas-client',
  'undici',
  'vscode-oniguruma',
  'vscode-regexpp',
  'vscode-textmate',
  'ws',
  'yauzl',
  'yazl',
];

/** Folder of the server and the path of its Node. Downloads both on the first call (about half a minute). */
export function ensureVSCode() {
  const home = path.join(cacheFolder, `code-server-${CODE_SERVER_VERSION}`);
  const installed = { serverFolder: path.join(home, 'vscode'), nodePath: path.join(home, 'node', 'bin', 'node') };
  if (existsSync(path.join(home, 'complete'))) return installed;

  console.error(
    `Fetching the VS Code server ${CODE_SERVER_VERSION} and Node ${NODE_MAJOR} from npm into .vscode-test (once) ...`,
  );
  mkdirSync(cacheFolder, { recursive: true });
  const work = mkdtempSync(path.join(cacheFolder, 'download-'));
  try {
    unpack(`code-server@${CODE_SERVER_VERSION}`, work, 'package/lib/vscode');
    renameSync(path.join(work, 'package', 'lib', 'vscode'), path.join(work, 'vscode'));
    rmSync(path.join(work, 'package'), { recursive: true });
    keepNeededDependencies(path.join(work, 'vscode'));
    keepNeededExtensions(path.join(work, 'vscode', 'extensions'));

    unpack(
      `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}@${NODE_MAJOR}`,
      work,
      'package/bin',
    );
    mkdirSync(path.join(work, 'node'));
    renameSync(path.join(work, 'package', 'bin'), path.join(work, 'node', 'bin'));
    rmSync(path.join(work, 'package'), { recursive: true });

    // Moved into place whole, so that an interrupted download is never taken for a finished one.
    rmSync(home, { recursive: true, force: true });
    writeFileSync(path.join(work, 'complete'), CODE_SERVER_VERSION);
    renameSync(work, home);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return installed;
}

function npm(args, cwd) {
  return execFileSync('npm', args, {
    cwd,
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
    env: { ...process.env, npm_config_loglevel: 'error' },
  });
}

function unpack(spec, folder, member) {
  const archive = npm(['pack', spec, '--silent'], folder).trim().split('\n').pop();
  execFileSync('tar', ['xzf', archive, member], { cwd: folder });
  rmSync(path.join(folder, archive));
}

function keepNeededDependencies(serverFolder) {
  const shrinkwrap = path.join(serverFolder, 'npm-shrinkwrap.json');
  const locked = JSON.parse(readFileSync(shrinkwrap, 'utf8')).packages;
  const manifestPath = path.join(serverFolder, 'package.json');
  const { name, version, type } = JSON.parse(readFileSync(manifestPath, 'utf8'));
  const dependencies = Object.fromEntries(
    SERVER_DEPENDENCIES.map((dependency) => [dependency, locked[`node_modules/${dependency}`].version]),
  );
  writeFileSync(manifestPath, JSON.stringify({ name, version, type, private: true, dependencies }, null, 1));
  rmSync(shrinkwrap);
  npm(['install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--force'], serverFolder);
}

function keepNeededExtensions(extensionsFolder) {
  for (const entry of readdirSync(extensionsFolder, { withFileTypes: true })) {
    if (entry.isDirectory() && !KEPT_EXTENSIONS.has(entry.name)) {
      rmSync(path.join(extensionsFolder, entry.name), { recursive: true });
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(ensureVSCode());
