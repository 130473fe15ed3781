export interface User {
  id: number;
  name: string;
}

export function ranked(users: User[]): { user: User; rank: number }[] {
  return users.map((user) => ({ user, rank: user.id * 2 }));
}
