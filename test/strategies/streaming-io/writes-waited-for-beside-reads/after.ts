import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { mkdir, readFile, writeFile } from 'node:fs/promises';

/** The same text with line feeds only, in another file. */
export async function normalise(from: string, to: string): Promise<number> {
  const text = (await readFile(from, 'utf8')).replaceAll('\r\n', '\n');
  if (!existsSync(dirname(to))) await mkdir(dirname(to), { recursive: true });
  await writeFile(to, text);
  return text.length;
}
