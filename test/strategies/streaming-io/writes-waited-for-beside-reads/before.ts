import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** The same text with line feeds only, in another file. */
export async function normalise(from: string, to: string): Promise<number> {
  const text = readFileSync(from, 'utf8').replaceAll('\r\n', '\n');
  if (!existsSync(dirname(to))) mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to, text);
  return text.length;
}
