import { stat } from 'node:fs/promises';

export async function checkAll(files: readonly string[]): Promise<number> {
  for (const file of files) {
    await stat(file);
  }
  return files.length;
}
