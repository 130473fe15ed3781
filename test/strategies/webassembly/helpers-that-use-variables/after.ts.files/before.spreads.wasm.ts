// spreadsKernel: spreads of before.ts as a WebAssembly module of 2158 bytes, made by Speedlens. The source is spreads itself,
// which also does what the kernel cannot. When spreads changes, take away this file and what before.ts says of spreadsKernel, and make them anew:
//   speedlens bench before.ts#spreads --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.
// Its loops use vectors of two numbers (Node 16.4, Chrome 91, Firefox 89, Safari 16.4); without them the original does the work.

const bytes =
  'AGFzbQEAAAABWApgAnx8AXxgCH9/f39/f39/AX9gBX98f39/AX9gBnx8f39/fwBgCH98f39/f398AXxgCXx8f39/f3x8fwF8YAV/' +
  'fH9/fwF8YAN8fH8BfGADf39/AX9gAAACDwEBbQlyZW1haW5kZXIAAAMLCgECAwQFBgcIAAkFAwEAAQYGAX8BQQgLByMEA3J1bgAB' +
  'Bm1lbW9yeQIACGFsbG9jYXRlAAgFcmVzZXQACgq5DwrvCQUUfwF8AX8CfAR/IAEhCSAJQQNBARAIIQhBACEKAkAgCiAJSEUNACAJ' +
  'QQFrIAFIBEAFAAsgCUEHayILQQAgC0EAShshCyABQQdrIgxBACAMQQBKGyEMAkADQCAKQQdqIAlODQEgCiENIAAgDUEDdGohDiAK' +
  'IQ8gCCAPQQN0aiEQIBAgDv0AAwD9CwMAIBAgDv0AAxD9CwMQIBAgDv0AAyD9CwMgIBAgDv0AAzD9CwMwAkALIApBAWohCgJACyAK' +
  'QQFqIQoCQAsgCkEBaiEKAkALIApBAWohCgJACyAKQQFqIQoCQAsgCkEBaiEKAkALIApBAWohCgJACyAKQQFqIQoMAAsLIAlBAWsi' +
  'EUEAIBFBAEobIREgAUEBayISQQAgEkEAShshEgJAA0AgCkEBaiAJTg0BIAohEyAAIBNBA3RqIRQgCiEVIAggFUEDdGohFiAWIBT9' +
  'AAMA/QsDAAJACyAKQQFqIQoCQAsgCkEBaiEKDAALCyAKIAlIRQ0AA0ACQCAIIApBA3RqIAAgCkEDdGorAwA5AwALIApBAWohCiAK' +
  'IAlIDQALCyAIIRcgCSEYIAEhGSAZIRsgG0EAQQEQCCEaRAAAAAAAAOA/IRxBACEdAkAgHSAHSEUNAANAAkBEAAAAAAAA8D8gHUEB' +
  'arejIR4gHkQAAAAAAADgP6IhHEQAAAAAAAAAACEfAkAgHyAGt6IgAbdjRQ0AA0ACQEEAISACQCAgIAZIRQ0AA0ACQAJAICAgHyAG' +
  'IAAgARACDQAMAQsgHyAGt6IgILegICAgHyAGIAAgASAXIBggHBAEIB8gBLcQCSAgt0EAISECQAJAICEaQQFFDQAgIUEATkUNACAh' +
  'IARIRQ0ADAELAAsgBbcQCSACIAMgBCAFIB4gHCAHEAWgIBcgGCAaIBsQAwsgIEEBaiEgICAgBkgNAAsLCyAfRAAAAAAAAPA/oCEf' +
  'IB8gBreiIAG3Yw0ACwsLIB1BAWohHSAdIAdIDQALC0EAISICQCAiIBtBB2tIBEAgIiEjIBogI2ohIwNAAkACQCAjLQAADQAgIiAY' +
  'TwRAAAsgFyAiQQN0akQAAAAAAADwvzkDAAsLICJBAWohIgJAAkAgIy0AAQ0AICIgGE8EQAALIBcgIkEDdGpEAAAAAAAA8L85AwAL' +
  'CyAiQQFqISICQAJAICMtAAINACAiIBhPBEAACyAXICJBA3RqRAAAAAAAAPC/OQMACwsgIkEBaiEiAkACQCAjLQADDQAgIiAYTwRA' +
  'AAsgFyAiQQN0akQAAAAAAADwvzkDAAsLICJBAWohIgJAAkAgIy0ABA0AICIgGE8EQAALIBcgIkEDdGpEAAAAAAAA8L85AwALCyAi' +
  'QQFqISICQAJAICMtAAUNACAiIBhPBEAACyAXICJBA3RqRAAAAAAAAPC/OQMACwsgIkEBaiEiAkACQCAjLQAGDQAgIiAYTwRAAAsg' +
  'FyAiQQN0akQAAAAAAADwvzkDAAsLICJBAWohIgJAAkAgIy0ABw0AICIgGE8EQAALIBcgIkEDdGpEAAAAAAAA8L85AwALCyAiQQFq' +
  'ISIgI0EIaiEjICIgG0EHa0gNAAsLICIgG0hFDQADQAJAAkAgGiAiai0AAA0AICIgGE8EQAALIBcgIkEDdGpEAAAAAAAA8L85AwAL' +
  'CyAiQQFqISIgIiAbSA0ACwsgFw8ACzoAIABBAE4EfyABRAAAAAAAAAAAZgVBAAsEfyAAIAJIBUEACwR/IAEgAreiIAC3oCAEt2MF' +
  'QQALDwALXQUBfwF8An8BfAF/IAAiB/wDIgi4IAdiBEAACyAIIQYgBiADTwRAAAsgAiAGQQN0aiABOQMAIAAiCvwDIgu4IApiBEAA' +
  'CyALIQkgCSAFTwRAAAsgBCAJakEBOgAAC5gBAgF8AX9EAAAAAAAAAAAhCEF/IQkgAEF/aiABIAIgAyAEEAIEQCAIIABBf2ogASAF' +
  'IAYgAhAGIAeioCEICyAAQQBqIAEgAiADIAQQAgRAIAggAEEAaiABIAUgBiACEAYgB6KgIQgLIABBAWogASACIAMgBBACBEAgCCAA' +
  'QQFqIAEgBSAGIAIQBiAHoqAhCAtBAiEJIAgPAAtpBQJ/AXwCfwF8AX8gACIL/AMiDLggC2IEQAALIAwhCiAKIARPBEAACyABIg78' +
  'AyIPuCAOYgRAAAsgDyENIA0gBU8EQAALIAogBWwgDWohCSACIAlBA3RqKwMAIAaiIAEgByAIEAegDwALOgMBfwF8AX8gASAEt6Ig' +
  'ALegIgb8AyIHuCAGYgRAAAsgByEFIAUgA08EQAALIAIgBUEDdGorAwAPAAsrAQF8IABEAAAAAAAA4D+iIgMgA52hRAAAAAAAAAAA' +
  'YQR8IAEFIAK3Cw8AC3YBAn8gAEGAgIDAAEsEQAALIwBBCGoiAyAAIAF0akEHakF4cSIEQYCAgIAESwRAAAsgBD8AQRB0SwRAIAQ/' +
  'AEEQdGtB//8DakEQdkAAQX9GBEAACwsgBCQAIANBCGsgADYCACACBEAgA0EAIAAgAXT8CwALIAMLRAAgAJ0gAGEgAJlEAAAAAAAA' +
  'QENjcSABnSABYSABmUQAAAAAAABAQ2NxcQR8IAAgACABo50gAaKhIACmBSAAIAEQAAsLBgBBCCQACw==';

