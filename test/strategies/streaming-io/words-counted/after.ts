import { closeSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

export function countWords(file: string): number {
  let count = 0;
  for (const words of wordsInPieces(file)) {
    count += words.length;
  }
  return count;
}

/** The words of a text file, exactly as `split(/\s+/)` gives them, one piece of the file after the other. */
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
        const words = (rest + piece.slice(0, end)).trimEnd().split(/\s+/);
        rest = piece.slice(end + 1).trimStart();
        yield words;
      }
    }
    yield (rest + decoder.end()).split(/\s+/);
  } finally {
    closeSync(descriptor);
  }
}
