import { open } from 'node:fs/promises';
import { StringDecoder } from 'node:string_decoder';

export async function wordsBeforeError(file: string): Promise<string[]> {
  const before: string[] = [];
  for await (const word of wordsOf(file)) {
    if (word === 'ERROR') break;
    before.push(word);
  }
  return before;
}

/** The words of a text file, exactly as `trim().split(/\s+/)` gives them, without the whole text in memory. */
async function* wordsOf(file: string): AsyncGenerator<string> {
  const handle = await open(file);
  try {
    const decoder = new StringDecoder('utf8');
    const buffer = Buffer.allocUnsafe(65_536);
    let rest = '';
    for (;;) {
      const { bytesRead } = await handle.read(buffer);
      if (bytesRead === 0) break;
      const text = decoder.write(buffer.subarray(0, bytesRead));
      const piece = rest === '' ? text.trimStart() : text;
      // The last line may go on in the next piece, and white space behind it may be at the end of the file.
      const end = piece.trimEnd().lastIndexOf('\n');
      if (end < 0) rest += piece;
      else {
        const words = (rest + piece.slice(0, end)).trimEnd().split(/\s+/);
        rest = piece.slice(end + 1).trimStart();
        yield* words;
      }
    }
    yield* (rest + decoder.end()).trimEnd().split(/\s+/);
  } finally {
    await handle.close();
  }
}
