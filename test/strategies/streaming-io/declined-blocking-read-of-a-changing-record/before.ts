import { readFileSync } from 'node:fs';

export async function load(options: { file: string; suffix: string }): Promise<string> {
  const text = readFileSync(options.file, 'utf8');
  return text + options.suffix;
}
