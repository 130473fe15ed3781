import { appendFileSync } from 'node:fs';

export function keepNew(file: string, lines: readonly string[], seen: Set<string>): void {
  for (const line of lines) {
    const record = JSON.parse(line);
    if (!record.id || seen.has(record.id) || record.kind === 'test') continue;
    record.known = seen.size;
    record.visits += 1;
    appendFileSync(file, JSON.stringify(record) + '\n');
  }
}
