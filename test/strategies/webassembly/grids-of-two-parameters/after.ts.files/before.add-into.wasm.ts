// addIntoKernel: addInto of before.ts as a WebAssembly module of 1189 bytes, made by Speedlens. The source is addInto itself,
// which also does what the kernel cannot. When addInto changes, take away this file and what before.ts says of addIntoKernel, and make them anew:
//   speedlens bench before.ts#addInto --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.
// Its loops use vectors of two numbers (Node 16.4, Chrome 91, Firefox 89, Safari 16.4); without them the original does the work.

const bytes =
  'AGFzbQEAAAABGQNgC39/f39/f39/f39/AGADf39/AX9gAAADBAMAAQIFAwEAAQYGAX8BQQgLByMEA3J1bgAABm1lbW9yeQIACGFs' +
  'bG9jYXRlAAEFcmVzZXQAAgrHCAPGBwEdf0EAIQsCQCALIApIRQ0AA0ACQEEAIQwCQCAMIAZIRQ0AA0ACQEEAIQ0CQCANIAwhDgJA' +
  'AkAgDhpBAUUNACAOQQBORQ0AIA4gBkhFDQAMAQsACyAHSEUNACAMIhEgAk8EQAALIAMhECAAIBEgEGxBA3RqIQ8gDCIUIAZPBEAA' +
  'CyAHIRMgBCAUIBNsQQN0aiESIBBBB2siFUEAIBVBAEobIRUgE0EHayIWQQAgFkEAShshFiAJQQdrIhdBACAXQQBKGyEXAkADQCAN' +
  'QQdqIAwhDgJAAkAgDhpBAUUNACAOQQBORQ0AIA4gBkhFDQAMAQsACyAHTg0BIA0hGCANIhkgFU8EQAALIA8gGUEDdGohGiANIhsg' +
  'Fk8EQAALIBIgG0EDdGohHCANIh0gF08EQAALIAggHUEDdGohHiAaIBr9AAMAIBz9AAMAIB79AAMA/fIB/fAB/QsDACAaIBr9AAMQ' +
  'IBz9AAMQIB79AAMQ/fIB/fAB/QsDECAaIBr9AAMgIBz9AAMgIB79AAMg/fIB/fAB/QsDICAaIBr9AAMwIBz9AAMwIB79AAMw/fIB' +
  '/fAB/QsDMAJACyANQQFqIQ0CQAsgDUEBaiENAkALIA1BAWohDQJACyANQQFqIQ0CQAsgDUEBaiENAkALIA1BAWohDQJACyANQQFq' +
  'IQ0CQAsgDUEBaiENDAALCyAQQQFrIh9BACAfQQBKGyEfIBNBAWsiIEEAICBBAEobISAgCUEBayIhQQAgIUEAShshIQJAA0AgDUEB' +
  'aiAMIQ4CQAJAIA4aQQFFDQAgDkEATkUNACAOIAZIRQ0ADAELAAsgB04NASANIRggDSIiIB9PBEAACyAPICJBA3RqISMgDSIkICBP' +
  'BEAACyASICRBA3RqISUgDSImICFPBEAACyAIICZBA3RqIScgIyAj/QADACAl/QADACAn/QADAP3yAf3wAf0LAwACQAsgDUEBaiEN' +
  'AkALIA1BAWohDQwACwsgDSAMIQ4CQAJAIA4aQQFFDQAgDkEATkUNACAOIAZIRQ0ADAELAAsgB0hFDQADQAJAIA0hGCAYIBBPBEAA' +
  'CyAPIBhBA3RqIBggEE8EQAALIA8gGEEDdGorAwAgDSATTwRAAAsgEiANQQN0aisDACANIAlPBEAACyAIIA1BA3RqKwMAoqA5AwAL' +
  'IA1BAWohDSANIAwhDgJAAkAgDhpBAUUNACAOQQBORQ0AIA4gBkhFDQAMAQsACyAHSA0ACwsLIAxBAWohDCAMIAZIDQALCwsgC0EB' +
  'aiELIAsgCkgNAAsLC3YBAn8gAEGAgIDAAEsEQAALIwBBCGoiAyAAIAF0akEHakF4cSIEQYCAgIAESwRAAAsgBD8AQRB0SwRAIAQ/' +
  'AEEQdGtB//8DakEQdkAAQX9GBEAACwsgBCQAIANBCGsgADYCACACBEAgA0EAIAAgAXT8CwALIAMLBgBBCCQACw==';

interface Kernel {
  run(sum: number, sumLength: number, sumRows: number, sumColumns: number, grid: number, gridLength: number, gridRows: number, gridColumns: number, weights: number, weightsLength: number, times: number): void;
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

/** Whether it has been done. If not, nothing has been changed, and the original has to do it. */
export function addIntoKernel(sum: number[][], grid: readonly (readonly number[])[], weights: readonly number[], times: number): boolean {
  if (kernel === undefined || !Array.isArray(sum) || !Array.isArray(grid) || !Array.isArray(weights) || !isInteger(times)) return false;
  if (sum.some((row) => grid.includes(row))) return false;
  if (sum.includes(weights)) return false;
  if (new Set(sum).size !== sum.length) return false;
  if (sum.some((row) => Object.isFrozen(row))) return false;
  try {
    kernel.reset();
    const sumColumns = sum[0]?.length ?? 0;
    const sumAddress = kernel.allocate(sum.length * sumColumns, 3, 0);
    const sumView = new Float64Array(kernel.memory.buffer, sumAddress, sum.length * sumColumns);
    for (let i = 0; i < sum.length; i++) {
      const row: unknown = sum[i];
      if (!Array.isArray(row) || row.length !== sumColumns) return false;
      for (let j = 0; j < sumColumns; j++) {
        const value: unknown = row[j];
        if (typeof value !== 'number') return false;
        sumView[i * sumColumns + j] = value;
      }
    }
    const gridColumns = grid[0]?.length ?? 0;
    const gridAddress = kernel.allocate(grid.length * gridColumns, 3, 0);
    const gridView = new Float64Array(kernel.memory.buffer, gridAddress, grid.length * gridColumns);
    for (let i = 0; i < grid.length; i++) {
      const row: unknown = grid[i];
      if (!Array.isArray(row) || row.length !== gridColumns) return false;
      for (let j = 0; j < gridColumns; j++) {
        const value: unknown = row[j];
        if (typeof value !== 'number') return false;
        gridView[i * gridColumns + j] = value;
      }
    }
    const weightsAddress = kernel.allocate(weights.length, 3, 0);
    const weightsView = new Float64Array(kernel.memory.buffer, weightsAddress, weights.length);
    for (let index = 0; index < weights.length; index++) {
      const value: unknown = weights[index];
      if (typeof value !== 'number') return false;
      weightsView[index] = value;
    }
    kernel.run(sumAddress, sum.length * sumColumns, sum.length, sumColumns, gridAddress, grid.length * gridColumns, grid.length, gridColumns, weightsAddress, weights.length, times);
    const sumAfter = new Float64Array(kernel.memory.buffer, sumAddress, sum.length * sumColumns);
    sum.forEach((row, i) => {
      for (let j = 0; j < sumColumns; j++) row[j] = sumAfter[i * sumColumns + j] as number;
    });
    return true;
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return false;
  }
}
