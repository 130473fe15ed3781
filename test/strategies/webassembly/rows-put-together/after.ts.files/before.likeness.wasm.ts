// likenessKernel: likeness of before.ts as a WebAssembly module of 2519 bytes, made by Speedlens. The source is likeness itself,
// which also does what the kernel cannot. When likeness changes, take away this file and what before.ts says of likenessKernel, and make them anew:
//   speedlens bench before.ts#likeness --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABFQNgBn9/f39/fwF8YAN/f38Bf2AAAAMEAwABAgUDAQABBgYBfwFBCAsHIwQDcnVuAAAGbWVtb3J5AgAIYWxsb2Nh' +
  'dGUAAQVyZXNldAACCv0SA/wRGw1/AXwCfwF8AX8BfAF/AXwBfwF8AX8BfAF/AXwBfwF8AX8BfAF/AXwBfwF8An8CfAl/AXwLfyMA' +
  'IQZBACEIQQAhCUEAIQpBACELAkAgCyACSEUNAAJAAkAgAhpBAUUNACACQQFrIAVIRQ0ADAELAAsDQAJAIAsiDiACTwRAAAsgAyEN' +
  'IAAgDiANbEEDdGohDEEAIRBBACERAkAgESANQQdrSARAIBEhEiAMIBJBA3RqIRIDQAJAIBIrAwAhEyAQIBRGBEAgFEEBdEEQaiEU' +
  'IA8hFSAUQQNBABABIg8gFSAQQQN0/AoAAAsgDyAQQQN0aiATOQMAIBBBAWohEAsgEUEBaiERAkAgEisDCCEWIBAgFEYEQCAUQQF0' +
  'QRBqIRQgDyEXIBRBA0EAEAEiDyAXIBBBA3T8CgAACyAPIBBBA3RqIBY5AwAgEEEBaiEQCyARQQFqIRECQCASKwMQIRggECAURgRA' +
  'IBRBAXRBEGohFCAPIRkgFEEDQQAQASIPIBkgEEEDdPwKAAALIA8gEEEDdGogGDkDACAQQQFqIRALIBFBAWohEQJAIBIrAxghGiAQ' +
  'IBRGBEAgFEEBdEEQaiEUIA8hGyAUQQNBABABIg8gGyAQQQN0/AoAAAsgDyAQQQN0aiAaOQMAIBBBAWohEAsgEUEBaiERAkAgEisD' +
  'ICEcIBAgFEYEQCAUQQF0QRBqIRQgDyEdIBRBA0EAEAEiDyAdIBBBA3T8CgAACyAPIBBBA3RqIBw5AwAgEEEBaiEQCyARQQFqIREC' +
  'QCASKwMoIR4gECAURgRAIBRBAXRBEGohFCAPIR8gFEEDQQAQASIPIB8gEEEDdPwKAAALIA8gEEEDdGogHjkDACAQQQFqIRALIBFB' +
  'AWohEQJAIBIrAzAhICAQIBRGBEAgFEEBdEEQaiEUIA8hISAUQQNBABABIg8gISAQQQN0/AoAAAsgDyAQQQN0aiAgOQMAIBBBAWoh' +
  'EAsgEUEBaiERAkAgEisDOCEiIBAgFEYEQCAUQQF0QRBqIRQgDyEjIBRBA0EAEAEiDyAjIBBBA3T8CgAACyAPIBBBA3RqICI5AwAg' +
  'EEEBaiEQCyARQQFqIREgEkHAAGohEiARIA1BB2tIDQALCyARIA1IRQ0AA0ACQCAMIBFBA3RqKwMAISQgECAURgRAIBRBAXRBEGoh' +
  'FCAPISUgFEEDQQAQASIPICUgEEEDdPwKAAALIA8gEEEDdGogJDkDACAQQQFqIRALIBFBAWohESARIA1IDQALCyAEIAtBA3RqKwMA' +
  'ISYgECAURgRAIBRBAXRBEGohFCAPIScgFEEDQQAQASIPICcgEEEDdPwKAAALIA8gEEEDdGogJjkDACAQQQFqIRBEAAAAAAAAAAAh' +
  'KEEAISkCQCApIA1BB2tIBEAgKSEqIAwgKkEDdGohKgNAAkAgKisDACErICtEAAAAAAAA8D9kBEAgKEQAAAAAAADwP6AhKAsLIClB' +
  'AWohKQJAICorAwghKyArRAAAAAAAAPA/ZARAIChEAAAAAAAA8D+gISgLCyApQQFqISkCQCAqKwMQISsgK0QAAAAAAADwP2QEQCAo' +
  'RAAAAAAAAPA/oCEoCwsgKUEBaiEpAkAgKisDGCErICtEAAAAAAAA8D9kBEAgKEQAAAAAAADwP6AhKAsLIClBAWohKQJAICorAyAh' +
  'KyArRAAAAAAAAPA/ZARAIChEAAAAAAAA8D+gISgLCyApQQFqISkCQCAqKwMoISsgK0QAAAAAAADwP2QEQCAoRAAAAAAAAPA/oCEo' +
  'CwsgKUEBaiEpAkAgKisDMCErICtEAAAAAAAA8D9kBEAgKEQAAAAAAADwP6AhKAsLIClBAWohKQJAICorAzghKyArRAAAAAAAAPA/' +
  'ZARAIChEAAAAAAAA8D+gISgLCyApQQFqISkgKkHAAGohKiApIA1BB2tIDQALCyApIA1IRQ0AA0ACQCAMIClBA3RqKwMAISsgK0QA' +
  'AAAAAADwP2QEQCAoRAAAAAAAAPA/oCEoCwsgKUEBaiEpICkgDUgNAAsLICghLCAQIBRGBEAgFEEBdEEQaiEUIA8hLSAUQQNBABAB' +
  'Ig8gLSAQQQN0/AoAAAsgDyAQQQN0aiAsOQMAIBBBAWohECAuIDAgDyEuIBQhMCEUIQ8gECEvIAi3IAm3IAq3omEEQAUACyAJQQBG' +
  'BEAgLyEKBSAKIC9GBEAFAAsLIAggL2oiMiAxSwRAIDIgMUEBdCIxIDIgMUsbITEgByEzIDFBA0EAEAEiByAzIAhBA3T8CgAACyAH' +
  'IAhBA3RqIC4gL0EDdPwKAAAgMiEIIAlBgICAwABIBEAFAAsgCUEBaiEJCyALQQFqIQsgCyACSA0ACwsgCLcgCbcgCreiYQRABQAL' +
  'IAchNCAIITVEAAAAAAAAAAAhNkEAITcCQCA3IAlIRQ0AA0ACQCA3IjogCU8EQAALIAohOSA0IDogOWxBA3RqIThBACE7AkAgOyAJ' +
  'SEUNAANAAkAgOyI+IAlPBEAACyAKIT0gNCA+ID1sQQN0aiE8QQAhPwJAID8gOUhFDQAgOUEBayA9SARABQALID8gOUEHa0gEQCA/' +
  'IUAgOCBAQQN0aiFAID8hQSA8IEFBA3RqIUEDQAJAIDYgQCsDACBBKwMAoqAhNgsgP0EBaiE/AkAgNiBAKwMIIEErAwiioCE2CyA/' +
  'QQFqIT8CQCA2IEArAxAgQSsDEKKgITYLID9BAWohPwJAIDYgQCsDGCBBKwMYoqAhNgsgP0EBaiE/AkAgNiBAKwMgIEErAyCioCE2' +
  'CyA/QQFqIT8CQCA2IEArAyggQSsDKKKgITYLID9BAWohPwJAIDYgQCsDMCBBKwMwoqAhNgsgP0EBaiE/AkAgNiBAKwM4IEErAzii' +
  'oCE2CyA/QQFqIT8gQEHAAGohQCBBQcAAaiFBID8gOUEHa0gNAAsLID8gOUhFDQADQAJAIDYgOCA/QQN0aisDACA8ID9BA3RqKwMA' +
  'oqAhNgsgP0EBaiE/ID8gOUgNAAsLCyA7QQFqITsgOyAJSA0ACwsLIDdBAWohNyA3IAlIDQALCyA2IAYkAA8gBiQAAAt2AQJ/IABB' +
  'gICAwABLBEAACyMAQQhqIgMgACABdGpBB2pBeHEiBEGAgICABEsEQAALIAQ/AEEQdEsEQCAEPwBBEHRrQf//A2pBEHZAAEF/RgRA' +
  'AAsLIAQkACADQQhrIAA2AgAgAgRAIANBACAAIAF0/AsACyADCwYAQQgkAAs=';

