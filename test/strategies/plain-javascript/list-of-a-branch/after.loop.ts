export function sharedKeys(a: Record<string, unknown> | null, b: Record<string, unknown> | null): string[] {
  if (a !== null && b !== null) {
    const keys = Object.keys(b);
    const items = Object.keys(a);
    const result: string[] = [];
    for (let i = 0; i < items.length; i++) {
      const key = items[i]!;
      if (keys.indexOf(key) !== -1) result.push(key);
    }
    return result;
  }
  return [];
}
