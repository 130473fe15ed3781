import { readFileSync } from 'node:fs';

/** Stock by article; a header, then `article,count,place`. */
export function readStock(file: string): Map<string, number> {
  const stock = new Map<string, number>();
  for (const line of readFileSync(file, 'utf8').split('\n').slice(1)) {
    if (line === '') continue;
    const [article = '', count] = line.split(',');
    stock.set(article, (stock.get(article) ?? 0) + Number(count));
  }
  return stock;
}
