export interface User {
  id: number;
  name: string;
}

export function oldest(users: User[]): User | undefined {
  let best = users[0];
  for (const user of users) if (best === undefined || user.id < best.id) best = user;
  return best;
}
