// Tells the user's code in a bundle from what Speedlens put around it, and names its places in the user's files.
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import type { VariantBundle } from '../../model/variant.ts';
import { readSourceMap, type SourceMap, type SourcePlace } from './source-map.ts';

export interface BuiltFrom {
  readonly bundle: VariantBundle;
  /** The file with the subject, and its text as it was built: a rewritten one when the bundle is a candidate. */
  readonly file: string;
  readonly text: string;
  /** What the inputs come from when that is a file; its functions are not the subject's. */
  readonly inputsFile: string | undefined;
}

const LONGEST_TEXT = 160;

export interface UserPlaces {
  /** A place in the user's files; 'inputs' for the functions of the inputs; 'ours' for what Speedlens added around the subject. */
  of(line: number, column: number): SourcePlace | 'inputs' | 'ours';
  named(place: SourcePlace): { readonly file?: string; readonly line: number; readonly text: string };
}

export function userPlaces(request: BuiltFrom): UserPlaces {
  let bundle: Bundle | undefined;
  const own = realPath(request.file);
  const inputs = request.inputsFile === undefined ? undefined : realPath(request.inputsFile);
  const texts = new Map([[own, request.text.split('\n')]]);
  const linesOf = (file: string): readonly string[] => {
    const lines = texts.get(file) ?? (existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []);
    texts.set(file, lines);
    return lines;
  };
  return {
    of(line, column) {
      bundle ??= readBundle(request.bundle.entry);
      // V8 places the reading of a member at its dot, source maps begin it at its name: on the next line in a chain.
      const dots = /^(\?\.|\.)?/.exec((bundle.lines[line - 1] ?? '').slice(column - 1))?.[0].length ?? 0;
      const place = bundle.map.placeOf(line, column + dots);
      if (place === undefined) return 'ours';
      // Generated inputs are laid over a file that does not exist.
      if (place.file === inputs || (place.file !== own && !existsSync(place.file))) return 'inputs';
      // The lines behind the end of the subject's file are appended by the build.
      return place.line > linesOf(place.file).length ? 'ours' : place;
    },
    named: ({ file, line }) => ({
      ...(file === own ? {} : { file }),
      line,
      text: (linesOf(file)[line - 1] ?? '').trim().slice(0, LONGEST_TEXT),
    }),
  };
}

interface Bundle {
  readonly lines: readonly string[];
  readonly map: SourceMap;
}

function readBundle(entry: string): Bundle {
  const mapFile = `${entry}.map`;
  return {
    lines: readFileSync(entry, 'utf8').split('\n'),
    map: readSourceMap(readFileSync(mapFile, 'utf8'), mapFile),
  };
}

function realPath(file: string): string {
  return existsSync(file) ? realpathSync(file) : path.resolve(file);
}
