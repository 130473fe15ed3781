import { closeSync, openSync, writeSync } from 'node:fs';

export function dump(file: string, count: number): number {
  const descriptor = openSync(file, 'w');
  let bytes = 0;
  for (let i = 0; i < count; i++) bytes += writeSync(descriptor, `${i}\n`);
  closeSync(descriptor);
  return bytes;
}
