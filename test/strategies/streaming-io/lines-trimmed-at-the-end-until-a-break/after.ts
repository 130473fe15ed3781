import fs from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

export function untilError(file: string): string[] {
  const found: string[] = [];
  for (const line of linesOf(file)) {
    if (line.startsWith('ERROR')) break;
    found.push(`<${line.slice(0, 20)}> ${line.length}`);
  }
  return found.slice(0, 10);
}

/** The lines of a text file, exactly as `trimEnd().split(/\r?\n/)` gives them, without the whole text in memory. */
function* linesOf(file: string): Generator<string> {
  const descriptor = fs.openSync(file, 'r');
  try {
    const decoder = new StringDecoder('utf8');
    const buffer = Buffer.allocUnsafe(65_536);
    let rest = '';
    for (let length = fs.readSync(descriptor, buffer); length > 0; length = fs.readSync(descriptor, buffer)) {
      const piece = decoder.write(buffer.subarray(0, length));
      // The last line may go on in the next piece, and white space behind it may be at the end of the file.
      const end = piece.trimEnd().lastIndexOf('\n');
      if (end < 0) rest += piece;
      else {
        const lines = (rest + piece.slice(0, end)).split('\n');
        rest = piece.slice(end + 1);
        for (const line of lines) yield line.endsWith('\r') ? line.slice(0, -1) : line;
      }
    }
    yield* (rest + decoder.end()).trimEnd().split(/\r?\n/);
  } finally {
    fs.closeSync(descriptor);
  }
}
