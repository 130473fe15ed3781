import { readFile } from 'node:fs/promises';

/** Lengths up to the first file that says so. */
export async function lengthsOf(files: readonly string[]): Promise<string[]> {
  const lengths: string[] = [];
  for (const file of files) {
    const text = await readFile(file, 'utf8');
    if (text.startsWith('first\r')) break;
    lengths.push(`${file.length} ${text.length}`);
  }
  return lengths;
}
