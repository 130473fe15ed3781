import { mkdirSync, writeFileSync } from 'node:fs';

export async function prepare(folder: string): Promise<void> {
  mkdirSync(folder);
  writeFileSync(`${folder}/README`, 'Made by a program.\n');
}
