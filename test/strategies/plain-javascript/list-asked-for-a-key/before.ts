export interface User {
  readonly id: number;
  readonly email?: string;
}

export function unknownEmails(emails: string[], users: User[], wanted: (string | undefined)[]): string[] {
  const found: string[] = [];
  for (const email of emails) {
    if (!users.some((user) => user.email === email)) found.push(email);
  }
  for (const one of wanted) {
    if (users.some((user) => user.email === one)) found.push(`${one}`);
  }
  return found;
}
