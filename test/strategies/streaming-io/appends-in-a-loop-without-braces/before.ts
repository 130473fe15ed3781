import fs from 'node:fs';

export function addAll(file: string, records: string[]): void {
  outer: for (let i = 0; i < records.length; i++) fs.appendFileSync(file, records[i]!.length + ';' + records[i]! + ';');
}
