// heatSpreadKernel: Heat.spread of before.ts as a WebAssembly module of 646 bytes, made by Speedlens. The source is Heat.spread itself,
// which also does what the kernel cannot. When Heat.spread changes, take away this file and what before.ts says of heatSpreadKernel, and make them anew:
//   speedlens bench before.ts#Heat.spread --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABFANgBX9/f39/AXxgA39/fwF/YAAAAwQDAAECBQMBAAEGBgF/AUEICwcjBANydW4AAAZtZW1vcnkCAAhhbGxvY2F0' +
  'ZQABBXJlc2V0AAIKrQQDrAMNA38BfAF/AXwCfwF8An8BfAJ/AXwCfwF8An9BACEFAkAgBSAASEUNAANAAkBBASEGAkAgBiABQQFr' +
  'SEUNAANAAkBBASEHAkAgByACQQFrSEUNAANAAkAgBrcgAreiIAe3oCEIIAgiCvwDIgu4IApiBEAACyALIQkgCSAETwRAAAsgAyAJ' +
  'QQN0aiAIRAAAAAAAAPA/oSIN/AMiDrggDWIEQAALIA4hDCAMIARPBEAACyADIAxBA3RqKwMAIAhEAAAAAAAA8D+gIhD8AyIRuCAQ' +
  'YgRAAAsgESEPIA8gBE8EQAALIAMgD0EDdGorAwCgIAggArehIhP8AyIUuCATYgRAAAsgFCESIBIgBE8EQAALIAMgEkEDdGorAwCg' +
  'IAggAregIhb8AyIXuCAWYgRAAAsgFyEVIBUgBE8EQAALIAMgFUEDdGorAwCgRAAAAAAAANA/ojkDAAsgB0EBaiEHIAcgAkEBa0gN' +
  'AAsLCyAGQQFqIQYgBiABQQFrSA0ACwsLIAVBAWohBSAFIABIDQALCyACQQFqIRggGCAETwRAAAsgAyAYQQN0aisDAA8AC3YBAn8g' +
  'AEGAgIDAAEsEQAALIwBBCGoiAyAAIAF0akEHakF4cSIEQYCAgIAESwRAAAsgBD8AQRB0SwRAIAQ/AEEQdGtB//8DakEQdkAAQX9G' +
  'BEAACwsgBCQAIANBCGsgADYCACACBEAgA0EAIAAgAXT8CwALIAMLBgBBCCQACw==';

interface Kernel {
  run(rounds: number, height: number, width: number, cells: number, cellsLength: number): number;
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
export function heatSpreadKernel(rounds: number, height: number, width: number, cells: Float64Array): number | undefined {
  if (kernel === undefined || !isInteger(rounds) || !isInteger(height) || !isInteger(width) || !(cells instanceof Float64Array)) return undefined;
  try {
    kernel.reset();
    const cellsAddress = kernel.allocate(cells.length, 3, 0);
    const cellsView = new Float64Array(kernel.memory.buffer, cellsAddress, cells.length);
    cellsView.set(cells);
    const result = kernel.run(rounds, height, width, cellsAddress, cells.length);
    cells.set(new Float64Array(kernel.memory.buffer, cellsAddress, cells.length));
    return result;
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
