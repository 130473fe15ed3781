// leadingVectorKernel: leadingVector of before.ts as a WebAssembly module of 2494 bytes, made by Speedlens. The source is leadingVector itself,
// which also does what the kernel cannot. When leadingVector changes, take away this file and what before.ts says of leadingVectorKernel, and make them anew:
//   speedlens bench before.ts#leadingVector --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABFgNgB39/f39/f38Bf2ADf39/AX9gAAADBAMAAQIFAwEAAQYGAX8BQQgLByMEA3J1bgAABm1lbW9yeQIACGFsbG9j' +
  'YXRlAAEFcmVzZXQAAgrjEgPiETEGfwF8AX8BfAF/AXwBfwF8AX8BfAF/AXwBfwF8AX8BfAF/AXwIfwF8A38BfAF/AXwDfwF8An8C' +
  'fAV/AXwBfwF8AX8BfAF/AXwBfwF8AX8BfAF/AXwBfwF8AX8BfAF/AXwDfyAFIQggCCAJSwRAIAgiCUEDQQAQASEHCyAHQQAgCEED' +
  'dPwLAEEAIQoCQCAKIAhIRQ0AIAhBAWsgBUgEQAUACyAKIAhBB2tIBEAgCiELIAQgC0EDdGohCwNAAkAgCiEMIAsrAwAhDSAMIAhP' +
  'BEAACyAHIAxBA3RqIA05AwALIApBAWohCgJAIAohDiALKwMIIQ8gDiAITwRAAAsgByAOQQN0aiAPOQMACyAKQQFqIQoCQCAKIRAg' +
  'CysDECERIBAgCE8EQAALIAcgEEEDdGogETkDAAsgCkEBaiEKAkAgCiESIAsrAxghEyASIAhPBEAACyAHIBJBA3RqIBM5AwALIApB' +
  'AWohCgJAIAohFCALKwMgIRUgFCAITwRAAAsgByAUQQN0aiAVOQMACyAKQQFqIQoCQCAKIRYgCysDKCEXIBYgCE8EQAALIAcgFkED' +
  'dGogFzkDAAsgCkEBaiEKAkAgCiEYIAsrAzAhGSAYIAhPBEAACyAHIBhBA3RqIBk5AwALIApBAWohCgJAIAohGiALKwM4IRsgGiAI' +
  'TwRAAAsgByAaQQN0aiAbOQMACyAKQQFqIQogC0HAAGohCyAKIAhBB2tIDQALCyAKIAhIRQ0AA0ACQCAKIRwgBCAKQQN0aisDACEd' +
  'IBwgCE8EQAALIAcgHEEDdGogHTkDAAsgCkEBaiEKIAogCEgNAAsLQQAhHgJAIB4gBkhFDQADQAJAIAIhICAgICFLBEAgICIhQQNB' +
  'ABABIR8LIB9BACAgQQN0/AsAQQAhIgJAICIgAkhFDQACQAJAIAIaQQFFDQAgAkEBayAgSEUNAAwBCwALA0ACQCAiIiUgAk8EQAAL' +
  'IAMhJCAAICUgJGxBA3RqISNEAAAAAAAAAAAhJkEAIScCQCAnICRIRQ0AICRBAWsgCEgEQAUACyAnICRBB2tIBEAgJyEoICMgKEED' +
  'dGohKCAnISkgByApQQN0aiEpA0ACQCAoKwMAISogJiAqICkrAwCioCEmCyAnQQFqIScCQCAoKwMIISogJiAqICkrAwiioCEmCyAn' +
  'QQFqIScCQCAoKwMQISogJiAqICkrAxCioCEmCyAnQQFqIScCQCAoKwMYISogJiAqICkrAxiioCEmCyAnQQFqIScCQCAoKwMgISog' +
  'JiAqICkrAyCioCEmCyAnQQFqIScCQCAoKwMoISogJiAqICkrAyiioCEmCyAnQQFqIScCQCAoKwMwISogJiAqICkrAzCioCEmCyAn' +
  'QQFqIScCQCAoKwM4ISogJiAqICkrAziioCEmCyAnQQFqIScgKEHAAGohKCApQcAAaiEpICcgJEEHa0gNAAsLICcgJEhFDQADQAJA' +
  'ICMgJ0EDdGorAwAhKiAmICogByAnQQN0aisDAKKgISYLICdBAWohJyAnICRIDQALCyAiISsgJiEsICsgIE8EQAALIB8gK0EDdGog' +
  'LDkDAAsgIkEBaiEiICIgAkgNAAsLIC0gLyAfIS0gISEvISEhHyAgIS5EAAAAAAAAAAAhMEEAITECQCAxIC5BB2tIBEAgMSEyIC0g' +
  'MkEDdGohMgNAAkAgMisDACEzIDAgMyAzoqAhMAsgMUEBaiExAkAgMisDCCEzIDAgMyAzoqAhMAsgMUEBaiExAkAgMisDECEzIDAg' +
  'MyAzoqAhMAsgMUEBaiExAkAgMisDGCEzIDAgMyAzoqAhMAsgMUEBaiExAkAgMisDICEzIDAgMyAzoqAhMAsgMUEBaiExAkAgMisD' +
  'KCEzIDAgMyAzoqAhMAsgMUEBaiExAkAgMisDMCEzIDAgMyAzoqAhMAsgMUEBaiExAkAgMisDOCEzIDAgMyAzoqAhMAsgMUEBaiEx' +
  'IDJBwABqITIgMSAuQQdrSA0ACwsgMSAuSEUNAANAAkAgLSAxQQN0aisDACEzIDAgMyAzoqAhMAsgMUEBaiExIDEgLkgNAAsLIDCf' +
  'ITQgNEQAAAAAAAAAAGEEQCAtRQRAQQBBAEEAEAEhLQsgLUEIayAuNgIAIC0PCyAuITYgNiA3SwRAIDYiN0EDQQAQASE1CyA1QQAg' +
  'NkEDdPwLAEEAITgCQCA4IC5IRQ0AIC5BAWsgNkgEQAUACyA4IC5BB2tIBEAgOCE5IC0gOUEDdGohOQNAAkAgOSsDACE6IDghOyA6' +
  'IDSjITwgOyA2TwRAAAsgNSA7QQN0aiA8OQMACyA4QQFqITgCQCA5KwMIITogOCE9IDogNKMhPiA9IDZPBEAACyA1ID1BA3RqID45' +
  'AwALIDhBAWohOAJAIDkrAxAhOiA4IT8gOiA0oyFAID8gNk8EQAALIDUgP0EDdGogQDkDAAsgOEEBaiE4AkAgOSsDGCE6IDghQSA6' +
  'IDSjIUIgQSA2TwRAAAsgNSBBQQN0aiBCOQMACyA4QQFqITgCQCA5KwMgITogOCFDIDogNKMhRCBDIDZPBEAACyA1IENBA3RqIEQ5' +
  'AwALIDhBAWohOAJAIDkrAyghOiA4IUUgOiA0oyFGIEUgNk8EQAALIDUgRUEDdGogRjkDAAsgOEEBaiE4AkAgOSsDMCE6IDghRyA6' +
  'IDSjIUggRyA2TwRAAAsgNSBHQQN0aiBIOQMACyA4QQFqITgCQCA5KwM4ITogOCFJIDogNKMhSiBJIDZPBEAACyA1IElBA3RqIEo5' +
  'AwALIDhBAWohOCA5QcAAaiE5IDggLkEHa0gNAAsLIDggLkhFDQADQAJAIC0gOEEDdGorAwAhOiA4IUsgOiA0oyFMIEsgNk8EQAAL' +
  'IDUgS0EDdGogTDkDAAsgOEEBaiE4IDggLkgNAAsLIE0gTyA1IU0gNyFPITchNSA2IU4gByAJIE0hByBPIQkhTyFNIE4hCAsgHkEB' +
  'aiEeIB4gBkgNAAsLIAdFBEBBAEEAQQAQASEHCyAHQQhrIAg2AgAgBw8AC3YBAn8gAEGAgIDAAEsEQAALIwBBCGoiAyAAIAF0akEH' +
  'akF4cSIEQYCAgIAESwRAAAsgBD8AQRB0SwRAIAQ/AEEQdGtB//8DakEQdkAAQX9GBEAACwsgBCQAIANBCGsgADYCACACBEAgA0EA' +
  'IAAgAXT8CwALIAMLBgBBCCQACw==';

