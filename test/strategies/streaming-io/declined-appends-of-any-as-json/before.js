import { appendFileSync } from 'node:fs';

/**
 * @param {string} file
 * @param {any[]} rows
 */
export function exportRows(file, rows) {
  for (const row of rows) {
    appendFileSync(file, JSON.stringify(row) + '\n');
  }
}
