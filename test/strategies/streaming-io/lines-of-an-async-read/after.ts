import { createReadStream } from 'node:fs';

export async function longest(file: string): Promise<string> {
  let best = '';
  for await (const line of linesOf(file)) {
    if (line.length > best.length) best = line;
  }
  return best;
}

/** The lines of a text file, exactly as `split('\n')` gives them, without the whole text in memory. */
async function* linesOf(file: string): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of createReadStream(file, 'utf8')) {
    const lines = (chunk as string).split('\n');
    // The first one began in the piece before, and the last one may go on in the next.
    lines[0] = rest + lines[0];
    rest = lines.pop() ?? '';
    yield* lines;
  }
  yield rest;
}
