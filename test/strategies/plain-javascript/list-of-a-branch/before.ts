export function sharedKeys(a: Record<string, unknown> | null, b: Record<string, unknown> | null): string[] {
  if (a !== null && b !== null) {
    const keys = Object.keys(b);
    return Object.keys(a).filter((key) => keys.indexOf(key) !== -1);
  }
  return [];
}
