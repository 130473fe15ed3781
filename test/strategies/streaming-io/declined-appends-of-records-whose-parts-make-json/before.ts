import { appendFileSync, statSync } from 'node:fs';

class Place {
  readonly file: string;
  constructor(file: string) {
    this.file = file;
  }
  toJSON(): number {
    return statSync(this.file).size;
  }
}

export function exportVisits(file: string, visits: readonly { readonly places: readonly Place[] }[]): void {
  for (const visit of visits) {
    appendFileSync(file, JSON.stringify(visit) + '\n');
  }
}
