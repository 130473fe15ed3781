import { readFileSync } from 'node:fs';

interface Row {
  readonly name: string;
  readonly length: number;
}

export function rowsOf(file: string): Row[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  const rows: Row[] = lines.slice(1).map((line) => {
    const [name = '', value] = line.split(' ');
    return { name, length: (value ?? '').length };
  });
  return rows;
}
