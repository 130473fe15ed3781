import { closeSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

export function lengths(file: string): string {
  let seen = '';
  let header: string | undefined;
  for (const rows of linesInPieces(file)) {
    header ??= rows.shift();
    for (const row of rows) seen += `${row.length},`;
  }
  return seen;
}

/** The lines of a text file, exactly as `trim().split(/\r?\n/)` gives them, one piece of the file after the other. */
function* linesInPieces(file: string): Generator<string[]> {
  const descriptor = openSync(file, 'r');
  try {
    const decoder = new StringDecoder('utf8');
    const buffer = Buffer.allocUnsafe(65_536);
    let rest = '';
    for (let length = readSync(descriptor, buffer); length > 0; length = readSync(descriptor, buffer)) {
      const text = decoder.write(buffer.subarray(0, length));
      const piece = rest === '' ? text.trimStart() : text;
      // The last line may go on in the next piece, and white space behind it may be at the end of the file.
      const end = piece.trimEnd().lastIndexOf('\n');
      if (end < 0) rest += piece;
      else {
        const lines = (rest + piece.slice(0, end)).split('\n');
        rest = piece.slice(end + 1);
        for (let i = 0; i < lines.length; i++) {
          const line = lines[i];
          if (line?.endsWith('\r')) lines[i] = line.slice(0, -1);
        }
        yield lines;
      }
    }
    yield (rest + decoder.end()).trimEnd().split(/\r?\n/);
  } finally {
    closeSync(descriptor);
  }
}
