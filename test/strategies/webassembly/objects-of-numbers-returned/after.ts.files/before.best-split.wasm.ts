// bestSplitKernel: bestSplit of before.ts as a WebAssembly module of 1456 bytes, made by Speedlens. The source is bestSplit itself,
// which also does what the kernel cannot. When bestSplit changes, take away this file and what before.ts says of bestSplitKernel, and make them anew:
//   speedlens bench before.ts#bestSplit --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABEwNgBH9/f38Bf2ADf39/AX9gAAADBAMAAQIFAwEAAQYGAX8BQQgLByMEA3J1bgAABm1lbW9yeQIACGFsbG9jYXRl' +
  'AAEFcmVzZXQAAgrYCgPXCQwCfAV/BXwDfwZ8AX8CfAN/AnwDfwJ8AX9EAAAAAAAAAAAhBEQAAAAAAADw/yEFQQAhBkEAIQcgACEI' +
  'IAEhCUEAIQoCQCAKIAlIRQ0AA0ACQCAIIApBA3RqKwMAIQtEAAAAAAAAAAAhDEQAAAAAAAAAACENRAAAAAAAAAAAIQ5EAAAAAAAA' +
  'AAAhD0EAIRACQCAQIAFIRQ0AIAFBAWsgA0gEQAUACyAQIAFBB2tIBEAgECERIAAgEUEDdGohESAQIRIgAiASQQN0aiESA0ACQCAR' +
  'KwMAIRMgEyALZQRAIAwgEisDAKAhDCANRAAAAAAAAPA/oCENBSAOIBIrAwCgIQ4gD0QAAAAAAADwP6AhDwsLIBBBAWohEAJAIBEr' +
  'AwghEyATIAtlBEAgDCASKwMIoCEMIA1EAAAAAAAA8D+gIQ0FIA4gEisDCKAhDiAPRAAAAAAAAPA/oCEPCwsgEEEBaiEQAkAgESsD' +
  'ECETIBMgC2UEQCAMIBIrAxCgIQwgDUQAAAAAAADwP6AhDQUgDiASKwMQoCEOIA9EAAAAAAAA8D+gIQ8LCyAQQQFqIRACQCARKwMY' +
  'IRMgEyALZQRAIAwgEisDGKAhDCANRAAAAAAAAPA/oCENBSAOIBIrAxigIQ4gD0QAAAAAAADwP6AhDwsLIBBBAWohEAJAIBErAyAh' +
  'EyATIAtlBEAgDCASKwMgoCEMIA1EAAAAAAAA8D+gIQ0FIA4gEisDIKAhDiAPRAAAAAAAAPA/oCEPCwsgEEEBaiEQAkAgESsDKCET' +
  'IBMgC2UEQCAMIBIrAyigIQwgDUQAAAAAAADwP6AhDQUgDiASKwMooCEOIA9EAAAAAAAA8D+gIQ8LCyAQQQFqIRACQCARKwMwIRMg' +
  'EyALZQRAIAwgEisDMKAhDCANRAAAAAAAAPA/oCENBSAOIBIrAzCgIQ4gD0QAAAAAAADwP6AhDwsLIBBBAWohEAJAIBErAzghEyAT' +
  'IAtlBEAgDCASKwM4oCEMIA1EAAAAAAAA8D+gIQ0FIA4gEisDOKAhDiAPRAAAAAAAAPA/oCEPCwsgEEEBaiEQIBFBwABqIREgEkHA' +
  'AGohEiAQIAFBB2tIDQALCyAQIAFIRQ0AA0ACQCAAIBBBA3RqKwMAIRMgEyALZQRAIAwgAiAQQQN0aisDAKAhDCANRAAAAAAAAPA/' +
  'oCENBSAOIAIgEEEDdGorAwCgIQ4gD0QAAAAAAADwP6AhDwsLIBBBAWohECAQIAFIDQALCwJAAkAgDUQAAAAAAAAAAGENACAPRAAA' +
  'AAAAAAAAYUUNAQsMAQsgB0EBaiEHIAwiFCAUoiANoyAOIhUgFaIgD6OgIRYgFiAFZARAIAshFyAWIRggDEQAAAAAAAAAAGEEf0EB' +
  'BSAORAAAAAAAAAAAYQshGSAXIQQgGCEFIBkhBgsgB7hEAAAAAABAj0BkBEBEAAAAAAAAAIAhGiAWIRsgBiEcIBohHyAbISBBAUEA' +
  'IBwbISFBAyEeIB5BA0EBEAEhHSAdIB85AwAgHSAgOQMIIB0gIbc5AxAgHQ8LCyAKQQFqIQogCiAJSA0ACwsgB0EARgRAAAUgBCEk' +
  'IAUhJUEBQQAgBhshJkEDISMgI0EDQQEQASEiICIgJDkDACAiICU5AwggIiAmtzkDECAiDwsAC3YBAn8gAEGAgIDAAEsEQAALIwBB' +
  'CGoiAyAAIAF0akEHakF4cSIEQYCAgIAESwRAAAsgBD8AQRB0SwRAIAQ/AEEQdGtB//8DakEQdkAAQX9GBEAACwsgBCQAIANBCGsg' +
  'ADYCACACBEAgA0EAIAAgAXT8CwALIAMLBgBBCCQACw==';

interface Kernel {
  run(values: number, valuesLength: number, marks: number, marksLength: number): number;
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
export function bestSplitKernel(values: readonly number[], marks: readonly number[]): { threshold: number; gain: number; isClean: boolean } | undefined {
  if (kernel === undefined || !Array.isArray(values) || !Array.isArray(marks)) return undefined;
  try {
    kernel.reset();
    const valuesAddress = kernel.allocate(values.length, 3, 0);
    const valuesView = new Float64Array(kernel.memory.buffer, valuesAddress, values.length);
    for (let index = 0; index < values.length; index++) {
      const value: unknown = values[index];
      if (typeof value !== 'number') return undefined;
      valuesView[index] = value;
    }
    const marksAddress = kernel.allocate(marks.length, 3, 0);
    const marksView = new Float64Array(kernel.memory.buffer, marksAddress, marks.length);
    for (let index = 0; index < marks.length; index++) {
      const value: unknown = marks[index];
      if (typeof value !== 'number') return undefined;
      marksView[index] = value;
    }
    const result = kernel.run(valuesAddress, values.length, marksAddress, marks.length);
    const view = new Float64Array(kernel.memory.buffer, result, 3);
    return { threshold: view[0] as number, gain: view[1] as number, isClean: view[2] === 1 };
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
