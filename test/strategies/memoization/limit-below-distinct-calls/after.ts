// Results of initials by its argument. When it is full it starts over, so that it cannot grow without bound.
const INITIALS_CACHE_LIMIT = 100_000;
const initialsCache = new Map<string, string>();

function rememberInitials(name: string, result: string): string {
  if (initialsCache.size >= INITIALS_CACHE_LIMIT) initialsCache.clear();
  initialsCache.set(name, result);
  return result;
}

export function initials(name: string): string {
  const cached = initialsCache.get(name);
  if (cached !== undefined) return cached;
  return rememberInitials(name, name.split(' ').map((part) => part.charAt(0).toUpperCase()).join(''));
}
