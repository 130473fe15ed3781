import { readFileSync } from 'node:fs';

export function lastName(file: string): string | undefined {
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line === '') continue;
    var [name] = line.split(',');
  }
  return name;
}
