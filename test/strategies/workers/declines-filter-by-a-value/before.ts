export interface User {
  name: string;
  tags: string[];
}

export function tagged(users: User[]): User[] {
  return users.filter((user) => user.tags.find((tag) => tag.startsWith('x')));
}
