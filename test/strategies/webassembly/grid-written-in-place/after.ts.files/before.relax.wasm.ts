// relaxKernel: relax of before.ts as a WebAssembly module of 1949 bytes, made by Speedlens. The source is relax itself,
// which also does what the kernel cannot. When relax changes, make this file anew:
//   speedlens bench before.ts#relax --strategies webassembly --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.
// Its loops use vectors of two numbers (Node 16.4, Chrome 91, Firefox 89, Safari 16.4); without them the original does the work.

const bytes =
  'AGFzbQEAAAABFANgBX9/f39/AX9gA39/fwF/YAAAAwQDAAECBQMBAAEGBgF/AUEICwcjBANydW4AAAZtZW1vcnkCAAhhbGxvY2F0' +
  'ZQABBXJlc2V0AAIKxA4Dww0FLX8BeyN/AXsEf0EAIQUCQCAFIARIRQ0AA0ACQEEBIQYCQCAGIAJBAWtIRQ0AA0ACQCAGIgkgAk8E' +
  'QAALIAMhCCAAIAkgCGxBA3RqIQdBASEKAkAgCiAIQQFrSEUNACAGQQFrIg0gAk8EQAALIAMhDCAAIA0gDGxBA3RqIQsgBkEBaiIQ' +
  'IAJPBEAACyADIQ8gACAQIA9sQQN0aiEOAkACQCAIQQFrGkEBRQ0AIAhBAWtBAWtBAWogCEhFDQAMAQsACwJAAkAgCEEBaxpBAUUN' +
  'ACAIQQFrQQFrIAxIRQ0ADAELAAsCQAJAIAhBAWsaQQFFDQAgCEEBa0EBayAPSEUNAAwBCwALIAhBA2siEUEAIBFBAEobIREgDEED' +
  'ayISQQAgEkEAShshEiAPQQNrIhNBACATQQBKGyETAkADQCAKQQNqIAhBAWtODQFBACAKIhUgEk8EQAALIAsgFUEDdGohFiAWIAoi' +
  'FyARTwRAAAsgByAXQQN0aiEYIBhrIhRBH2pBP0kgFEEAR3FyIAoiGiATTwRAAAsgDiAaQQN0aiEbIBsgCiIcIBFPBEAACyAHIBxB' +
  'A3RqIR0gHWsiGUEfakE/SSAZQQBHcXIgCkEBayIfIBFPBEAACyAHIB9BA3RqISAgICAKIiEgEU8EQAALIAcgIUEDdGohIiAiayIe' +
  'QR9qQT9JIB5BAEdxciAKQQFqIiQgEU8EQAALIAcgJEEDdGohJSAlIAoiJiARTwRAAAsgByAmQQN0aiEnICdrIiNBH2pBP0kgI0EA' +
  'R3FyBEACQCAHIApBA3RqIAsgCkEDdGorAwAgDiAKQQN0aisDAKAgCkEBayEoIAcgKEEDdGorAwCgIApBAWohKSAHIClBA3RqKwMA' +
  'oEQAAAAAAADQP6I5AwALIApBAWohCgwBCyAKIiogEk8EQAALIAsgKkEDdGohKyAKIiwgE08EQAALIA4gLEEDdGohLSAKQQFrIi4g' +
  'EU8EQAALIAcgLkEDdGohLyAKQQFqIjAgEU8EQAALIAcgMEEDdGohMUQAAAAAAAAQQP0UITIgCiIzIBFPBEAACyAHIDNBA3RqITQg' +
  'NCAr/QADACAt/QADAP3wASAv/QADAP3wASAx/QADAP3wASAy/fMB/QsDACA0ICv9AAMQIC39AAMQ/fABIC/9AAMQ/fABIDH9AAMQ' +
  '/fABIDL98wH9CwMQAkALIApBAWohCgJACyAKQQFqIQoCQAsgCkEBaiEKAkALIApBAWohCgwACwsgCEEBayI1QQAgNUEAShshNSAM' +
  'QQFrIjZBACA2QQBKGyE2IA9BAWsiN0EAIDdBAEobITcCQANAIApBAWogCEEBa04NAUEAIAoiOSA2TwRAAAsgCyA5QQN0aiE6IDog' +
  'CiI7IDVPBEAACyAHIDtBA3RqITwgPGsiOEEPakEfSSA4QQBHcXIgCiI+IDdPBEAACyAOID5BA3RqIT8gPyAKIkAgNU8EQAALIAcg' +
  'QEEDdGohQSBBayI9QQ9qQR9JID1BAEdxciAKQQFrIkMgNU8EQAALIAcgQ0EDdGohRCBEIAoiRSA1TwRAAAsgByBFQQN0aiFGIEZr' +
  'IkJBD2pBH0kgQkEAR3FyIApBAWoiSCA1TwRAAAsgByBIQQN0aiFJIEkgCiJKIDVPBEAACyAHIEpBA3RqIUsgS2siR0EPakEfSSBH' +
  'QQBHcXIEQAJAIAcgCkEDdGogCyAKQQN0aisDACAOIApBA3RqKwMAoCAKQQFrIUwgByBMQQN0aisDAKAgCkEBaiFNIAcgTUEDdGor' +
  'AwCgRAAAAAAAANA/ojkDAAsgCkEBaiEKDAELIAoiTiA2TwRAAAsgCyBOQQN0aiFPIAoiUCA3TwRAAAsgDiBQQQN0aiFRIApBAWsi' +
  'UiA1TwRAAAsgByBSQQN0aiFTIApBAWoiVCA1TwRAAAsgByBUQQN0aiFVRAAAAAAAABBA/RQhViAKIlcgNU8EQAALIAcgV0EDdGoh' +
  'WCBYIE/9AAMAIFH9AAMA/fABIFP9AAMA/fABIFX9AAMA/fABIFb98wH9CwMAAkALIApBAWohCgJACyAKQQFqIQoMAAsLIAogCEEB' +
  'a0hFDQADQAJAIAcgCkEDdGogCyAKQQN0aisDACAOIApBA3RqKwMAoCAKQQFrIVkgByBZQQN0aisDAKAgCkEBaiFaIAcgWkEDdGor' +
  'AwCgRAAAAAAAANA/ojkDAAsgCkEBaiEKIAogCEEBa0gNAAsLCyAGQQFqIQYgBiACQQFrSA0ACwsLIAVBAWohBSAFIARIDQALCyAA' +
  'QQhrIAI2AgAgAEEEayADNgIAIAAPAAt2AQJ/IABBgICAwABLBEAACyMAQQhqIgMgACABdGpBB2pBeHEiBEGAgICABEsEQAALIAQ/' +
  'AEEQdEsEQCAEPwBBEHRrQf//A2pBEHZAAEF/RgRAAAsLIAQkACADQQhrIAA2AgAgAgRAIANBACAAIAF0/AsACyADCwYAQQgkAAs=';

