import { appendFile } from 'node:fs/promises';

const queue: string[] = [];

export function log(line: string): void {
  queue.push(line);
}

export async function flush(file: string): Promise<void> {
  for (const line of queue) {
    await appendFile(file, `${line}\n`);
  }
  queue.length = 0;
}
