interface User {
  readonly id: string;
  readonly age: number;
}

export function byId(users: readonly User[]): Record<string, User> {
  let index: Record<string, User> = {};
  for (let i = 0; i < users.length; i++) {
    if (!(i in users)) continue; // reduce skips holes
    const user = users[i]!;
    // As an assignment, this one key would set the prototype.
    if (user.id === '__proto__') index = { ...index, [user.id]: user };
    else index[user.id] = user;
  }
  return index;
}
