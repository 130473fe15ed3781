import { closeSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

export function warnings(file: string): string[] {
  const result: string[] = [];
  for (const lines of linesInPieces(file)) {
    for (const line of lines) {
      if (line.includes('ERR') || line.length < 9) result.push(line);
    }
  }
  return result;
}

/** The lines of a text file, exactly as `toUpperCase().split(/\r?\n/)` gives them, one piece of the file after the other. */
function* linesInPieces(file: string): Generator<string[]> {
  const descriptor = openSync(file, 'r');
  try {
    const decoder = new StringDecoder('utf8');
    const buffer = Buffer.allocUnsafe(65_536);
    let rest = '';
    for (let length = readSync(descriptor, buffer); length > 0; length = readSync(descriptor, buffer)) {
      const piece = decoder.write(buffer.subarray(0, length));
      // The last line may go on in the next piece.
      const end = piece.lastIndexOf('\n');
      if (end < 0) rest += piece;
      else {
        const lines = (rest + piece.slice(0, end)).toUpperCase().split('\n');
        rest = piece.slice(end + 1);
        for (let i = 0; i < lines.length; i++) {
          const line = lines[i];
          if (line?.endsWith('\r')) lines[i] = line.slice(0, -1);
        }
        yield lines;
      }
    }
    yield [(rest + decoder.end()).toUpperCase()];
  } finally {
    closeSync(descriptor);
  }
}