interface Kernel {
  run(rows: number, rowsLength: number, rowsRows: number, rowsColumns: number, weights: number, weightsLength: number): number;
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

/** The result, or undefined when the original has to compute it; nothing has been changed then. */
export function likenessKernel(rows: readonly (readonly number[])[], weights: readonly number[]): number | undefined {
  if (kernel === undefined || (rows as object | undefined)?.constructor !== Array || (weights as object | undefined)?.constructor !== Array) return undefined;
  try {
    kernel.reset();
    const rowsColumns = rows[0]?.length ?? 0;
    const rowsAddress = kernel.allocate(rows.length * rowsColumns, 3, 0);
    const rowsView = new Float64Array(kernel.memory.buffer, rowsAddress, rows.length * rowsColumns);
    for (let i = 0; i < rows.length; i++) {
      const row: unknown = rows[i];
      if (!Array.isArray(row) || row.constructor !== Array || row.length !== rowsColumns) return undefined;
      for (let j = 0; j < rowsColumns; j++) {
        const value: unknown = row[j];
        if (typeof value !== 'number') return undefined;
        rowsView[i * rowsColumns + j] = value;
      }
    }
    const weightsAddress = kernel.allocate(weights.length, 3, 0);
    const weightsView = new Float64Array(kernel.memory.buffer, weightsAddress, weights.length);
    for (let index = 0; index < weights.length; index++) {
      const value: unknown = weights[index];
      if (typeof value !== 'number') return undefined;
      weightsView[index] = value;
    }
    return kernel.run(rowsAddress, rows.length * rowsColumns, rows.length, rowsColumns, weightsAddress, weights.length);
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
