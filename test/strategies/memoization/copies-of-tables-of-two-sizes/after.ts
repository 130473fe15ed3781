// Results of products by its arguments, copied because callers may change what they get. When it is full it starts over, so that it cannot grow without bound.
const PRODUCTS_CACHE_LIMIT = 1_000;
const productsCache = new Map<number, Map<number, number[]>>();
let productsCacheSize = 0;

function rememberProducts(width: number, height: number, result: number[]): number[] {
  // Only for whole numbers from 0 to 65,535 all that is stored is certainly an element, and a copy holds elements alone.
  if (![width, height].every((size) => Number.isInteger(size) && size >= 0 && size <= 65_535)) return result;
  if (productsCacheSize >= PRODUCTS_CACHE_LIMIT) {
    productsCache.clear();
    productsCacheSize = 0;
  }
  let byWidth = productsCache.get(width);
  if (byWidth === undefined) {
    byWidth = new Map();
    productsCache.set(width, byWidth);
  }
  byWidth.set(height, result.slice());
  productsCacheSize += 1;
  return result;
}

export function products(width: number, height: number): number[] {
  const cached = productsCache.get(width)?.get(height);
  if (cached !== undefined) return cached.slice();
  const table: number[] = [];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) table[y * width + x] = x * y;
  }
  return rememberProducts(width, height, table);
}
