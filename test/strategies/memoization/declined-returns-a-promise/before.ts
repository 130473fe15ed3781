export function load(id: number): Promise<number> {
  return Promise.resolve(id);
}
