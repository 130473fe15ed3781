import { writeFileSync } from 'node:fs';

export function stop(file: string): never {
  void save(file, 'stopped');
  process.exit(1);
}

export async function save(file: string, text: string): Promise<void> {
  writeFileSync(file, text);
}