interface Kernel {
  run(matrix: number, matrixLength: number, matrixRows: number, matrixColumns: number, start: number, startLength: number, rounds: number): number;
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
export function leadingVectorKernel(matrix: readonly (readonly number[])[], start: readonly number[], rounds: number): number[] | undefined {
  if (kernel === undefined || (matrix as object | undefined)?.constructor !== Array || (start as object | undefined)?.constructor !== Array || !isInteger(rounds)) return undefined;
  try {
    kernel.reset();
    const matrixColumns = matrix[0]?.length ?? 0;
    const matrixAddress = kernel.allocate(matrix.length * matrixColumns, 3, 0);
    const matrixView = new Float64Array(kernel.memory.buffer, matrixAddress, matrix.length * matrixColumns);
    for (let i = 0; i < matrix.length; i++) {
      const row: unknown = matrix[i];
      if (!Array.isArray(row) || row.constructor !== Array || row.length !== matrixColumns) return undefined;
      for (let j = 0; j < matrixColumns; j++) {
        const value: unknown = row[j];
        if (typeof value !== 'number') return undefined;
        matrixView[i * matrixColumns + j] = value;
      }
    }
    const startAddress = kernel.allocate(start.length, 3, 0);
    const startView = new Float64Array(kernel.memory.buffer, startAddress, start.length);
    for (let index = 0; index < start.length; index++) {
      const value: unknown = start[index];
      if (typeof value !== 'number') return undefined;
      startView[index] = value;
    }
    const result = kernel.run(matrixAddress, matrix.length * matrixColumns, matrix.length, matrixColumns, startAddress, start.length, rounds);
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
