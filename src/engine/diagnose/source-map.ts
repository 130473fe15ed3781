// From places in a bundle to places in the sources it was built from: reads a source map (revision 3, https://tc39.es/ecma426/).
import path from 'node:path';

export interface SourcePlace {
  /** Absolute path. */
  readonly file: string;
  /** From 1, both. */
  readonly line: number;
  readonly column: number;
}

export interface SourceMap {
  /** The source of a place in the bundle, line and column from 1. Undefined for text that the bundler or Speedlens added. */
  placeOf(line: number, column: number): SourcePlace | undefined;
}

interface Segment {
  readonly column: number;
  readonly source: number;
  readonly line: number;
  readonly sourceColumn: number;
}

/** `mapFile` is where the map lies: sources are told relative to it. Throws on a text that is no source map. */
export function readSourceMap(text: string, mapFile: string): SourceMap {
  const { sources, mappings } = JSON.parse(text) as { readonly sources: readonly string[]; readonly mappings: string };
  const files = sources.map((source) => fileOf(source, path.dirname(mapFile)));
  const lines = decodeMappings(mappings);
  return {
    placeOf: (line, column) => {
      const segments = lines[line - 1] ?? [];
      const segment = segments.findLast((candidate) => candidate.column <= column - 1) ?? segments[0];
      const file = segment === undefined ? undefined : files[segment.source];
      return segment === undefined || file === undefined
        ? undefined
        : { file, line: segment.line + 1, column: segment.sourceColumn + 1 };
    },
  };
}

/** Undefined for modules that exist in the bundle only: their names have a scheme. */
function fileOf(source: string, folder: string): string | undefined {
  return /^[a-z-]{2,}:/i.test(source) ? undefined : path.resolve(folder, source);
}

function decodeMappings(mappings: string): Segment[][] {
  let source = 0;
  let line = 0;
  let sourceColumn = 0;
  return mappings.split(';').map((group) => {
    let column = 0;
    const segments: Segment[] = [];
    for (const field of group.split(',')) {
      const numbers = decodeNumbers(field);
      column += numbers[0] ?? 0;
      // A segment of one number belongs to no source.
      if (numbers.length < 4) continue;
      source += numbers[1] ?? 0;
      line += numbers[2] ?? 0;
      sourceColumn += numbers[3] ?? 0;
      segments.push({ column, source, line, sourceColumn });
    }
    return segments;
  });
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base 64 VLQ: five bits a digit, the sixth says that more follow, the lowest bit of the number is its sign. */
function decodeNumbers(field: string): number[] {
  const numbers: number[] = [];
  let value = 0;
  let shift = 0;
  for (const character of field) {
    const digit = DIGITS.indexOf(character);
    value += (digit & 31) << shift;
    shift += 5;
    if ((digit & 32) !== 0) continue;
    numbers.push((value & 1) === 1 ? -(value >> 1) : value >> 1);
    value = 0;
    shift = 0;
  }
  return numbers;
}
