import { readFileSync } from 'node:fs';

export function verdictOn(file: string): string {
  if (readFileSync(file, 'utf8').split('\n').some((line) => line.startsWith('ERROR'))) {
    return 'bad';
  }
  return 'good';
}
