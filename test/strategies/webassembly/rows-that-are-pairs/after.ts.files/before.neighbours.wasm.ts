// neighboursKernel: neighbours of before.ts as a WebAssembly module of 1529 bytes, made by Speedlens. The source is neighbours itself,
// which also does what the kernel cannot. When neighbours changes, take away this file and what before.ts says of neighboursKernel, and make them anew:
//   speedlens bench before.ts#neighbours --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.
// Its loops use vectors of two numbers (Node 16.4, Chrome 91, Firefox 89, Safari 16.4); without them the original does the work.

const bytes =
  'AGFzbQEAAAABGQNgCn9/f39/f39/f38Bf2ADf39/AX9gAAADBAMAAQIFAwEAAQYGAX8BQQgLByMEA3J1bgAABm1lbW9yeQIACGFs' +
  'bG9jYXRlAAEFcmVzZXQAAgqbCwOaChUGfwF8AX8CfAJ/AXsCfwF7An8MewF8An8BewJ/AXsCfwN7AnwDfwF8BH9BACELQQAhDEEA' +
  'IQ1BACEOAkAgDiAASEUNAANAAkBBfyEPRAAAAAAAAPB/IRBBACERAkAgESAFSEUNACAOIAJPBEAACyABIA5BA3RqKwMAIRIgDiAE' +
  'TwRAAAsgAyAOQQN0aisDACETAkACQCAFGkEBRQ0AIAVBAWsgB0hFDQAMAQsACwJAAkAgBRpBAUUNACAFQQFrIAlIRQ0ADAELAAsg' +
  'B0EHayIUQQAgFEEAShshFCAJQQdrIhVBACAVQQBKGyEVAkADQCARQQdqIAVODQEgEv0UIRYgESEXIAYgF0EDdGohGCAT/RQhGSAR' +
  'IRogCCAaQQN0aiEbIBYgGP0AAwD98QEiHCAc/fIBIBkgG/0AAwD98QEiHSAd/fIB/fABIR4gFiAY/QADEP3xASIiICL98gEgGSAb' +
  '/QADEP3xASIjICP98gH98AEhHyAWIBj9AAMg/fEBIiQgJP3yASAZIBv9AAMg/fEBIiUgJf3yAf3wASEgIBYgGP0AAzD98QEiJiAm' +
  '/fIBIBkgG/0AAzD98QEiJyAn/fIB/fABISEgHv0hACEoAkAgKCAQYwRAICghECARIQ8LCyARQQFqIREgHv0hASEoAkAgKCAQYwRA' +
  'ICghECARIQ8LCyARQQFqIREgH/0hACEoAkAgKCAQYwRAICghECARIQ8LCyARQQFqIREgH/0hASEoAkAgKCAQYwRAICghECARIQ8L' +
  'CyARQQFqIREgIP0hACEoAkAgKCAQYwRAICghECARIQ8LCyARQQFqIREgIP0hASEoAkAgKCAQYwRAICghECARIQ8LCyARQQFqIREg' +
  'If0hACEoAkAgKCAQYwRAICghECARIQ8LCyARQQFqIREgIf0hASEoAkAgKCAQYwRAICghECARIQ8LCyARQQFqIREMAAsLIAdBAWsi' +
  'KUEAIClBAEobISkgCUEBayIqQQAgKkEAShshKgJAA0AgEUEBaiAFTg0BIBL9FCErIBEhLCAGICxBA3RqIS0gE/0UIS4gESEvIAgg' +
  'L0EDdGohMCArIC39AAMA/fEBIjEgMf3yASAuIDD9AAMA/fEBIjIgMv3yAf3wASEzIDP9IQAhKAJAICggEGMEQCAoIRAgESEPCwsg' +
  'EUEBaiERIDP9IQEhKAJAICggEGMEQCAoIRAgESEPCwsgEUEBaiERDAALCyARIAVIRQ0AA0ACQCASIAYgEUEDdGorAwChIjQgNKIg' +
  'EyAIIBFBA3RqKwMAoSI1IDWioCEoICggEGMEQCAoIRAgESEPCwsgEUEBaiERIBEgBUgNAAsLIA8hOCAQnyE5QQIhNyA3IDpLBEAg' +
  'NyI6QQNBABABITYLIDZBACA3QQN0/AsAIDYgOLc5AwAgNiA5OQMIIAu3IAy3IA23omEEQAUACyAMQQBGBEAgNyENBSANIDdGBEAF' +
  'AAsLIAsgN2oiPCA7SwRAIDwgO0EBdCI7IDwgO0sbITsgCiE9IDtBA0EAEAEiCiA9IAtBA3T8CgAACyAKIAtBA3RqIDYgN0EDdPwK' +
  'AAAgPCELIAxBgICAwABIBEAFAAsgDEEBaiEMCyAOQQFqIQ4gDiAASA0ACwsgC7cgDLcgDbeiYQRABQALAkACQAJAIAxBAEYNACAN' +
  'QQJGRQ0BCwwBCwALIApFBEBBAEEAQQAQASEKCyAKQQhrIAw2AgAgCkEEayANNgIAIAoPAAt2AQJ/IABBgICAwABLBEAACyMAQQhq' +
  'IgMgACABdGpBB2pBeHEiBEGAgICABEsEQAALIAQ/AEEQdEsEQCAEPwBBEHRrQf//A2pBEHZAAEF/RgRAAAsLIAQkACADQQhrIAA2' +
  'AgAgAgRAIANBACAAIAF0/AsACyADCwYAQQgkAAs=';

