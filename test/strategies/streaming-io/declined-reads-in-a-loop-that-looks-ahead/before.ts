import { readFile } from 'node:fs/promises';

export async function pairs(files: readonly string[]): Promise<number> {
  let longer = 0;
  for (let i = 0; i < files.length; i++) {
    const text = await readFile(files[i]!, 'utf8');
    if (text.length > (files[i + 1] ?? '').length) longer++;
  }
  return longer;
}