interface Kernel {
  run(cells: number, cellsLength: number, table: number, tableLength: number, tableRows: number, tableColumns: number, width: number, rounds: number): number;
  readonly memory: { readonly buffer: ArrayBuffer };
  reset(): void;
  /** The address of a new array: its length, the logarithm of the size of an element, whether it has to be cleared. */
  allocate(length: number, shift: number, clear: number): number;
}

const kernel = load();

function load(): Kernel | undefined {
  try {
    const module = new WebAssembly.Module(Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0)));
    const instance = new WebAssembly.Instance(module, { m: { remainder: (x: number, y: number) => x % y } });
    return instance.exports as unknown as Kernel;
  } catch {
    // WebAssembly is not allowed here, by a content security policy for example: the original does the work.
    return undefined;
  }
}

/** An integer of at most a billion in size, and not -0: the kernel counts in 32 bits. */
function isInteger(value: unknown): value is number {
  return typeof value === 'number' && Object.is(value | 0, value) && value >= -1e9 && value <= 1e9;
}

/** The result, or undefined when the original has to compute it; nothing has been changed then. */
export function spreadsKernel(cells: readonly number[], table: readonly (readonly number[])[], width: number, rounds: number): number[] | undefined {
  if (kernel === undefined || (cells as object | undefined)?.constructor !== Array || (table as object | undefined)?.constructor !== Array || !isInteger(width) || !isInteger(rounds)) return undefined;
  try {
    kernel.reset();
    const cellsAddress = kernel.allocate(cells.length, 3, 0);
    const cellsView = new Float64Array(kernel.memory.buffer, cellsAddress, cells.length);
    for (let index = 0; index < cells.length; index++) {
      const value: unknown = cells[index];
      if (typeof value !== 'number') return undefined;
      cellsView[index] = value;
    }
    const tableColumns = table[0]?.length ?? 0;
    const tableAddress = kernel.allocate(table.length * tableColumns, 3, 0);
    const tableView = new Float64Array(kernel.memory.buffer, tableAddress, table.length * tableColumns);
    for (let i = 0; i < table.length; i++) {
      const row: unknown = table[i];
      if (!Array.isArray(row) || row.constructor !== Array || row.length !== tableColumns) return undefined;
      for (let j = 0; j < tableColumns; j++) {
        const value: unknown = row[j];
        if (typeof value !== 'number') return undefined;
        tableView[i * tableColumns + j] = value;
      }
    }
    const result = kernel.run(cellsAddress, cells.length, tableAddress, table.length * tableColumns, table.length, tableColumns, width, rounds);
    const length = new Uint32Array(kernel.memory.buffer, result - 8, 1)[0] as number;
    const view = new Float64Array(kernel.memory.buffer, result, length);
    const copy = new Array<number>(length);
    for (let index = 0; index < length; index++) copy[index] = view[index] as number;
    return copy;
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
