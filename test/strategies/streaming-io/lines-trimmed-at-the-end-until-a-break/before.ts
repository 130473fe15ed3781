import fs from 'node:fs';

export function untilError(file: string): string[] {
  const found: string[] = [];
  const text = fs.readFileSync(file, { encoding: 'utf8' });
  const lines = text.trimEnd().split(/\r?\n/);
  for (const line of lines) {
    if (line.startsWith('ERROR')) break;
    found.push(`<${line.slice(0, 20)}> ${line.length}`);
  }
  return found.slice(0, 10);
}
