import { readFileSync } from 'node:fs';

export function addAll(file: string, total: { sum: number }): void {
  readFileSync(file, 'utf8')
    .split('\n')
    .forEach(function (this: { sum: number }, line) {
      this.sum += line.length;
    }, total);
}
