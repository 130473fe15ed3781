import { createReadStream } from 'node:fs';

export async function longest(file: string): Promise<string> {
  let best = '';
  for await (const lines of linesInPieces(file)) {
    for (const line of lines) {
      if (line.length > best.length) best = line;
    }
  }
  return best;
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
