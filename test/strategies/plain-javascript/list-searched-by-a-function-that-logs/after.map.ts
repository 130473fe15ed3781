export interface User {
  readonly id: number;
  readonly name: string;
}

export function names(ids: number[], users?: User[]): string[] {
  if (!users) return [];
  const usersById = new Map<number, User>();
  users.forEach((one) => {
    if (Number.isNaN(one.id)) return; // equals nothing
    if (!usersById.has(one.id)) usersById.set(one.id, one);
  });
  return ids.map((id) => {
    const user = usersById.get(id);
    if (user === undefined) console.warn(`nobody has the number ${id}`);
    return user?.name ?? '?';
  });
}
