// regionsKernel: regions of before.ts as a WebAssembly module of 1799 bytes, made by Speedlens. The source is regions itself,
// which also does what the kernel cannot. When regions changes, take away this file and what before.ts says of regionsKernel, and make them anew:
//   speedlens bench before.ts#regions --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABEwNgBH9/f38Bf2ADf39/AX9gAAADBAMAAQIFAwEAAQYGAX8BQQgLByMEA3J1bgAABm1lbW9yeQIACGFsbG9jYXRl' +
  'AAEFcmVzZXQAAgqvDQOuDAkFfwF8An8BfBh/AXwyfwF8An8gAiEEQQAhBSADQQAgBRpBAQR/IAVBAE4EfyAFIAJIBUEACwVBAAsb' +
  'IQYgBEEAaiEHAkACQCAHGkEBRQ0AIAdBAE5FDQAgB0GAgIDAAExFDQAMAQsACyAGQQBqIQgCQAJAIAgaQQFFDQAgCEEATkUNACAI' +
  'QYCAgMAATEUNAAwBCwALIAe3IAi3oiEJIAkiDPwDIg24IAxiBEAACyANIQsgC0EAQQEQASEKQQAhD0EAIRACQCAQIARIRQ0AA0AC' +
  'QEEAIRECQCARIAZIRQ0AIBAiFCAHTwRAAAsgCCETIAogFCATbEEAdGohEgJAAkAgBhpBAUUNACAGQQFrIAhIRQ0ADAELAAsDQAJA' +
  'AkACQCASIBFqLQAADQAgECEWIBYgAk8EQAALIBEhFyAXIANPBEAACyAWIANsIBdqIRUgACAVQQN0aisDAEQAAAAAAAAAAGFFDQEL' +
  'DAELQQAhGUEAIRpBACEbIBAhHiARIR9BAiEdIB0gIEsEQCAdIiBBAkEAEAEhHAsgHEEAIB1BAnT8CwAgHCAeNgIAIBwgHzYCBCAZ' +
  'IBogG2xGBEAFAAsgGkEARgRAIB0hGwUgG7cgHbhhBEAFAAsLIBkgHWoiIiAhSwRAICIgIUEBdCIhICIgIUsbISEgGCEjICFBAkEA' +
  'EAEiGCAjIBlBAnT8CgAACyAYIBlBAnRqIBwgHUECdPwKAAAgIiEZIBpBgICAwABIBEAFAAsgGkEBaiEaIBEhJCASICRqQQE6AABE' +
  'AAAAAAAAAAAhJQJAIBpBAEpFDQADQAJAIBm3IBq3IBu3omEEQAUACyAaQQBKBEAFAAsgGkEBayEmICYhKCAoIBpPBEAAC0EAISkg' +
  'KSAbTwRAAAsgKCAbbCApaiIqIBlPBEAACyAqIScgGCAnQQJ0aigCACErICYhLSAtIBpPBEAAC0EBIS4gLiAbTwRAAAsgLSAbbCAu' +
  'aiIvIBlPBEAACyAvISwgGCAsQQJ0aigCACEwIBkgG2shGSAmIRogJUQAAAAAAADwP6AhJUEAITNBASE0QQEhNUEAITZBACE3QX8h' +
  'OEF/ITlBACE6QQghMiAyIDtLBEAgMiI7QQJBABABITELIDFBACAyQQJ0/AsAIDEgMzYCACAxIDQ2AgQgMSA1NgIIIDEgNjYCDCAx' +
  'IDc2AhAgMSA4NgIUIDEgOTYCGCAxIDo2AhxBBCE8QQIhPUEAIT4CQCA+IDxIRQ0AA0ACQCA+IkEgPE8EQAALID0hQCAxIEEgQGxB' +
  'AnRqIT9BACFCIEIgQE8EQAALID8gQkECdGooAgAhQ0EBIUQgRCBATwRAAAsgPyBEQQJ0aigCACFFICsgQ2ohRiAwIEVqIUcCQAJA' +
  'IEZBAEgNACBHQQBIDQAgRiAETg0AIEcgBk4NACBGIUkgSSAHTwRAAAsgRyFKIEogCE8EQAALIEkgCGwgSmohSCAKIEhqLQAADQAg' +
  'RiFMIEwgAk8EQAALIEchTSBNIANPBEAACyBMIANsIE1qIUsgACBLQQN0aisDAEQAAAAAAAAAAGFFDQELDAELIEYhTiBOIAdPBEAA' +
  'CyBHIU8gTyAITwRAAAsgTiAIbCBPaiFQIFAgC08EQAALIAogUGpBAToAACBGIVMgRyFUQQIhUiBSIFVLBEAgUiJVQQJBABABIVEL' +
  'IFFBACBSQQJ0/AsAIFEgUzYCACBRIFQ2AgQgGbcgGrcgG7eiYQRABQALIBpBAEYEQCBSIRsFIBsgUkYEQAUACwsgGSBSaiJWICFL' +
  'BEAgViAhQQF0IiEgViAhSxshISAYIVcgIUECQQAQASIYIFcgGUECdPwKAAALIBggGUECdGogUSBSQQJ0/AoAACBWIRkgGkGAgIDA' +
  'AEgEQAUACyAaQQFqIRoLID5BAWohPiA+IDxIDQALCwsgGkEASg0ACwsgJSFYIA8gWUYEQCBZQQF0QRBqIVkgDiFaIFlBA0EAEAEi' +
  'DiBaIA9BA3T8CgAACyAOIA9BA3RqIFg5AwAgD0EBaiEPCyARQQFqIREgESAGSA0ACwsLIBBBAWohECAQIARIDQALCyAORQRAQQBB' +
  'AEEAEAEhDgsgDkEIayAPNgIAIA4PAAt2AQJ/IABBgICAwABLBEAACyMAQQhqIgMgACABdGpBB2pBeHEiBEGAgICABEsEQAALIAQ/' +
  'AEEQdEsEQCAEPwBBEHRrQf//A2pBEHZAAEF/RgRAAAsLIAQkACADQQhrIAA2AgAgAgRAIANBACAAIAF0/AsACyADCwYAQQgkAAs=';

interface Kernel {
  run(grid: number, gridLength: number, gridRows: number, gridColumns: number): number;
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
export function regionsKernel(grid: readonly (readonly number[])[]): number[] | undefined {
  if (kernel === undefined || !Array.isArray(grid)) return undefined;
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
    const result = kernel.run(gridAddress, grid.length * gridColumns, grid.length, gridColumns);
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
