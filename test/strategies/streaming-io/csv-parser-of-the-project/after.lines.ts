import { closeSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

/** Stock by article; a header, then `article,count,place`. */
export function readStock(file: string): Map<string, number> {
  const stock = new Map<string, number>();
  let header: string | undefined;
  for (const lines of linesInPieces(file)) {
    header ??= lines.shift();
    for (const line of lines) {
      if (line === '') continue;
      const [article = '', count] = line.split(',');
      stock.set(article, (stock.get(article) ?? 0) + Number(count));
    }
  }
  return stock;
}

/** The lines of a text file, exactly as `split('\n')` gives them, one piece of the file after the other. */
function* linesInPieces(file: string): Generator<string[]> {
  const descriptor = openSync(file, 'r');
  try {
    const decoder = new StringDecoder('utf8');
    const buffer = Buffer.allocUnsafe(65_536);
    let rest = '';
    for (let length = readSync(descriptor, buffer); length > 0; length = readSync(descriptor, buffer)) {
      const lines = decoder.write(buffer.subarray(0, length)).split('\n');
      // The first one began in the piece before, and the last one may go on in the next.
      lines[0] = rest + lines[0];
      rest = lines.pop() ?? '';
      yield lines;
    }
    yield [rest + decoder.end()];
  } finally {
    closeSync(descriptor);
  }
}
