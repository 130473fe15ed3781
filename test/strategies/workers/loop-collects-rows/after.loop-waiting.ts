import { availableParallelism } from 'node:os';
import { tableThreads } from './before.table.threads.ts';

export interface Row {
  id: number;
  label: string;
}

export function table(count: number, prefix: string): Row[] {
  const rows: Row[] = [];
  for (const value of tableOnThreads(count, prefix)) {
    rows.push(value);
  }
  return rows;
}

/** The work of `for (let i = 0; i < count; i++)`, done by several threads while the caller waits. */
function tableOnThreads(count: number, prefix: string): Row[] {
  // A few parts per thread, so that one slow part does not keep all the others waiting.
  const partLength = Math.max(1, Math.ceil(count / (4 * availableParallelism())));
  const tasks: Parameters<typeof tableChunk>[0][] = [];
  for (let start = 0; start < count; start += partLength) {
    tasks.push({ prefix, start, end: Math.min(start + partLength, count) });
  }
  const url = new URL(import.meta.url.endsWith('.ts') ? './before.worker.ts' : './before.worker.js', import.meta.url).href;
  const name = (at: number) => `the loop for (let i = 0; i < count; i++), iterations from ${at * partLength} on`;
  return ([] as Row[]).concat(...tableThreads.run(url, tableChunk, tasks, name));
}

/** A part of it, as each thread does it. */
export function tableChunk({ prefix, start, end }: { prefix: string; start: number; end: number }): Row[] {
  const results: Row[] = [];
  for (let i = start; i < end; i++) {
    let label = prefix;
    for (let k = 0; k < i % 5; k++) label += String(k);
    const row = { id: i, label };
    results.push(row);
  }
  return results;
}
