import { existsSync, writeFileSync } from 'node:fs';

export async function create(file: string, text: string): Promise<boolean> {
  if (existsSync(file)) return false;
  writeFileSync(file, text);
  return true;
}
