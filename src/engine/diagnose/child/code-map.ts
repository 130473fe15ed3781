// What lies at an address: the code that V8 says it put there last. Addresses are used again after collections, and code moves.
import type { LogEvent } from './code-log.ts';
import type { SourcePositions } from './source-positions.ts';

export type Tier = 'interpreter' | 'baseline' | 'maglev' | 'turbofan';

export interface Code {
  readonly kind: 'function' | 'builtin' | 'bytecode-handler' | 'other';
  /** Of the function or builtin; empty for anonymous ones. */
  readonly name: string;
  /** Address of the script; empty for what has none. */
  readonly url: string;
  readonly tier: Tier;
  readonly address: number;
  readonly size: number;
  positions: SourcePositions | undefined;
}

/** A function of a script, whatever its code. */
export type NamedFunction = Pick<Code, 'name' | 'url'>;

export class CodeMap {
  /** Ascending by address, not overlapping. */
  readonly #codes: Code[] = [];
  readonly #functions = new Map<number, NamedFunction>();

  note(event: Extract<LogEvent, { kind: 'code' | 'positions' | 'move' }>): void {
    if (event.kind === 'code') {
      const code = codeOf(event);
      this.#put(code);
      if (event.functionAddress !== undefined && code.kind === 'function')
        this.#functions.set(event.functionAddress, { name: code.name, url: code.url });
    } else if (event.kind === 'positions') {
      const code = this.at(event.address);
      if (code?.address === event.address) code.positions = event.positions;
    } else if (event.what === 'code') {
      const code = this.at(event.from);
      if (code?.address === event.from) {
        this.#codes.splice(this.#codes.indexOf(code), 1);
        this.#put({ ...code, address: event.to });
      }
    } else {
      const moved = this.#functions.get(event.from);
      if (moved === undefined) return;
      this.#functions.delete(event.from);
      this.#functions.set(event.to, moved);
    }
  }

  at(address: number): Code | undefined {
    const code = this.#codes[this.#firstAfter(address) - 1];
    return code !== undefined && address < code.address + code.size ? code : undefined;
  }

  functionAt(address: number): NamedFunction | undefined {
    return this.#functions.get(address);
  }

  #put(code: Code): void {
    const end = this.#firstAfter(code.address + code.size - 1);
    let start = end;
    for (let before = this.#codes[start - 1]; before !== undefined; before = this.#codes[start - 1]) {
      if (before.address + before.size <= code.address) break;
      start--;
    }
    this.#codes.splice(start, end - start, code);
  }

  /** Index of the first code that begins after the address. */
  #firstAfter(address: number): number {
    let low = 0;
    let high = this.#codes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#codes[middle]?.address ?? 0) <= address) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const TIERS: Readonly<Record<string, Tier>> = { '^': 'baseline', '+': 'maglev', '*': 'turbofan' };

function codeOf({ type, name, marker, address, size }: Extract<LogEvent, { kind: 'code' }>): Code {
  const base = {
    address,
    size: Math.max(1, size),
    tier: TIERS[marker[0] ?? ''] ?? 'interpreter',
    positions: undefined,
  };
  switch (type) {
    case 'Builtin':
      return { ...base, kind: 'builtin', name, url: '' };
    case 'BytecodeHandler':
      return { ...base, kind: 'bytecode-handler', name, url: '' };
    case 'JS':
    case 'Script':
    case 'Eval':
    case 'Function':
    case 'LazyCompile': {
      const [, own = '', url = ''] = /^(.*?) ?(\S*?)(?::\d+:\d+)?$/.exec(name) ?? [];
      return { ...base, kind: 'function', name: own, url };
    }
    default:
      return { ...base, kind: 'other', name, url: '' };
  }
}
