import { readFile } from 'node:fs/promises';

export async function numbered(files: readonly string[]): Promise<string[]> {
  const lengths: string[] = [];
  for (const [i, file] of files.entries()) {
    const { length } = await readFile(file);
    if (i > 30) return lengths;
    lengths.push(`${i + 1}. ${file.length} ${length}`);
  }
  return lengths;
}
