export function sharedKeys(a: Record<string, unknown> | null, b: Record<string, unknown> | null): string[] {
  if (a !== null && b !== null) {
    const keys = Object.keys(b);
    const keysSet = new Set(keys);
    return Object.keys(a).filter((key) => keysSet.has(key));
  }
  return [];
}
