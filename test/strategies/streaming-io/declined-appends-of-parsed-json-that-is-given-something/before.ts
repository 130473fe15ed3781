import { appendFileSync } from 'node:fs';

export function addTo(file: string, lines: readonly string[], more: any): void {
  for (const line of lines) {
    const record = JSON.parse(line);
    record.more = more;
    appendFileSync(file, JSON.stringify(record) + '\n');
  }
}
