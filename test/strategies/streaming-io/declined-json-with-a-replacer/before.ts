export function withoutSecrets(users: { name: string; secret: string }[]): { name: string }[] {
  return JSON.parse(JSON.stringify(users, ['name'])) as { name: string }[];
}
