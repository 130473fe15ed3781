// matmulKernel: matmul of before.ts as a WebAssembly module of 2804 bytes, made by Speedlens. The source is matmul itself,
// which also does what the kernel cannot. When matmul changes, take away this file and what before.ts says of matmulKernel, and make them anew:
//   speedlens bench before.ts#matmul --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.
// Its loops use vectors of two numbers (Node 16.4, Chrome 91, Firefox 89, Safari 16.4); without them the original does the work.

const bytes =
  'AGFzbQEAAAABFwNgCH9/f39/f39/AX9gA39/fwF/YAAAAwQDAAECBQMBAAEGBgF/AUEICwcjBANydW4AAAZtZW1vcnkCAAhhbGxv' +
  'Y2F0ZQABBXJlc2V0AAIKmBUDlxQfDX8FewV/AXsEfwJ8An8BfAF/AXwBfwF8AX8BfAF/AXwBfwF8AX8BfAJ/AnsCfwF7BH8BfAF/' +
  'AXwefwF8BH8gAiEIIAYhCUEAIQoCQAJAIAoaQQFFDQAgCkEATkUNACAKIAZIRQ0ADAELAAsgByELQQAhDUEAIQ5BACEPQQAhEAJA' +
  'IBAgCEhFDQADQAJAQQAhEkEAIRMCQCAHQQdrIhRBACAUQQBKGyEUAkADQCATQQdqIAtODQFEAAAAAAAAAAD9FCEVIBUhFiAVIRcg' +
  'FSEYIBUhGUEAIRoCQCAaIAlIRQ0AIBAiHSACTwRAAAsgAyEcIAAgHSAcbEEDdGohGyAcQQdrIh5BACAeQQBKGyEeAkACQCAJGkEB' +
  'RQ0AIAlBAWsgA0hFDQAMAQsACwJAAkAgCRpBAUUNACAJQQFrIAZIRQ0ADAELAAsDQCAbIBpBA3RqKwMA/RQhHyAaISIgEyIjIBRP' +
  'BEAACyAiIAdsICNqISAgBCAgQQN0aiEhIBYgHyAh/QADAP3yAf3wASEWIBcgHyAh/QADEP3yAf3wASEXIBggHyAh/QADIP3yAf3w' +
  'ASEYIBkgHyAh/QADMP3yAf3wASEZIBpBAWohGiAaIAlIDQALCyAW/SEAISQCQCAkISUgEiAmRgRAICZBAXRBEGohJiARIScgJkED' +
  'QQAQASIRICcgEkEDdPwKAAALIBEgEkEDdGogJTkDACASQQFqIRILIBNBAWohEyAW/SEBISQCQCAkISggEiAmRgRAICZBAXRBEGoh' +
  'JiARISkgJkEDQQAQASIRICkgEkEDdPwKAAALIBEgEkEDdGogKDkDACASQQFqIRILIBNBAWohEyAX/SEAISQCQCAkISogEiAmRgRA' +
  'ICZBAXRBEGohJiARISsgJkEDQQAQASIRICsgEkEDdPwKAAALIBEgEkEDdGogKjkDACASQQFqIRILIBNBAWohEyAX/SEBISQCQCAk' +
  'ISwgEiAmRgRAICZBAXRBEGohJiARIS0gJkEDQQAQASIRIC0gEkEDdPwKAAALIBEgEkEDdGogLDkDACASQQFqIRILIBNBAWohEyAY' +
  '/SEAISQCQCAkIS4gEiAmRgRAICZBAXRBEGohJiARIS8gJkEDQQAQASIRIC8gEkEDdPwKAAALIBEgEkEDdGogLjkDACASQQFqIRIL' +
  'IBNBAWohEyAY/SEBISQCQCAkITAgEiAmRgRAICZBAXRBEGohJiARITEgJkEDQQAQASIRIDEgEkEDdPwKAAALIBEgEkEDdGogMDkD' +
  'ACASQQFqIRILIBNBAWohEyAZ/SEAISQCQCAkITIgEiAmRgRAICZBAXRBEGohJiARITMgJkEDQQAQASIRIDMgEkEDdPwKAAALIBEg' +
  'EkEDdGogMjkDACASQQFqIRILIBNBAWohEyAZ/SEBISQCQCAkITQgEiAmRgRAICZBAXRBEGohJiARITUgJkEDQQAQASIRIDUgEkED' +
  'dPwKAAALIBEgEkEDdGogNDkDACASQQFqIRILIBNBAWohEwwACwsgB0EBayI2QQAgNkEAShshNgJAA0AgE0EBaiALTg0BRAAAAAAA' +
  'AAAA/RQhNyA3IThBACEaAkAgGiAJSEUNACAQIjkgAk8EQAALIAMhHCAAIDkgHGxBA3RqIRsgHEEBayI6QQAgOkEAShshOgJAAkAg' +
  'CRpBAUUNACAJQQFrIANIRQ0ADAELAAsCQAJAIAkaQQFFDQAgCUEBayAGSEUNAAwBCwALA0AgGyAaQQN0aisDAP0UITsgGiE+IBMi' +
  'PyA2TwRAAAsgPiAHbCA/aiE8IAQgPEEDdGohPSA4IDsgPf0AAwD98gH98AEhOCAaQQFqIRogGiAJSA0ACwsgOP0hACEkAkAgJCFA' +
  'IBIgJkYEQCAmQQF0QRBqISYgESFBICZBA0EAEAEiESBBIBJBA3T8CgAACyARIBJBA3RqIEA5AwAgEkEBaiESCyATQQFqIRMgOP0h' +
  'ASEkAkAgJCFCIBIgJkYEQCAmQQF0QRBqISYgESFDICZBA0EAEAEiESBDIBJBA3T8CgAACyARIBJBA3RqIEI5AwAgEkEBaiESCyAT' +
  'QQFqIRMMAAsLIBMgC0hFDQADQAJARAAAAAAAAAAAISRBACEaAkAgGiAJSEUNACAQIkQgAk8EQAALIAMhHCAAIEQgHGxBA3RqIRsC' +
  'QAJAIAkaQQFFDQAgCUEBayADSEUNAAwBCwALAkACQCAJGkEBRQ0AIAlBAWsgBkhFDQAMAQsACyAaIAlBB2tIBEAgGiFFIBsgRUED' +
  'dGohRQNAAkAgJCBFKwMAIBohRyATIUggSCAHTwRAAAsgRyAHbCBIaiFGIAQgRkEDdGorAwCioCEkCyAaQQFqIRoCQCAkIEUrAwgg' +
  'GiFKIBMhSyBLIAdPBEAACyBKIAdsIEtqIUkgBCBJQQN0aisDAKKgISQLIBpBAWohGgJAICQgRSsDECAaIU0gEyFOIE4gB08EQAAL' +
  'IE0gB2wgTmohTCAEIExBA3RqKwMAoqAhJAsgGkEBaiEaAkAgJCBFKwMYIBohUCATIVEgUSAHTwRAAAsgUCAHbCBRaiFPIAQgT0ED' +
  'dGorAwCioCEkCyAaQQFqIRoCQCAkIEUrAyAgGiFTIBMhVCBUIAdPBEAACyBTIAdsIFRqIVIgBCBSQQN0aisDAKKgISQLIBpBAWoh' +
  'GgJAICQgRSsDKCAaIVYgEyFXIFcgB08EQAALIFYgB2wgV2ohVSAEIFVBA3RqKwMAoqAhJAsgGkEBaiEaAkAgJCBFKwMwIBohWSAT' +
  'IVogWiAHTwRAAAsgWSAHbCBaaiFYIAQgWEEDdGorAwCioCEkCyAaQQFqIRoCQCAkIEUrAzggGiFcIBMhXSBdIAdPBEAACyBcIAds' +
  'IF1qIVsgBCBbQQN0aisDAKKgISQLIBpBAWohGiBFQcAAaiFFIBogCUEHa0gNAAsLIBogCUhFDQADQAJAICQgGyAaQQN0aisDACAa' +
  'IV8gEyFgIGAgB08EQAALIF8gB2wgYGohXiAEIF5BA3RqKwMAoqAhJAsgGkEBaiEaIBogCUgNAAsLICQhYSASICZGBEAgJkEBdEEQ' +
  'aiEmIBEhYiAmQQNBABABIhEgYiASQQN0/AoAAAsgESASQQN0aiBhOQMAIBJBAWohEgsgE0EBaiETIBMgC0gNAAsLIA23IA63IA+3' +
  'omEEQAUACyAOQQBGBEAgEiEPBSAPIBJGBEAFAAsLIA0gEmoiZCBjSwRAIGQgY0EBdCJjIGQgY0sbIWMgDCFlIGNBA0EAEAEiDCBl' +
  'IA1BA3T8CgAACyAMIA1BA3RqIBEgEkEDdPwKAAAgZCENIA5BgICAwABIBEAFAAsgDkEBaiEOCyAQQQFqIRAgECAISA0ACwsgDbcg' +
  'DrcgD7eiYQRABQALIAxFBEBBAEEAQQAQASEMCyAMQQhrIA42AgAgDEEEayAPNgIAIAwPAAt2AQJ/IABBgICAwABLBEAACyMAQQhq' +
  'IgMgACABdGpBB2pBeHEiBEGAgICABEsEQAALIAQ/AEEQdEsEQCAEPwBBEHRrQf//A2pBEHZAAEF/RgRAAAsLIAQkACADQQhrIAA2' +
  'AgAgAgRAIANBACAAIAF0/AsACyADCwYAQQgkAAs=';

