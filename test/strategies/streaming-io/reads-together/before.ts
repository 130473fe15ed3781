import { readFile } from 'node:fs/promises';

export async function total(users: string, orders: string): Promise<number> {
  const known = JSON.parse(await readFile(users, 'utf8')) as number[];
  const seen = new Set(known);
  const wanted = JSON.parse(await readFile(orders, 'utf8')) as number[];
  return wanted.filter((user) => seen.has(user)).length;
}
