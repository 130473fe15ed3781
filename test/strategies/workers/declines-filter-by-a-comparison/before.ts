export interface User {
  age: number;
}

export function adults(users: User[]): User[] {
  return users.filter((user) => user.age >= 18);
}
