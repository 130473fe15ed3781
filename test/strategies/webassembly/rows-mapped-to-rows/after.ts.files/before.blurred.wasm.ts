// blurredKernel: blurred of before.ts as a WebAssembly module of 1515 bytes, made by Speedlens. The source is blurred itself,
// which also does what the kernel cannot. When blurred changes, take away this file and what before.ts says of blurredKernel, and make them anew:
//   speedlens bench before.ts#blurred --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABFQNgBn9/f39/fwF/YAN/f38Bf2AAAAMEAwABAgUDAQABBgYBfwFBCAsHIwQDcnVuAAAGbWVtb3J5AgAIYWxsb2Nh' +
  'dGUAAQVyZXNldAACCpELA5AKBw5/AXwCfwF8Ln8BfAh/IAVBAm0hBkEAIQhBACEJQQAhCkEAIQsCQCALIAJIRQ0AA0ACQCALIg4g' +
  'Ak8EQAALIAMhDSAAIA4gDWxBA3RqIQwgDUEBayEPIA0hESARIBJLBEAgESISQQNBABABIRALIBBBACARQQN0/AsAQQAhEwJAIBMg' +
  'DUhFDQAgDUEBayARSARABQALA0ACQEQAAAAAAAAAACEUQQAhFQJAIBUgBUEHa0gEQCAVIRYgBCAWQQN0aiEWA0ACQCAWKwMAIRcg' +
  'FCAXIA8hGUEAIRsgEyAVaiAGayEcIBsgHCAbIBxKGyEaIBkgGiAZIBpIGyEYIBggDU8EQAALIAwgGEEDdGorAwCioCEUCyAVQQFq' +
  'IRUCQCAWKwMIIRcgFCAXIA8hHkEAISAgEyAVaiAGayEhICAgISAgICFKGyEfIB4gHyAeIB9IGyEdIB0gDU8EQAALIAwgHUEDdGor' +
  'AwCioCEUCyAVQQFqIRUCQCAWKwMQIRcgFCAXIA8hI0EAISUgEyAVaiAGayEmICUgJiAlICZKGyEkICMgJCAjICRIGyEiICIgDU8E' +
  'QAALIAwgIkEDdGorAwCioCEUCyAVQQFqIRUCQCAWKwMYIRcgFCAXIA8hKEEAISogEyAVaiAGayErICogKyAqICtKGyEpICggKSAo' +
  'IClIGyEnICcgDU8EQAALIAwgJ0EDdGorAwCioCEUCyAVQQFqIRUCQCAWKwMgIRcgFCAXIA8hLUEAIS8gEyAVaiAGayEwIC8gMCAv' +
  'IDBKGyEuIC0gLiAtIC5IGyEsICwgDU8EQAALIAwgLEEDdGorAwCioCEUCyAVQQFqIRUCQCAWKwMoIRcgFCAXIA8hMkEAITQgEyAV' +
  'aiAGayE1IDQgNSA0IDVKGyEzIDIgMyAyIDNIGyExIDEgDU8EQAALIAwgMUEDdGorAwCioCEUCyAVQQFqIRUCQCAWKwMwIRcgFCAX' +
  'IA8hN0EAITkgEyAVaiAGayE6IDkgOiA5IDpKGyE4IDcgOCA3IDhIGyE2IDYgDU8EQAALIAwgNkEDdGorAwCioCEUCyAVQQFqIRUC' +
  'QCAWKwM4IRcgFCAXIA8hPEEAIT4gEyAVaiAGayE/ID4gPyA+ID9KGyE9IDwgPSA8ID1IGyE7IDsgDU8EQAALIAwgO0EDdGorAwCi' +
  'oCEUCyAVQQFqIRUgFkHAAGohFiAVIAVBB2tIDQALCyAVIAVIRQ0AA0ACQCAEIBVBA3RqKwMAIRcgFCAXIA8hQUEAIUMgEyAVaiAG' +
  'ayFEIEMgRCBDIERKGyFCIEEgQiBBIEJIGyFAIEAgDU8EQAALIAwgQEEDdGorAwCioCEUCyAVQQFqIRUgFSAFSA0ACwsgEyFFIBQh' +
  'RiBFIBFPBEAACyAQIEVBA3RqIEY5AwALIBNBAWohEyATIA1IDQALCyBHIEkgECFHIBIhSSESIRAgESFIIAi3IAm3IAq3omEEQAUA' +
  'CyAJQQBGBEAgSCEKBSAKIEhGBEAFAAsLIAggSGoiSyBKSwRAIEsgSkEBdCJKIEsgSksbIUogByFMIEpBA0EAEAEiByBMIAhBA3T8' +
  'CgAACyAHIAhBA3RqIEcgSEEDdPwKAAAgSyEIIAlBgICAwABIBEAFAAsgCUEBaiEJCyALQQFqIQsgCyACSA0ACwsgCLcgCbcgCrei' +
  'YQRABQALIAchTSAIIU4gTUEIayAJNgIAIE1BBGsgCjYCACBNDwALdgECfyAAQYCAgMAASwRAAAsjAEEIaiIDIAAgAXRqQQdqQXhx' +
  'IgRBgICAgARLBEAACyAEPwBBEHRLBEAgBD8AQRB0a0H//wNqQRB2QABBf0YEQAALCyAEJAAgA0EIayAANgIAIAIEQCADQQAgACAB' +
  'dPwLAAsgAwsGAEEIJAAL';

interface Kernel {
  run(picture: number, pictureLength: number, pictureRows: number, pictureColumns: number, weights: number, weightsLength: number): number;
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
export function blurredKernel(picture: readonly (readonly number[])[], weights: readonly number[]): number[][] | undefined {
  if (kernel === undefined || (picture as object | undefined)?.constructor !== Array || (weights as object | undefined)?.constructor !== Array) return undefined;
  try {
    kernel.reset();
    const pictureColumns = picture[0]?.length ?? 0;
    const pictureAddress = kernel.allocate(picture.length * pictureColumns, 3, 0);
    const pictureView = new Float64Array(kernel.memory.buffer, pictureAddress, picture.length * pictureColumns);
    for (let i = 0; i < picture.length; i++) {
      const row: unknown = picture[i];
      if (!Array.isArray(row) || row.constructor !== Array || row.length !== pictureColumns) return undefined;
      for (let j = 0; j < pictureColumns; j++) {
        const value: unknown = row[j];
        if (typeof value !== 'number') return undefined;
        pictureView[i * pictureColumns + j] = value;
      }
    }
    const weightsAddress = kernel.allocate(weights.length, 3, 0);
    const weightsView = new Float64Array(kernel.memory.buffer, weightsAddress, weights.length);
    for (let index = 0; index < weights.length; index++) {
      const value: unknown = weights[index];
      if (typeof value !== 'number') return undefined;
      weightsView[index] = value;
    }
    const result = kernel.run(pictureAddress, picture.length * pictureColumns, picture.length, pictureColumns, weightsAddress, weights.length);
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