interface Kernel {
  run(grid: number, gridLength: number, gridRows: number, gridColumns: number, rounds: number): number;
  readonly memory: { readonly buffer: ArrayBuffer };
  reset(): void;
  /** The address of a new array: its length, the logarithm of the size of an element, whether it has to be cleared. */
  allocate(length: number, shift: number, clear: number): number;
}

const kernel = load();

function load(): Kernel | undefined {
  try {
    const module = new WebAssembly.Module(Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0)));
    const instance = new WebAssembly.Instance(module, {});
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
export function relaxKernel(grid: number[][], rounds: number): number[][] | undefined {
  if (kernel === undefined || !Array.isArray(grid) || !isInteger(rounds)) return undefined;
  if (new Set(grid).size !== grid.length) return undefined;
  if (grid.some((row) => Object.isFrozen(row))) return undefined;
  try {
    kernel.reset();
    const gridColumns = grid[0]?.length ?? 0;
    const gridAddress = kernel.allocate(grid.length * gridColumns, 3, 0);
    const gridView = new Float64Array(kernel.memory.buffer, gridAddress, grid.length * gridColumns);
    for (let i = 0; i < grid.length; i++) {
      const row: unknown = grid[i];
      if (!Array.isArray(row) || row.length !== gridColumns) return undefined;
      for (let j = 0; j < gridColumns; j++) {
        const value: unknown = row[j];
        if (typeof value !== 'number') return undefined;
        gridView[i * gridColumns + j] = value;
      }
    }
    const result = kernel.run(gridAddress, grid.length * gridColumns, grid.length, gridColumns, rounds);
    const gridAfter = new Float64Array(kernel.memory.buffer, gridAddress, grid.length * gridColumns);
    grid.forEach((row, i) => {
      for (let j = 0; j < gridColumns; j++) row[j] = gridAfter[i * gridColumns + j] as number;
    });
    if (result === gridAddress) return grid;
    const [rows, columns] = new Uint32Array(kernel.memory.buffer, result - 8, 2) as unknown as [number, number];
    const view = new Float64Array(kernel.memory.buffer, result, rows * columns);
    const table = new Array<number[]>(rows);
    for (let i = 0; i < rows; i++) {
      const row = new Array<number>(columns);
      for (let j = 0; j < columns; j++) row[j] = view[i * columns + j] as number;
      table[i] = row;
    }
    return table;
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
