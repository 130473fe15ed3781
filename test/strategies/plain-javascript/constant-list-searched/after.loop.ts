const DEFAULTS = [{ key: 'a', value: 1 }, { key: 'b', value: 2 }];
export function withDefaults(keys: string[]) {
  const result = new Array<number>(keys.length);
  for (let i = 0; i < keys.length; i++) {
    if (!(i in keys)) continue; // map skips holes
    const k = keys[i]!;
    result[i] = DEFAULTS.find((d) => d.key === k)?.value ?? 0;
  }
  return result;
}
export function grow(key: string) { DEFAULTS.push({ key, value: 3 }); DEFAULTS[0]!.key = 'zz'; }
