import { writeFileSync } from 'node:fs';

export async function store(file: string, bytes: Uint8Array): Promise<void> {
  writeFileSync(file, bytes);
}
