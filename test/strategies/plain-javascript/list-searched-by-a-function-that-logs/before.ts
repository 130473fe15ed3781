export interface User {
  readonly id: number;
  readonly name: string;
}

export function names(ids: number[], users?: User[]): string[] {
  if (!users) return [];
  return ids.map((id) => {
    const user = users.find((one) => one.id === id);
    if (user === undefined) console.warn(`nobody has the number ${id}`);
    return user?.name ?? '?';
  });
}
