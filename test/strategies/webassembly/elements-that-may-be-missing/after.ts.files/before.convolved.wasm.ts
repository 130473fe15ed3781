// convolvedKernel: convolved of before.ts as a WebAssembly module of 1984 bytes, made by Speedlens. The source is convolved itself,
// which also does what the kernel cannot. When convolved changes, take away this file and what before.ts says of convolvedKernel, and make them anew:
//   speedlens bench before.ts#convolved --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABFwNgCH9/f39/f39/AX9gA39/fwF/YAAAAwQDAAECBQMBAAEGBgF/AUEICwcjBANydW4AAAZtZW1vcnkCAAhhbGxv' +
  'Y2F0ZQABBXJlc2V0AAIK5A4D4w0JA38BfAN/AXwFfwF8DX8BfAF/QQAhCUEAIQoCQCAKIAEgA2pBAWtIRQ0AA0ACQEQAAAAAAAAA' +
  'ACELQQAhDAJAIAwgA0EHa0gEQCAMIQ0gAiANQQN0aiENA0ACQCALIAogDGshDiAOGkEBBH8gDkEATgR/IA4gAUgFQQALBUEACwR8' +
  'IA4gAU8EQAALIAAgDkEDdGorAwAFRAAAAAAAAAAACyANKwMAoqAhCwsgDEEBaiEMAkAgCyAKIAxrIQ4gDhpBAQR/IA5BAE4EfyAO' +
  'IAFIBUEACwVBAAsEfCAOIAFPBEAACyAAIA5BA3RqKwMABUQAAAAAAAAAAAsgDSsDCKKgIQsLIAxBAWohDAJAIAsgCiAMayEOIA4a' +
  'QQEEfyAOQQBOBH8gDiABSAVBAAsFQQALBHwgDiABTwRAAAsgACAOQQN0aisDAAVEAAAAAAAAAAALIA0rAxCioCELCyAMQQFqIQwC' +
  'QCALIAogDGshDiAOGkEBBH8gDkEATgR/IA4gAUgFQQALBUEACwR8IA4gAU8EQAALIAAgDkEDdGorAwAFRAAAAAAAAAAACyANKwMY' +
  'oqAhCwsgDEEBaiEMAkAgCyAKIAxrIQ4gDhpBAQR/IA5BAE4EfyAOIAFIBUEACwVBAAsEfCAOIAFPBEAACyAAIA5BA3RqKwMABUQA' +
  'AAAAAAAAAAsgDSsDIKKgIQsLIAxBAWohDAJAIAsgCiAMayEOIA4aQQEEfyAOQQBOBH8gDiABSAVBAAsFQQALBHwgDiABTwRAAAsg' +
  'ACAOQQN0aisDAAVEAAAAAAAAAAALIA0rAyiioCELCyAMQQFqIQwCQCALIAogDGshDiAOGkEBBH8gDkEATgR/IA4gAUgFQQALBUEA' +
  'CwR8IA4gAU8EQAALIAAgDkEDdGorAwAFRAAAAAAAAAAACyANKwMwoqAhCwsgDEEBaiEMAkAgCyAKIAxrIQ4gDhpBAQR/IA5BAE4E' +
  'fyAOIAFIBUEACwVBAAsEfCAOIAFPBEAACyAAIA5BA3RqKwMABUQAAAAAAAAAAAsgDSsDOKKgIQsLIAxBAWohDCANQcAAaiENIAwg' +
  'A0EHa0gNAAsLIAwgA0hFDQADQAJAIAsgCiAMayEOIA4aQQEEfyAOQQBOBH8gDiABSAVBAAsFQQALBHwgDiABTwRAAAsgACAOQQN0' +
  'aisDAAVEAAAAAAAAAAALIAIgDEEDdGorAwCioCELCyAMQQFqIQwgDCADSA0ACwsgCyEPIAkgEEYEQCAQQQF0QRBqIRAgCCERIBBB' +
  'A0EAEAEiCCARIAlBA3T8CgAACyAIIAlBA3RqIA85AwAgCUEBaiEJCyAKQQFqIQogCiABIANqQQFrSA0ACwtBACESAkAgEiAGSEUN' +
  'AANAAkBBACETAkAgEyASIRQCQAJAIBQaQQFFDQAgFEEATkUNACAUIAZIRQ0ADAELAAsgB0hFDQADQAJARAAAAAAAAAAAIRVBfyEW' +
  'AkAgFkEBTEUNAANAAkBBfyEXAkAgEiAWaiEYIBNBf2ohGSAYGkEBBH8gGEEATgR/IBggBkgFQQALBUEACwR/IBkaQQEEfyAZQQBO' +
  'BH8gGSAHSAVBAAsFQQALBUEACwR/IBghGyAbIAZPBEAACyAZIRwgHCAHTwRAAAsgGyAHbCAcaiEaIAQgGmotAAAFQQALRQ0AQQFF' +
  'DQAgFUQAAAAAAADwP6AhFQsCQCASIBZqIRggE0EAaiEZIBgaQQEEfyAYQQBOBH8gGCAGSAVBAAsFQQALBH8gGRpBAQR/IBlBAE4E' +
  'fyAZIAdIBUEACwVBAAsFQQALBH8gGCEeIB4gBk8EQAALIBkhHyAfIAdPBEAACyAeIAdsIB9qIR0gBCAdai0AAAVBAAtFDQAgFkEA' +
  'R0UNACAVRAAAAAAAAPA/oCEVCwJAIBIgFmohGCATQQFqIRkgGBpBAQR/IBhBAE4EfyAYIAZIBUEACwVBAAsEfyAZGkEBBH8gGUEA' +
  'TgR/IBkgB0gFQQALBUEACwVBAAsEfyAYISEgISAGTwRAAAsgGSEiICIgB08EQAALICEgB2wgImohICAEICBqLQAABUEAC0UNAEEB' +
  'RQ0AIBVEAAAAAAAA8D+gIRULQQIhFwsgFkEBaiEWIBZBAUwNAAsLIBUhIyAJIBBGBEAgEEEBdEEQaiEQIAghJCAQQQNBABABIggg' +
  'JCAJQQN0/AoAAAsgCCAJQQN0aiAjOQMAIAlBAWohCQsgE0EBaiETIBMgEiEUAkACQCAUGkEBRQ0AIBRBAE5FDQAgFCAGSEUNAAwB' +
  'CwALIAdIDQALCwsgEkEBaiESIBIgBkgNAAsLIAhFBEBBAEEAQQAQASEICyAIQQhrIAk2AgAgCA8AC3YBAn8gAEGAgIDAAEsEQAAL' +
  'IwBBCGoiAyAAIAF0akEHakF4cSIEQYCAgIAESwRAAAsgBD8AQRB0SwRAIAQ/AEEQdGtB//8DakEQdkAAQX9GBEAACwsgBCQAIANB' +
  'CGsgADYCACACBEAgA0EAIAAgAXT8CwALIAMLBgBBCCQACw==';