interface Kernel {
  run(sitesLength: number, sitesLatitude: number, sitesLatitudeLength: number, sitesLongitude: number, sitesLongitudeLength: number, othersLength: number, othersLatitude: number, othersLatitudeLength: number, othersLongitude: number, othersLongitudeLength: number): number;
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
export function neighboursKernel(sites: readonly { readonly latitude: number; readonly longitude: number }[], others: readonly { readonly latitude: number; readonly longitude: number }[]): [number, number][] | undefined {
  if (kernel === undefined || !Array.isArray(sites) || !Array.isArray(others)) return undefined;
  try {
    kernel.reset();
    const sitesLatitudeAddress = kernel.allocate(sites.length, 3, 0);
    const sitesLatitudeView = new Float64Array(kernel.memory.buffer, sitesLatitudeAddress, sites.length);
    const sitesLongitudeAddress = kernel.allocate(sites.length, 3, 0);
    const sitesLongitudeView = new Float64Array(kernel.memory.buffer, sitesLongitudeAddress, sites.length);
    for (let index = 0; index < sites.length; index++) {
      const record = sites[index] as { readonly latitude: unknown; readonly longitude: unknown };
      const latitude = record.latitude;
      if (typeof latitude !== 'number') return undefined;
      sitesLatitudeView[index] = latitude;
      const longitude = record.longitude;
      if (typeof longitude !== 'number') return undefined;
      sitesLongitudeView[index] = longitude;
    }
    const othersLatitudeAddress = kernel.allocate(others.length, 3, 0);
    const othersLatitudeView = new Float64Array(kernel.memory.buffer, othersLatitudeAddress, others.length);
    const othersLongitudeAddress = kernel.allocate(others.length, 3, 0);
    const othersLongitudeView = new Float64Array(kernel.memory.buffer, othersLongitudeAddress, others.length);
    for (let index = 0; index < others.length; index++) {
      const record = others[index] as { readonly latitude: unknown; readonly longitude: unknown };
      const latitude = record.latitude;
      if (typeof latitude !== 'number') return undefined;
      othersLatitudeView[index] = latitude;
      const longitude = record.longitude;
      if (typeof longitude !== 'number') return undefined;
      othersLongitudeView[index] = longitude;
    }
    const result = kernel.run(sites.length, sitesLatitudeAddress, sites.length, sitesLongitudeAddress, sites.length, others.length, othersLatitudeAddress, others.length, othersLongitudeAddress, others.length);
    const [rows, columns] = new Uint32Array(kernel.memory.buffer, result - 8, 2) as unknown as [number, number];
    const view = new Float64Array(kernel.memory.buffer, result, rows * columns);
    const table = new Array<[number, number]>(rows);
    for (let i = 0; i < rows; i++) {
      table[i] = [view[i * columns] as number, view[i * columns + 1] as number];
    }
    return table;
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
