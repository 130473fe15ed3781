// The table in which V8 says which place of a script each stretch of machine code or bytecode comes from, functions inlined into it included.

export interface SourcePositions {
  /** Ascending by `code`: from this offset in the code on, it comes from `script` (offset in the text), of the inlined call `inlining` or -1. */
  readonly entries: readonly { readonly code: number; readonly script: number; readonly inlining: number }[];
  /** The calls that were inlined: which function, where it was called, and inside of which other inlined call (-1: none). */
  readonly inlinings: readonly { readonly callee: number; readonly script: number; readonly parent: number }[];
  /** Addresses of the inlined functions; `callee` counts in it. */
  readonly functions: readonly number[];
}

/** One function that the code at an offset belongs to; the innermost inlined one comes first, the code's own function last. */
export interface InlinedPlace {
  /** Offset in the text of the script. */
  readonly script: number;
  /** Address of the inlined function; undefined for the code's own. */
  readonly functionAddress: number | undefined;
}

/** 'C0O19C39O66I0', 'F0O141I-1', 'S0x10f5cc469c28'. Undefined when the first is not of that form. */
export function parseSourcePositions(
  entries: string,
  inlinings: string,
  functions: string,
): SourcePositions | undefined {
  if (!/^(C\d+O\d+(I-?\d+)?)*$/.test(entries)) return undefined;
  return {
    entries: [...entries.matchAll(/C(\d+)O(\d+)(?:I(-?\d+))?/g)].map((match) => ({
      code: Number(match[1]),
      script: Number(match[2]),
      inlining: Number(match[3] ?? -1),
    })),
    inlinings: [...inlinings.matchAll(/F(-?\d+)O(\d+)(?:I(-?\d+))?/g)].map((match) => ({
      callee: Number(match[1]),
      script: Number(match[2]),
      parent: Number(match[3] ?? -1),
    })),
    functions: [...functions.matchAll(/S(0x[0-9a-f]+)/gi)].map((match) => Number(match[1])),
  };
}

/** Empty when the table says nothing about the offset. */
export function placesAt(positions: SourcePositions, offset: number): InlinedPlace[] {
  let low = 0;
  let high = positions.entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((positions.entries[middle]?.code ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const entry = positions.entries[low - 1];
  if (entry === undefined) return [];
  const places: InlinedPlace[] = [];
  let { script, inlining } = entry;
  // An inlined call lies inside of an earlier one, so this ends; a table that says otherwise is broken.
  while (inlining >= 0 && places.length <= positions.inlinings.length) {
    const call = positions.inlinings[inlining];
    if (call === undefined) return [];
    places.push({ script, functionAddress: positions.functions[call.callee] ?? Number.NaN });
    ({ script, parent: inlining } = call);
  }
  places.push({ script, functionAddress: undefined });
  return places;
}
