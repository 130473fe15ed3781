import { appendFileSync } from 'node:fs';

function add(list: any[], more: any): number {
  return list.push(more);
}

export function addTo(file: string, lines: readonly string[], more: any): void {
  for (const line of lines) {
    const record = JSON.parse(line);
    const count = add(record.list, more);
    if (count > 0) appendFileSync(file, JSON.stringify(record) + '\n');
  }
}
