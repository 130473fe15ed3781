// closestPairKernel: closestPair of before.ts as a WebAssembly module of 1536 bytes, made by Speedlens. The source is closestPair itself,
// which also does what the kernel cannot. When closestPair changes, take away this file and what before.ts says of closestPairKernel, and make them anew:
//   speedlens bench before.ts#closestPair --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.
// Its loops use vectors of two numbers (Node 16.4, Chrome 91, Firefox 89, Safari 16.4); without them the original does the work.

const bytes =
  'AGFzbQEAAAABFgNgB39/f39/f38BfGADf39/AX9gAAADBAMAAQIFAwEAAQYGAX8BQQgLByMEA3J1bgAABm1lbW9yeQIACGFsbG9j' +
  'YXRlAAEFcmVzZXQAAgqlCwOkCg0BfAJ/AnwGfwV7An8JewF8BH8CewJ/A3sCfEQAAAAAAADwfyEHQQAhCAJAIAggAEhFDQACQAJA' +
  'IAAaQQFFDQAgAEEBayACSEUNAAwBCwALAkACQCAAGkEBRQ0AIABBAWsgBEhFDQAMAQsACwJAAkAgABpBAUUNACAAQQFrIAZIRQ0A' +
  'DAELAAsDQAJAIAghCSABIAlBA3RqKwMAIQogAyAJQQN0aisDACELAkAgBSAIai0AAA0ADAELIAhBAWohDAJAIAwgAEhFDQACQAJA' +
  'IAAaQQFFDQAgAEEBayACSEUNAAwBCwALAkACQCAAGkEBRQ0AIABBAWsgBEhFDQAMAQsACwJAAkAgABpBAUUNACAAQQFrIAZIRQ0A' +
  'DAELAAsgAkEHayINQQAgDUEAShshDSAEQQdrIg5BACAOQQBKGyEOAkADQCAMQQdqIABODQEgDCEPIAwhECABIBBBA3RqIREgCv0U' +
  'IRIgEf0AAwAgEv3xASETIBH9AAMQIBL98QEhFCAR/QADICAS/fEBIRUgEf0AAzAgEv3xASEWIAwhFyADIBdBA3RqIRggC/0UIRkg' +
  'GP0AAwAgGf3xASEaIBj9AAMQIBn98QEhGyAY/QADICAZ/fEBIRwgGP0AAzAgGf3xASEdIBMgE/3yASAaIBr98gH98AEhHiAUIBT9' +
  '8gEgGyAb/fIB/fABIR8gFSAV/fIBIBwgHP3yAf3wASEgIBYgFv3yASAdIB398gH98AEhISAe/SEAISICQAJAIAUgD2otAABFDQAg' +
  'IiAHY0UNACAiIQcLCyAMQQFqIQwgD0EBaiEPIB79IQEhIgJAAkAgBSAPai0AAEUNACAiIAdjRQ0AICIhBwsLIAxBAWohDCAPQQFq' +
  'IQ8gH/0hACEiAkACQCAFIA9qLQAARQ0AICIgB2NFDQAgIiEHCwsgDEEBaiEMIA9BAWohDyAf/SEBISICQAJAIAUgD2otAABFDQAg' +
  'IiAHY0UNACAiIQcLCyAMQQFqIQwgD0EBaiEPICD9IQAhIgJAAkAgBSAPai0AAEUNACAiIAdjRQ0AICIhBwsLIAxBAWohDCAPQQFq' +
  'IQ8gIP0hASEiAkACQCAFIA9qLQAARQ0AICIgB2NFDQAgIiEHCwsgDEEBaiEMIA9BAWohDyAh/SEAISICQAJAIAUgD2otAABFDQAg' +
  'IiAHY0UNACAiIQcLCyAMQQFqIQwgD0EBaiEPICH9IQEhIgJAAkAgBSAPai0AAEUNACAiIAdjRQ0AICIhBwsLIAxBAWohDAwACwsg' +
  'AkEBayIjQQAgI0EAShshIyAEQQFrIiRBACAkQQBKGyEkAkADQCAMQQFqIABODQEgDCEPIAwhJSABICVBA3RqISYgCv0UIScgJv0A' +
  'AwAgJ/3xASEoIAwhKSADIClBA3RqISogC/0UISsgKv0AAwAgK/3xASEsICggKP3yASAsICz98gH98AEhLSAt/SEAISICQAJAIAUg' +
  'D2otAABFDQAgIiAHY0UNACAiIQcLCyAMQQFqIQwgD0EBaiEPIC39IQEhIgJAAkAgBSAPai0AAEUNACAiIAdjRQ0AICIhBwsLIAxB' +
  'AWohDAwACwsgDCAASEUNAANAAkAgDCEPIAEgD0EDdGorAwAgCqEhLiADIA9BA3RqKwMAIAuhIS8gLiAuoiAvIC+ioCEiAkAgBSAP' +
  'ai0AAEUNACAiIAdjRQ0AICIhBwsLIAxBAWohDCAMIABIDQALCwsgCEEBaiEIIAggAEgNAAsLIAefDwALdgECfyAAQYCAgMAASwRA' +
  'AAsjAEEIaiIDIAAgAXRqQQdqQXhxIgRBgICAgARLBEAACyAEPwBBEHRLBEAgBD8AQRB0a0H//wNqQRB2QABBf0YEQAALCyAEJAAg' +
  'A0EIayAANgIAIAIEQCADQQAgACABdPwLAAsgAwsGAEEIJAAL';

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
