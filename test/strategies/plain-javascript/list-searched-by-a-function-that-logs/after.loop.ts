export interface User {
  readonly id: number;
  readonly name: string;
}

export function names(ids: number[], users?: User[]): string[] {
  if (!users) return [];
  const count = ids.length;
  const result = new Array<string>(count);
  for (let i = 0; i < count; i++) {
    if (!(i in ids)) continue; // map skips holes
    const id = ids[i]!;
    const user = users.find((one) => one.id === id);
    if (user === undefined) console.warn(`nobody has the number ${id}`);
    result[i] = user?.name ?? '?';
  }
  return result;
}
