// subsetSumsKernel: subsetSums of before.ts as a WebAssembly module of 763 bytes, made by Speedlens. The source is subsetSums itself,
// which also does what the kernel cannot. When subsetSums changes, make this file anew:
//   speedlens bench before.ts#subsetSums --strategies webassembly --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABEgNgA39/fwF8YAN/f38Bf2AAAAMEAwABAgUDAQABBgYBfwFBCAsHIwQDcnVuAAAGbWVtb3J5AgAIYWxsb2NhdGUA' +
  'AQVyZXNldAACCqQFA6MEBwN/AXwCfwF8AX8BfBB/IwAhAyABQQFqQQBqIQQCQAJAIAQaQQFFDQAgBEEATkUNACAEQYCAgMAATEUN' +
  'AAwBCwALIAJBAWpBAGohBQJAAkAgBRpBAUUNACAFQQBORQ0AIAVBgICAwABMRQ0ADAELAAsgBLcgBbeiIQYgBiIJ/AMiCrggCWIE' +
  'QAALIAohCCAIQQBBARABIQdEAAAAAAAAAAAhC0EAIQwCQCAMIAFMRQ0AA0ACQCAMIg0gBE8EQAALQQAiDiAFTwRAAAsgDSAFbCAO' +
  'aiEPIA8gCE8EQAALIAcgD2pBAToAAAsgDEEBaiEMIAwgAUwNAAsLQQEhEAJAIBAgAUxFDQADQAJAQQEhEQJAIBEgAkxFDQAgECIU' +
  'IARPBEAACyAFIRMgByAUIBNsQQB0aiESIBBBAWsiFyAETwRAAAsgBSEWIAcgFyAWbEEAdGohFSACIBNIBEAFAAsgAiAWSARABQAL' +
  'A0ACQCARIRggEiAYaiAVIBFqLQAABH9BAQUgESAQQQFrIRkgGSABTwRAAAsgACAZQQJ0aigCAE4EfyARIBBBAWshGyAbIAFPBEAA' +
  'CyAAIBtBAnRqKAIAayEaIBogFk8EQAALIBUgGmotAAAFQQALCzoAACASIBFqLQAABEAgC0QAAAAAAADwP6AhCwsLIBFBAWohESAR' +
  'IAJMDQALCwsgEEEBaiEQIBAgAUwNAAsLIAsgAyQADyADJAAAC3YBAn8gAEGAgIDAAEsEQAALIwBBCGoiAyAAIAF0akEHakF4cSIE' +
  'QYCAgIAESwRAAAsgBD8AQRB0SwRAIAQ/AEEQdGtB//8DakEQdkAAQX9GBEAACwsgBCQAIANBCGsgADYCACACBEAgA0EAIAAgAXT8' +
  'CwALIAMLBgBBCCQACw==';

interface Kernel {
  run(items: number, itemsLength: number, total: number): number;
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
export function subsetSumsKernel(items: readonly number[], total: number): number | undefined {
  if (kernel === undefined || !Array.isArray(items) || !isInteger(total)) return undefined;
  try {
    kernel.reset();
    const itemsAddress = kernel.allocate(items.length, 2, 0);
    const itemsView = new Int32Array(kernel.memory.buffer, itemsAddress, items.length);
    for (let index = 0; index < items.length; index++) {
      const value: unknown = items[index];
      if (!isInteger(value)) return undefined;
      itemsView[index] = value;
    }
    return kernel.run(itemsAddress, items.length, total);
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
