import { writeFileSync } from 'node:fs';

export async function save(): Promise<void> {
  writeFileSync('state', 'stopped');
}

export function watch(): void {
  process.on('exit', save);
}
