interface User {
  readonly id: string;
  readonly age: number;
}

export function byId(users: readonly User[]): Record<string, User> {
  return users.reduce<Record<string, User>>((index, user) => ({ ...index, [user.id]: user }), {});
}
