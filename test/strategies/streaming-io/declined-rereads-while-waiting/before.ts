import { readFileSync } from 'node:fs';

export async function poll(file: string, count: number): Promise<string> {
  let text = '';
  for (let i = 0; i < count && text === ''; i++) {
    text = readFileSync(file, 'utf8');
    await new Promise<void>((done) => queueMicrotask(done));
  }
  return text;
}
