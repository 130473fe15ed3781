// bracketScoreKernel: bracketScore of before.ts as a WebAssembly module of 1574 bytes, made by Speedlens. The source is bracketScore itself,
// which also does what the kernel cannot. When bracketScore changes, take away this file and what before.ts says of bracketScoreKernel, and make them anew:
//   speedlens bench before.ts#bracketScore --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABEwNgBH9/f38BfGADf39/AX9gAAADBAMAAQIFAwEAAQYGAX8BQQgLByMEA3J1bgAABm1lbW9yeQIACGFsbG9jYXRl' +
  'AAEFcmVzZXQAAgrOCwPNCgQBfAF/AXwLf0QAAAAAAAAAACEEQQAhBQJAIAUgAUhFDQADQAJARAAAAAAAAAAAIQZBfyEHIAUhCAJA' +
  'IAggAUhFDQADQAJAIAAgCEEBdGovAQAhCSAJIQoCQAJAAkACQCAKQShGDQAgCkHbAEZFDQELIAZEAAAAAAAA8D+gIQYMAgwBCwJA' +
  'AkACQCAKQSlGDQAgCkHdAEZFDQELIAZEAAAAAAAA8D+hIQYMAwwBCyAKQX9GBEAgBEQAAAAAgIQuQaAhBAwDBQJAAkAgCUEwTkUN' +
  'ACAJQTlMRQ0AIAQgCUEATgRABQALIAlBMGu3oCEEDAELIAkhCyALQX9GBH9BAQUgC0HhAEYLBH9BAQUgC0HlAEYLBH9BAQUgC0Hp' +
  'AEYLBH9BAQUgC0HvAEYLBH9BAQUgC0H1AEYLBEAgBEQAAAAAAAAIQKAhBAsLCwsLCyAJIAdHBEAgBEQAAAAAAADwP6AhBAsCQAJA' +
  'IAZEAAAAAAAAAABjDQAgByAJSkUNAQsMAwsgCSEHCyAIQQFqIQggCCABSA0ACwsgAiEMIAMhDUEAIQ4CQCAOIA1BB2tIBEAgDiEP' +
  'IAwgD0EBdGohDwNAAkAgDy8BACEQAkACQAJAIBBBgLADSA0AIBBB/78DSkUNAQsMAQsACwJAAkAgECAHRg0AIBBB4gBIRQ0BCyAE' +
  'IAZEAAAAAAAAJECioCEECwsgDkEBaiEOAkAgDy8BAiEQAkACQAJAIBBBgLADSA0AIBBB/78DSkUNAQsMAQsACwJAAkAgECAHRg0A' +
  'IBBB4gBIRQ0BCyAEIAZEAAAAAAAAJECioCEECwsgDkEBaiEOAkAgDy8BBCEQAkACQAJAIBBBgLADSA0AIBBB/78DSkUNAQsMAQsA' +
  'CwJAAkAgECAHRg0AIBBB4gBIRQ0BCyAEIAZEAAAAAAAAJECioCEECwsgDkEBaiEOAkAgDy8BBiEQAkACQAJAIBBBgLADSA0AIBBB' +
  '/78DSkUNAQsMAQsACwJAAkAgECAHRg0AIBBB4gBIRQ0BCyAEIAZEAAAAAAAAJECioCEECwsgDkEBaiEOAkAgDy8BCCEQAkACQAJA' +
  'IBBBgLADSA0AIBBB/78DSkUNAQsMAQsACwJAAkAgECAHRg0AIBBB4gBIRQ0BCyAEIAZEAAAAAAAAJECioCEECwsgDkEBaiEOAkAg' +
  'Dy8BCiEQAkACQAJAIBBBgLADSA0AIBBB/78DSkUNAQsMAQsACwJAAkAgECAHRg0AIBBB4gBIRQ0BCyAEIAZEAAAAAAAAJECioCEE' +
  'CwsgDkEBaiEOAkAgDy8BDCEQAkACQAJAIBBBgLADSA0AIBBB/78DSkUNAQsMAQsACwJAAkAgECAHRg0AIBBB4gBIRQ0BCyAEIAZE' +
  'AAAAAAAAJECioCEECwsgDkEBaiEOAkAgDy8BDiEQAkACQAJAIBBBgLADSA0AIBBB/78DSkUNAQsMAQsACwJAAkAgECAHRg0AIBBB' +
  '4gBIRQ0BCyAEIAZEAAAAAAAAJECioCEECwsgDkEBaiEOIA9BEGohDyAOIA1BB2tIDQALCyAOIA1IRQ0AA0ACQCAMIA5BAXRqLwEA' +
  'IRACQAJAAkAgEEGAsANIDQAgEEH/vwNKRQ0BCwwBCwALAkACQCAQIAdGDQAgEEHiAEhFDQELIAQgBkQAAAAAAAAkQKKgIQQLCyAO' +
  'QQFqIQ4gDiANSA0ACwsgByERIBFBf0YEf0EBBSARQfgARgsEf0EBBSARQfkARgsEf0EBBSARQfoARgsEQCAERAAAAAAAAOA/oCEE' +
  'CwsgBUEBaiEFIAUgAUgNAAsLIAQPAAt2AQJ/IABBgICAwABLBEAACyMAQQhqIgMgACABdGpBB2pBeHEiBEGAgICABEsEQAALIAQ/' +
  'AEEQdEsEQCAEPwBBEHRrQf//A2pBEHZAAEF/RgRAAAsLIAQkACADQQhrIAA2AgAgAgRAIANBACAAIAF0/AsACyADCwYAQQgkAAs=';

interface Kernel {
  run(text: number, textLength: number, from: number, fromLength: number): number;
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
export function bracketScoreKernel(text: string, from: string): number | undefined {
  if (kernel === undefined || typeof text !== 'string' || typeof from !== 'string') return undefined;
  try {
    kernel.reset();
    const textAddress = kernel.allocate(text.length, 1, 0);
    const textView = new Uint16Array(kernel.memory.buffer, textAddress, text.length);
    for (let index = 0; index < text.length; index++) textView[index] = text.charCodeAt(index);
    const fromAddress = kernel.allocate(from.length, 1, 0);
    const fromView = new Uint16Array(kernel.memory.buffer, fromAddress, from.length);
    for (let index = 0; index < from.length; index++) fromView[index] = from.charCodeAt(index);
    return kernel.run(textAddress, text.length, fromAddress, from.length);
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
