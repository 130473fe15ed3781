import { closeSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

/** How often each word is there, whatever its case. */
export function wordCounts(file: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const words of wordsInPieces(file)) {
    for (const word of words) {
      if (word === '') continue;
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return counts;
}

/** The words of a text file, exactly as `toLowerCase().split(/\s+/)` gives them, one piece of the file after the other. */
function* wordsInPieces(file: string): Generator<string[]> {
  const descriptor = openSync(file, 'r');
  try {
    const decoder = new StringDecoder('utf8');
    const buffer = Buffer.allocUnsafe(65_536);
    let rest = '';
    for (let length = readSync(descriptor, buffer); length > 0; length = readSync(descriptor, buffer)) {
      const piece = decoder.write(buffer.subarray(0, length));
      // The last line may go on in the next piece, and white space behind it may be at the end of the file.
      const end = piece.trimEnd().lastIndexOf('\n');
      if (end < 0) rest += piece;
      else {
        const words = (rest + piece.slice(0, end)).trimEnd().toLowerCase().split(/\s+/);
        rest = piece.slice(end + 1).trimStart();
        yield words;
      }
    }
    yield (rest + decoder.end()).toLowerCase().split(/\s+/);
  } finally {
    closeSync(descriptor);
  }
}
