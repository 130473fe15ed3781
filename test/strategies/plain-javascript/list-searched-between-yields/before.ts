interface User {
  readonly id: string;
}

/** Whoever takes the next one may have changed the list. */
export function* present(ids: string[], users: User[]): Generator<boolean> {
  for (const id of ids) yield users.some((user) => user.id === id);
}
