import { readFileSync } from 'node:fs';

interface Options {
  readonly file: string;
  readonly least: number;
}

export async function linesOf({ file, least }: Options, encoding = 'utf8'): Promise<string> {
  const text = readFileSync(file).toString(encoding as BufferEncoding);
  if (text.length < least) throw new RangeError(`${file.length} is too short`);
  return text.slice(least);
}
