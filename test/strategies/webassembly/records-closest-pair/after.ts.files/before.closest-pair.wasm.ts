// closestPairKernel: closestPair of before.ts as a WebAssembly module of 1274 bytes, made by Speedlens. The source is closestPair itself,
// which also does what the kernel cannot. When closestPair changes, make this file anew:
//   speedlens bench before.ts#closestPair --strategies webassembly --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.
// Its loops use vectors of two numbers (Node 16.4, Chrome 91, Firefox 89, Safari 16.4); without them the original does the work.

const bytes =
  'AGFzbQEAAAABFgNgB39/f39/f38BfGADf39/AX9gAAADBAMAAQIFAwEAAQYGAX8BQQgLByMEA3J1bgAABm1lbW9yeQIACGFsbG9j' +
  'YXRlAAEFcmVzZXQAAgqfCQOeCA0BfAJ/AnwGfwN7An8FewF8BH8CewJ/A3sCfEQAAAAAAADwfyEHQQAhCAJAIAggAEhFDQACQAJA' +
  'IAAaQQFFDQAgAEEBayACSEUNAAwBCwALAkACQCAAGkEBRQ0AIABBAWsgBEhFDQAMAQsACwJAAkAgABpBAUUNACAAQQFrIAZIRQ0A' +
  'DAELAAsDQAJAIAghCSABIAlBA3RqKwMAIQogAyAJQQN0aisDACELAkAgBSAIai0AAA0ADAELIAhBAWohDAJAIAwgAEhFDQACQAJA' +
  'IAAaQQFFDQAgAEEBayACSEUNAAwBCwALAkACQCAAGkEBRQ0AIABBAWsgBEhFDQAMAQsACwJAAkAgABpBAUUNACAAQQFrIAZIRQ0A' +
  'DAELAAsgAkEDayINQQAgDUEAShshDSAEQQNrIg5BACAOQQBKGyEOAkADQCAMQQNqIABODQEgDCEPIAwiECANTwRAAAsgASAQQQN0' +
  'aiERIAr9FCESIBH9AAMAIBL98QEhEyAR/QADECAS/fEBIRQgDCIVIA5PBEAACyADIBVBA3RqIRYgC/0UIRcgFv0AAwAgF/3xASEY' +
  'IBb9AAMQIBf98QEhGSATIBP98gEgGCAY/fIB/fABIRogFCAU/fIBIBkgGf3yAf3wASEbIBr9IQAhHAJAAkAgBSAPai0AAEUNACAc' +
  'IAdjRQ0AIBwhBwsLIAxBAWohDCAPQQFqIQ8gGv0hASEcAkACQCAFIA9qLQAARQ0AIBwgB2NFDQAgHCEHCwsgDEEBaiEMIA9BAWoh' +
  'DyAb/SEAIRwCQAJAIAUgD2otAABFDQAgHCAHY0UNACAcIQcLCyAMQQFqIQwgD0EBaiEPIBv9IQEhHAJAAkAgBSAPai0AAEUNACAc' +
  'IAdjRQ0AIBwhBwsLIAxBAWohDAwACwsgAkEBayIdQQAgHUEAShshHSAEQQFrIh5BACAeQQBKGyEeAkADQCAMQQFqIABODQEgDCEP' +
  'IAwiHyAdTwRAAAsgASAfQQN0aiEgIAr9FCEhICD9AAMAICH98QEhIiAMIiMgHk8EQAALIAMgI0EDdGohJCAL/RQhJSAk/QADACAl' +
  '/fEBISYgIiAi/fIBICYgJv3yAf3wASEnICf9IQAhHAJAAkAgBSAPai0AAEUNACAcIAdjRQ0AIBwhBwsLIAxBAWohDCAPQQFqIQ8g' +
  'J/0hASEcAkACQCAFIA9qLQAARQ0AIBwgB2NFDQAgHCEHCwsgDEEBaiEMDAALCyAMIABIRQ0AA0ACQCAMIQ8gASAPQQN0aisDACAK' +
  'oSEoIAMgD0EDdGorAwAgC6EhKSAoICiiICkgKaKgIRwCQCAFIA9qLQAARQ0AIBwgB2NFDQAgHCEHCwsgDEEBaiEMIAwgAEgNAAsL' +
  'CyAIQQFqIQggCCAASA0ACwsgB58PAAt2AQJ/IABBgICAwABLBEAACyMAQQhqIgMgACABdGpBB2pBeHEiBEGAgICABEsEQAALIAQ/' +
  'AEEQdEsEQCAEPwBBEHRrQf//A2pBEHZAAEF/RgRAAAsLIAQkACADQQhrIAA2AgAgAgRAIANBACAAIAF0/AsACyADCwYAQQgkAAs=';

interface Kernel {
  run(pointsLength: number, pointsX: number, pointsXLength: number, pointsY: number, pointsYLength: number, pointsIsUsed: number, pointsIsUsedLength: number): number;
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
export function closestPairKernel(points: readonly { readonly x: number; readonly y: number; readonly isUsed: boolean }[]): number | undefined {
  if (kernel === undefined || !Array.isArray(points)) return undefined;
  try {
    kernel.reset();
    const pointsXAddress = kernel.allocate(points.length, 3, 0);
    const pointsXView = new Float64Array(kernel.memory.buffer, pointsXAddress, points.length);
    const pointsYAddress = kernel.allocate(points.length, 3, 0);
    const pointsYView = new Float64Array(kernel.memory.buffer, pointsYAddress, points.length);
    const pointsIsUsedAddress = kernel.allocate(points.length, 0, 0);
    const pointsIsUsedView = new Uint8Array(kernel.memory.buffer, pointsIsUsedAddress, points.length);
    for (let index = 0; index < points.length; index++) {
      const record = points[index] as { readonly x: unknown; readonly y: unknown; readonly isUsed: unknown };
      const x = record.x;
      if (typeof x !== 'number') return undefined;
      pointsXView[index] = x;
      const y = record.y;
      if (typeof y !== 'number') return undefined;
      pointsYView[index] = y;
      const isUsed = record.isUsed;
      if (typeof isUsed !== 'boolean') return undefined;
      pointsIsUsedView[index] = isUsed ? 1 : 0;
    }
    return kernel.run(points.length, pointsXAddress, points.length, pointsYAddress, points.length, pointsIsUsedAddress, points.length);
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
