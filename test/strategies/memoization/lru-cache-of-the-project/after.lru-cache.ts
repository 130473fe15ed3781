import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';

export const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

// Results of slug by its argument. When it is full, what was used longest ago goes first.
const SLUG_CACHE_LIMIT = 100_000;
const slugCache = new LRUCache<string, string>({ max: SLUG_CACHE_LIMIT });

function rememberSlug(title: string, result: string): string {
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
