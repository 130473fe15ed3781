import { createReadStream } from 'node:fs';

export async function longLines(file: string): Promise<number> {
  let count = 0;
  for await (const lines of linesInPieces(file)) {
    count += lines.filter((line) => line.length > 80).length;
  }
  return count;
}

/** The lines of a text file, exactly as `split('\n')` gives them, one piece of the file after the other. */
async function* linesInPieces(file: string): AsyncGenerator<string[]> {
  let rest = '';
  for await (const chunk of createReadStream(file, 'utf8')) {
    const lines = (chunk as string).split('\n');
    // The first one began in the piece before, and the last one may go on in the next.
    lines[0] = rest + lines[0];
    rest = lines.pop() ?? '';
    yield lines;
  }
  yield [rest];
}
