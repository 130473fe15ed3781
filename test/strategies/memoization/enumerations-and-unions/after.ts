enum Unit {
  Metre,
  Mile,
}

// Results of convert by its arguments. When it is full it starts over, so that it cannot grow without bound.
const CONVERT_CACHE_LIMIT = 100_000;
const convertCache = new Map<number, Map<Unit, Map<'round' | 'exact' | null, string>>>();
let convertCacheSize = 0;

function rememberConvert(amount: number, unit: Unit, mode: 'round' | 'exact' | null, result: string): string {
  if (convertCacheSize >= CONVERT_CACHE_LIMIT) {
    convertCache.clear();
    convertCacheSize = 0;
  }
  let byAmount = convertCache.get(amount);
  if (byAmount === undefined) {
    byAmount = new Map();
    convertCache.set(amount, byAmount);
  }
  let byUnit = byAmount.get(unit);
  if (byUnit === undefined) {
    byUnit = new Map();
    byAmount.set(unit, byUnit);
  }
  byUnit.set(mode, result);
  convertCacheSize += 1;
  return result;
}

export function convert(amount: number, unit: Unit, mode: 'round' | 'exact' | null = null): string {
  const cached = convertCache.get(amount)?.get(unit)?.get(mode);
  if (cached !== undefined) return cached;
  let steps = 0;
  for (let left = amount; left > 0; left -= 10) steps++;
  if (unit === Unit.Mile) return rememberConvert(amount, unit, mode, `${mode ?? 'plain'}:${steps * 1.6}`);
  return rememberConvert(amount, unit, mode, `${mode ?? 'plain'}:${steps}`);
}
