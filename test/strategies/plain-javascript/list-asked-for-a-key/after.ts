export interface User {
  readonly id: number;
  readonly email?: string;
}

export function unknownEmails(emails: string[], users: User[], wanted: (string | undefined)[]): string[] {
  const found: string[] = [];
  const userEmails = new Set<string | undefined>();
  users.forEach((user) => {
    userEmails.add(user.email);
  });
  for (const email of emails) {
    if (!userEmails.has(email)) found.push(email);
  }
  for (const one of wanted) {
    if (userEmails.has(one)) found.push(`${one}`);
  }
  return found;
}