interface Kernel {
  run(a: number, aLength: number, aRows: number, aColumns: number, b: number, bLength: number, bRows: number, bColumns: number): number;
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
export function matmulKernel(a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number[][] | undefined {
  if (kernel === undefined || !Array.isArray(a) || !Array.isArray(b)) return undefined;
  try {
    kernel.reset();
    const aColumns = a[0]?.length ?? 0;
    const aAddress = kernel.allocate(a.length * aColumns, 3, 0);
    const aView = new Float64Array(kernel.memory.buffer, aAddress, a.length * aColumns);
    for (let i = 0; i < a.length; i++) {
      const row: unknown = a[i];
      if (!Array.isArray(row) || row.length !== aColumns) return undefined;
      for (let j = 0; j < aColumns; j++) {
        const value: unknown = row[j];
        if (typeof value !== 'number') return undefined;
        aView[i * aColumns + j] = value;
      }
    }
    const bColumns = b[0]?.length ?? 0;
    const bAddress = kernel.allocate(b.length * bColumns, 3, 0);
    const bView = new Float64Array(kernel.memory.buffer, bAddress, b.length * bColumns);
    for (let i = 0; i < b.length; i++) {
      const row: unknown = b[i];
      if (!Array.isArray(row) || row.length !== bColumns) return undefined;
      for (let j = 0; j < bColumns; j++) {
        const value: unknown = row[j];
        if (typeof value !== 'number') return undefined;
        bView[i * bColumns + j] = value;
      }
    }
    const result = kernel.run(aAddress, a.length * aColumns, a.length, aColumns, bAddress, b.length * bColumns, b.length, bColumns);
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
