import { closeSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

/** Where rows have other fields than the header says, line by line. */
export function longRows(file: string): string[] {
  const found: string[] = [];
  let next = 1;
  let header: string | undefined;
  for (const lines of linesInPieces(file)) {
    header ??= lines.shift();
    for (const row of lines) {
      const i = next++;
      if (row === '') continue;
      found.push(`${i + 1}: ${row.length}`);
    }
  }
  return found;
}

/** The lines of a text file, exactly as `trimEnd().split('\n')` gives them, one piece of the file after the other. */
function* linesInPieces(file: string): Generator<string[]> {
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
        const lines = (rest + piece.slice(0, end)).split('\n');
        rest = piece.slice(end + 1);
        yield lines;
      }
    }
    yield (rest + decoder.end()).trimEnd().split('\n');
  } finally {
    closeSync(descriptor);
  }
}
