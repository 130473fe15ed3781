import { readFileSync } from 'node:fs';

export function widest(file: string): number {
  const [header = '', ...rows] = readFileSync(file, 'utf8').split('\n');
  const keys = header.split(',');
  let most = 0;
  for (const row of rows) {
    while (keys.length < row.split(',').length) keys.push('extra');
    most = Math.max(most, keys.length);
  }
  return most;
}
