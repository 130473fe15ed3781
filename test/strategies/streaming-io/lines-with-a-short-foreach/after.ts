import { createReadStream } from 'node:fs';

export async function lengthOf(file: string): Promise<number> {
  let sum = 0;
  for await (const lines of linesInPieces(file)) {
    for (const line of lines) sum += line.length;
  }
  return sum;
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
