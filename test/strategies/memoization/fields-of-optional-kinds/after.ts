type Mode = 'plain' | 'fancy';

// Results of framed by what it reads of its arguments. When it is full it starts over, so that it cannot grow without bound.
const FRAMED_CACHE_LIMIT = 100_000;
const framedCache = new Map<string, Map<number, Map<string | null | undefined, string>>>();
let framedCacheSize = 0;

function rememberFramed(text: string, width: number, mode: string | null | undefined, result: string): string {
  if (framedCacheSize >= FRAMED_CACHE_LIMIT) {
    framedCache.clear();
    framedCacheSize = 0;
  }
  let byText = framedCache.get(text);
  if (byText === undefined) {
    byText = new Map();
    framedCache.set(text, byText);
  }
  let byWidth = byText.get(width);
  if (byWidth === undefined) {
    byWidth = new Map();
    byText.set(width, byWidth);
  }
  byWidth.set(mode, result);
  framedCacheSize += 1;
  return result;
}

export function framed(text: string, options: { mode?: Mode | null; width: number } = { width: 3 }): string {
  const cached = framedCache.get(text)?.get(options.width)?.get(options.mode);
  if (cached !== undefined) return cached;
  let line = '';
  for (let i = 0; i < options.width; i++) line += options.mode === 'fancy' ? '*' : options.mode === null ? '0' : '-';
  return rememberFramed(text, options.width, options.mode, `${line}${text}${line}`);
}
