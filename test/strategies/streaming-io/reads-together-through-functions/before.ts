import { readFile } from 'node:fs/promises';

async function numbersOf(file: string): Promise<number[]> {
  const text = await readFile(file, 'utf8');
  return JSON.parse(text);
}

const sizeOf = async (file: string): Promise<number> => (await readFile(file)).byteLength;

export async function ratio(users: string, orders: string): Promise<number> {
  const known = await numbersOf(users);
  const size = await sizeOf(orders);
  return known.length / size;
}
