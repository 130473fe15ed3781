import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

/** The configuration, with what stands in the file beside it, if there is one. */
export async function loadConfig(file: string): Promise<string> {
  const text = (await readFile(file, 'utf8')).trim();
  const local = `${file}.local`;
  return existsSync(local) ? text + (await readFile(local, { encoding: 'utf8' })).trim() : text;
}
