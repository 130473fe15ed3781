import fs from 'node:fs';

export function isScript(file: string): boolean {
  const text = fs.readFileSync(file, 'utf-8');
  const lines = text.split('\n');
  return lines[0]!.startsWith('ERROR');
}