interface Kernel {
  run(signal: number, signalLength: number, filter: number, filterLength: number, board: number, boardLength: number, boardRows: number, boardColumns: number): number;
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
export function convolvedKernel(signal: readonly number[], filter: readonly number[], board: readonly (readonly boolean[])[]): number[] | undefined {
  if (kernel === undefined || !Array.isArray(signal) || !Array.isArray(filter) || !Array.isArray(board)) return undefined;
  try {
    kernel.reset();
    const signalAddress = kernel.allocate(signal.length, 3, 0);
    const signalView = new Float64Array(kernel.memory.buffer, signalAddress, signal.length);
    for (let index = 0; index < signal.length; index++) {
      const value: unknown = signal[index];
      if (typeof value !== 'number') return undefined;
      signalView[index] = value;
    }
    const filterAddress = kernel.allocate(filter.length, 3, 0);
    const filterView = new Float64Array(kernel.memory.buffer, filterAddress, filter.length);
    for (let index = 0; index < filter.length; index++) {
      const value: unknown = filter[index];
      if (typeof value !== 'number') return undefined;
      filterView[index] = value;
    }
    const boardColumns = board[0]?.length ?? 0;
    const boardAddress = kernel.allocate(board.length * boardColumns, 0, 0);
    const boardView = new Uint8Array(kernel.memory.buffer, boardAddress, board.length * boardColumns);
    for (let i = 0; i < board.length; i++) {
      const row: unknown = board[i];
      if (!Array.isArray(row) || row.length !== boardColumns) return undefined;
      for (let j = 0; j < boardColumns; j++) {
        const value: unknown = row[j];
        if (typeof value !== 'boolean') return undefined;
        boardView[i * boardColumns + j] = value ? 1 : 0;
      }
    }
    const result = kernel.run(signalAddress, signal.length, filterAddress, filter.length, boardAddress, board.length * boardColumns, board.length, boardColumns);
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
