import { appendFileSync } from 'node:fs';

interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

interface Visit {
  readonly id: number;
  readonly at: Date;
  readonly kind: 'walk' | 'ride';
  readonly tags: readonly string[];
  readonly place?: Place;
  readonly counts: Record<string, number | null>;
  readonly before?: Visit;
}

export function exportVisits(file: string, visits: readonly Partial<Visit>[], run: string): void {
  let pending = '';
  try {
    for (const visit of visits) {
      pending += `${JSON.stringify({ ...visit, run })}\n`;
      if (pending.length >= 65_536) {
        appendFileSync(file, pending);
        pending = '';
      }
    }
  } finally {
    // What was collected before an error is written as well.
    if (pending !== '') appendFileSync(file, pending);
  }
}
