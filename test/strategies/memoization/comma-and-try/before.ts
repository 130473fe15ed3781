export function parsed(text: string): number {
  let tries = 0;
  try {
    return tries++, (JSON.parse(text) as string).length;
  } catch {
    return -1;
  }
}
