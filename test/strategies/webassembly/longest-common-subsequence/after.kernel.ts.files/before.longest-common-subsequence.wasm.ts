// longestCommonSubsequenceKernel: longestCommonSubsequence of before.ts as a WebAssembly module of 1395 bytes, made by Speedlens. The source is longestCommonSubsequence itself,
// which also does what the kernel cannot. When longestCommonSubsequence changes, take away this file and what before.ts says of longestCommonSubsequenceKernel, and make them anew:
//   speedlens bench before.ts#longestCommonSubsequence --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABEwNgBH9/f38BfGADf39/AX9gAAADBAMAAQIFAwEAAQYGAX8BQQgLByMEA3J1bgAABm1lbW9yeQIACGFsbG9jYXRl' +
  'AAEFcmVzZXQAAgqbCgOaCQkDfwF8An8BfAx/AXwDfwF8B38jACEEIAFBAWpBAGohBQJAAkAgBRpBAUUNACAFQQBORQ0AIAVBgICA' +
  'wABMRQ0ADAELAAsgA0EBakEAaiEGAkACQCAGGkEBRQ0AIAZBAE5FDQAgBkGAgIDAAExFDQAMAQsACyAFtyAGt6IhByAHIgr8AyIL' +
  'uCAKYgRAAAsgCyEJIAlBA0EBEAEhCEEBIQwCQCAMIAFMRQ0AA0ACQEEBIQ0CQCANIANMRQ0AIAxBAWshDiAAIA5BAXRqLwEAIQ8g' +
  'DCISIAVPBEAACyAGIREgCCASIBFsQQN0aiEQIAxBAWsiFSAFTwRAAAsgBiEUIAggFSAUbEEDdGohEyADIAZIBEAFAAsgDUEBayEW' +
  'IBYgEU8EQAALIBAgFkEDdGorAwAhFyANIANBB2tMBEAgDSEYIAIgGEEBdGpBfmohGCANIRkgECAZQQN0aiEZIA0hGiATIBpBA3Rq' +
  'QXhqIRoDQAJAIBchGyAPIBgvAQBGBEAgDSEcIBkgGisDAEQAAAAAAADwP6AiFzkDAAUgDSEdIBkgGisDCCAbpSIXOQMACwsgDUEB' +
  'aiENAkAgFyEbIA8gGC8BAkYEQCANIRwgGSAaKwMIRAAAAAAAAPA/oCIXOQMIBSANIR0gGSAaKwMQIBulIhc5AwgLCyANQQFqIQ0C' +
  'QCAXIRsgDyAYLwEERgRAIA0hHCAZIBorAxBEAAAAAAAA8D+gIhc5AxAFIA0hHSAZIBorAxggG6UiFzkDEAsLIA1BAWohDQJAIBch' +
  'GyAPIBgvAQZGBEAgDSEcIBkgGisDGEQAAAAAAADwP6AiFzkDGAUgDSEdIBkgGisDICAbpSIXOQMYCwsgDUEBaiENAkAgFyEbIA8g' +
  'GC8BCEYEQCANIRwgGSAaKwMgRAAAAAAAAPA/oCIXOQMgBSANIR0gGSAaKwMoIBulIhc5AyALCyANQQFqIQ0CQCAXIRsgDyAYLwEK' +
  'RgRAIA0hHCAZIBorAyhEAAAAAAAA8D+gIhc5AygFIA0hHSAZIBorAzAgG6UiFzkDKAsLIA1BAWohDQJAIBchGyAPIBgvAQxGBEAg' +
  'DSEcIBkgGisDMEQAAAAAAADwP6AiFzkDMAUgDSEdIBkgGisDOCAbpSIXOQMwCwsgDUEBaiENAkAgFyEbIA8gGC8BDkYEQCANIRwg' +
  'GSAaKwM4RAAAAAAAAPA/oCIXOQM4BSANIR0gGSAaKwNAIBulIhc5AzgLCyANQQFqIQ0gGEEQaiEYIBlBwABqIRkgGkHAAGohGiAN' +
  'IANBB2tMDQALCyANIANMRQ0AA0ACQCAXIRsgDyANQQFrIR4gAiAeQQF0ai8BAEYEQCANIRwgECAcQQN0aiANQQFrIR8gEyAfQQN0' +
  'aisDAEQAAAAAAADwP6AiFzkDAAUgDSEdIBAgHUEDdGogEyANQQN0aisDACAbpSIXOQMACwsgDUEBaiENIA0gA0wNAAsLCyAMQQFq' +
  'IQwgDCABTA0ACwsgASEhICEgBU8EQAALIAMhIiAiIAZPBEAACyAhIAZsICJqISAgCCAgQQN0aisDACAEJAAPIAQkAAALdgECfyAA' +
  'QYCAgMAASwRAAAsjAEEIaiIDIAAgAXRqQQdqQXhxIgRBgICAgARLBEAACyAEPwBBEHRLBEAgBD8AQRB0a0H//wNqQRB2QABBf0YE' +
  'QAALCyAEJAAgA0EIayAANgIAIAIEQCADQQAgACABdPwLAAsgAwsGAEEIJAAL';

interface Kernel {
  run(a: number, aLength: number, b: number, bLength: number): number;
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
export function longestCommonSubsequenceKernel(a: string, b: string): number | undefined {
  if (kernel === undefined || typeof a !== 'string' || typeof b !== 'string') return undefined;
  try {
    kernel.reset();
    const aAddress = kernel.allocate(a.length, 1, 0);
    const aView = new Uint16Array(kernel.memory.buffer, aAddress, a.length);
    for (let index = 0; index < a.length; index++) aView[index] = a.charCodeAt(index);
    const bAddress = kernel.allocate(b.length, 1, 0);
    const bView = new Uint16Array(kernel.memory.buffer, bAddress, b.length);
    for (let index = 0; index < b.length; index++) bView[index] = b.charCodeAt(index);
    return kernel.run(aAddress, a.length, bAddress, b.length);
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
