import { readFileSync } from 'node:fs';

let loading = false;

export function isLoading(): boolean {
  return loading;
}

export async function load(file: string): Promise<string> {
  loading = true;
  const text = readFileSync(file, 'utf8');
  loading = false;
  return text;
}
