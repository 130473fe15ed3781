import { appendFile } from 'node:fs/promises';

export async function drain(file: string, lines: string[]): Promise<void> {
  for (const line of lines) {
    await appendFile(file, `${line}\n`);
  }
  lines.length = 0;
}
