import { existsSync, readFileSync } from 'node:fs';

/** The configuration, with what stands in the file beside it, if there is one. */
export async function loadConfig(file: string): Promise<string> {
  const text = readFileSync(file, 'utf8').trim();
  const local = `${file}.local`;
  return existsSync(local) ? text + readFileSync(local, { encoding: 'utf8' }).trim() : text;
}
