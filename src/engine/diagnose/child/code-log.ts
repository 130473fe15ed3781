// Reads the log that V8 writes with `--prof --log-deopt`: which code lies where in memory, what was sampled, what was deoptimised. Lines of
// other kinds, and lines of a known kind in an unknown shape, are passed over: other versions of V8 may write them differently.
// The format: https://v8.dev/docs/profile, and src/logging/log.cc of V8.
import { parseSourcePositions, type SourcePositions } from './source-positions.ts';

export type LogEvent =
  | {
      readonly kind: 'code';
      /** 'JS', 'Script', 'Builtin', 'BytecodeHandler', ... in V8's words. */
      readonly type: string;
      /** Microseconds since the log was begun, as all times here. */
      readonly time: number;
      readonly address: number;
      readonly size: number;
      /** For JavaScript: function name, a space, the script's address, line and column. */
      readonly name: string;
      /** Of the function that this is code of; undefined for what is no function. */
      readonly functionAddress: number | undefined;
      /** '~' interpreted, '^' baseline, '+' Maglev, '*' TurboFan; empty when V8 says none. */
      readonly marker: string;
    }
  | { readonly kind: 'positions'; readonly address: number; readonly positions: SourcePositions }
  | { readonly kind: 'move'; readonly what: 'code' | 'function'; readonly from: number; readonly to: number }
  | {
      readonly kind: 'tick';
      readonly time: number;
      readonly pc: number;
      /** The processor was in C++ that JavaScript called; `pc` is of no use then. */
      readonly isExternal: boolean;
      /** What lay on top of the stack: the caller, when the code at `pc` has no frame of its own. */
      readonly topOfStack: number;
      readonly state: number;
      /** Return addresses, the innermost first. */
      readonly stack: readonly number[];
    }
  | {
      readonly kind: 'deopt';
      readonly time: number;
      /** 'deopt-eager', 'deopt-lazy', ... */
      readonly how: string;
      /** `<script:line:column> inlined at <script:line:column> ...`, the innermost first. */
      readonly places: readonly Place[];
      readonly reason: string;
    };

/** Line and column from 1. */
export interface Place {
  readonly url: string;
  readonly line: number;
  readonly column: number;
}

/** What V8 was doing when it was sampled, as numbers in the log. */
export const vmStates = { collecting: 1, parsing: 2, compilingBytecode: 3, compiling: 4 } as const;

/** Undefined for a line that says nothing we know. */
export function parseLogLine(line: string): LogEvent | undefined {
  const fields = line.split(',');
  switch (fields[0]) {
    case 'code-creation':
      return codeEvent(fields);
    case 'code-source-info': {
      const address = Number(fields[1]);
      const positions = parseSourcePositions(fields[5] ?? '', fields[6] ?? '', fields[7] ?? '');
      return Number.isFinite(address) && positions !== undefined
        ? { kind: 'positions', address, positions }
        : undefined;
    }
    case 'code-move':
      return moveEvent('code', fields);
    case 'sfi-move':
      return moveEvent('function', fields);
    case 'tick':
      return tickEvent(fields);
    case 'code-deopt':
      return deoptEvent(fields);
    default:
      return undefined;
  }
}

function codeEvent(fields: readonly string[]): LogEvent | undefined {
  const [, type, , time, address, size, name, functionAddress, marker] = fields;
  const numbers = { time: Number(time), address: Number(address), size: Number(size) };
  if (type === undefined || name === undefined || !allFinite(numbers)) return undefined;
  return {
    kind: 'code',
    type,
    ...numbers,
    name: unescaped(name),
    functionAddress: functionAddress === undefined ? undefined : Number(functionAddress),
    marker: marker ?? '',
  };
}

function moveEvent(what: 'code' | 'function', fields: readonly string[]): LogEvent | undefined {
  const places = { from: Number(fields[1]), to: Number(fields[2]) };
  return allFinite(places) ? { kind: 'move', what, ...places } : undefined;
}

function tickEvent(fields: readonly string[]): LogEvent | undefined {
  const [, pc, time, isExternal, topOfStack, state, ...stack] = fields;
  const numbers = { pc: Number(pc), time: Number(time), topOfStack: Number(topOfStack), state: Number(state) };
  if (!allFinite(numbers)) return undefined;
  return { kind: 'tick', ...numbers, isExternal: isExternal === '1', stack: stackAddresses(numbers.pc, stack) };
}

/** Some versions write an address as its distance from the one before it: '+0x1f0', '-0x20'. */
function stackAddresses(pc: number, fields: readonly string[]): number[] {
  const addresses: number[] = [];
  let previous = pc;
  for (const field of fields) {
    const sign = field[0] === '+' ? 1 : field[0] === '-' ? -1 : 0;
    const address = sign === 0 ? Number(field) : previous + sign * Number(field.slice(1));
    // 'overflow' stands where the stack was deeper than V8 looks.
    if (!Number.isFinite(address)) continue;
    addresses.push(address);
    previous = address;
  }
  return addresses;
}

function deoptEvent(fields: readonly string[]): LogEvent | undefined {
  const [, time, , , , , how, places, reason] = fields;
  const at = Number(time);
  if (how === undefined || places === undefined || reason === undefined || !Number.isFinite(at)) return undefined;
  return { kind: 'deopt', time: at, how, places: parsePlaces(unescaped(places)), reason: unescaped(reason) };
}

function parsePlaces(text: string): Place[] {
  return [...text.matchAll(/<([^<>]*):(\d+):(\d+)>/g)].map((match) => ({
    url: match[1] ?? '',
    line: Number(match[2]),
    column: Number(match[3]),
  }));
}

/** The log is ASCII; commas, line ends and everything else are written as escapes. */
function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replaceAll(/\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|(n)|(\\))/g, (_, byte, unit, lineEnd) =>
    byte !== undefined || unit !== undefined
      ? String.fromCharCode(Number.parseInt((byte ?? unit) as string, 16))
      : lineEnd !== undefined
        ? '\n'
        : '\\',
  );
}

function allFinite(numbers: Readonly<Record<string, number>>): boolean {
  return Object.values(numbers).every(Number.isFinite);
}
