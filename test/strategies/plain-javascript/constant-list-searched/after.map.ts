const DEFAULTS = [{ key: 'a', value: 1 }, { key: 'b', value: 2 }];
export function withDefaults(keys: string[]) {
  const defaultsByKey = new Map<string, (typeof DEFAULTS)[number]>();
  DEFAULTS.forEach((d) => {
    if (!defaultsByKey.has(d.key)) defaultsByKey.set(d.key, d);
  });
  return keys.map((k) => defaultsByKey.get(k)?.value ?? 0);
}
export function grow(key: string) { DEFAULTS.push({ key, value: 3 }); DEFAULTS[0]!.key = 'zz'; }
