import { appendFileSync } from 'node:fs';

export function exportRows(file: string, rows: readonly Record<string, unknown>[]): void {
  for (const row of rows) {
    appendFileSync(file, JSON.stringify(row) + '\n');
  }
}
