// Where the inputs module of a source file stands: `geometry.inputs.ts` beside `geometry.ts`.
import { existsSync } from 'node:fs';
import path from 'node:path';

/** Name of the inputs module in the source's own language. JSX has no place in an inputs module. */
export function inputsFileName(sourceFile: string): string {
  const { name, ext } = path.parse(sourceFile);
  return `${name}.inputs${ext.replace('x', '')}`;
}

/** The inputs module beside the source, in any extension; the source's own extension first. */
export function discoverInputsModule(sourceFile: string): string | undefined {
  const { dir, name, ext } = path.parse(sourceFile);
  const extensions = new Set([ext.replace('x', ''), '.ts', '.mts', '.cts', '.js', '.mjs', '.cjs']);
  return [...extensions]
    .map((extension) => path.join(dir, `${name}.inputs${extension}`))
    .find((candidate) => existsSync(candidate));
}
