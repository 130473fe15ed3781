import { readFile } from 'node:fs/promises';

export async function sizes(files) {
  let sum = 0;
  for (const file of files) {
    const content = await readFile(file);
    sum += content.length;
  }
  return sum;
}
