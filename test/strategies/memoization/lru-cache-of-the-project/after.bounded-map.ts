import { createHash } from 'node:crypto';

export const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

// Results of slug by its argument. When it is full it starts over, so that it cannot grow without bound.
const SLUG_CACHE_LIMIT = 100_000;
const slugCache = new Map<string, string>();

function rememberSlug(title: string, result: string): string {
  if (slugCache.size >= SLUG_CACHE_LIMIT) slugCache.clear();
  slugCache.set(title, result);
  return result;
}

/** The address of an article by its title. */
export function slug(title: string): string {
  const cached = slugCache.get(title);
  if (cached !== undefined) return cached;
  return rememberSlug(title, title
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-'));
}
