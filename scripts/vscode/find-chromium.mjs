// Finds the browser that shows the VS Code server: CHROMIUM_PATH, or one of the usual names on PATH. It installs nothing.
import { accessSync, constants } from 'node:fs';
import path from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Absolute path of a Chromium. Throws with the one sentence that says what to install. */
export function findChromium(env = process.env) {
  const configured = env.CHROMIUM_PATH;
  if (configured) {
    if (isExecutable(configured)) return configured;
    throw new Error(`CHROMIUM_PATH names ${configured}, which is not an executable file.`);
  }
  const folders = ['/usr/bin', ...(env.PATH ?? '').split(path.delimiter)].filter(Boolean);
  for (const name of NAMES) {
    const found = folders.map((folder) => path.join(folder, name)).find(isExecutable);
    if (found) return found;
  }
  throw new Error(
    'The tests in VS Code need a Chromium browser and found none: install it with "apt-get install chromium", or name one in CHROMIUM_PATH.',
  );
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
