const DEFAULTS = [{ key: 'a', value: 1 }, { key: 'b', value: 2 }];
export function withDefaults(keys: string[]) {
  return keys.map((k) => DEFAULTS.find((d) => d.key === k)?.value ?? 0);
}
export function grow(key: string) { DEFAULTS.push({ key, value: 3 }); DEFAULTS[0]!.key = 'zz'; }
