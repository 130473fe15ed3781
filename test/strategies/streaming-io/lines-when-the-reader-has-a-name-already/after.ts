import * as fs from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

function linesInPieces(text: string): number {
  return text.split('\n').length;
}

export function checksum(file: string): number {
  let sum = linesInPieces('a\nb');
  for (const lines of linesInPieces2(file)) {
    for (const line of lines) {
      for (let i = 0; i < line.length; i++) sum = (sum * 31 + line.charCodeAt(i)) | 0;
    }
  }
  return sum;
}

/** The lines of a text file, exactly as `split('\n')` gives them, one piece of the file after the other. */
function* linesInPieces2(file: string): Generator<string[]> {
  const descriptor = fs.openSync(file, 'r');
  try {
    const decoder = new StringDecoder('utf8');
    const buffer = Buffer.allocUnsafe(65_536);
    let rest = '';
    for (let length = fs.readSync(descriptor, buffer); length > 0; length = fs.readSync(descriptor, buffer)) {
      const lines = decoder.write(buffer.subarray(0, length)).split('\n');
      // The first one began in the piece before, and the last one may go on in the next.
      lines[0] = rest + lines[0];
      rest = lines.pop() ?? '';
      yield lines;
    }
    yield [rest + decoder.end()];
  } finally {
    fs.closeSync(descriptor);
  }
}
