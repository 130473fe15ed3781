import { appendFileSync } from 'node:fs';

export async function note(file: string, message: string): Promise<void> {
  appendFileSync(file, `${message}\n`);
}
