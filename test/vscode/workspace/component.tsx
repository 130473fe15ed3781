export function label(name: string): string {
  return `Hello ${name}`;
}
