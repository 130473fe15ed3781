// editDistanceKernel: editDistance of before.ts as a WebAssembly module of 1300 bytes, made by Speedlens. The source is editDistance itself,
// which also does what the kernel cannot. When editDistance changes, make this file anew:
//   speedlens bench before.ts#editDistance --strategies webassembly --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABGQRgAnx8AXxgBH9/f38BfGADf39/AX9gAAACDwEBbQlyZW1haW5kZXIAAAMFBAECAAMFAwEAAQYGAX8BQQgLByME' +
  'A3J1bgABBm1lbW9yeQIACGFsbG9jYXRlAAIFcmVzZXQABAqkCQTeBw8HfwJ8B38CfAd/AXwEfwF8AX8BfAJ/AXwCfwF8AX8jACEE' +
  'IANBAWohBSAFIQcgByAISwRAIAciCEEDQQAQAiEGCyAGQQAgB0EDdPwLAEEAIQkCQCAJIAdIRQ0AIAdBAWsgB0gEQAUACwNAAkAg' +
  'CSEKIAm3IQsgCiAHTwRAAAsgBiAKQQN0aiALOQMACyAJQQFqIQkgCSAHSA0ACwtEAAAAAAAAAAAhDEEAIQ0CQCANIAFIRQ0AIAFB' +
  'AWsgAUgEQAUACwNAAkAgDUEBaiEQQQEhDyAPIBFLBEAgDyIRQQNBABACIQ4LIA5BACAPQQN0/AsAIA4gELc5AwBBACESAkAgEiAD' +
  'SEUNACAAIA1BAXRqLwEAIRMgA0EBayADSARABQALA0ACQCASIAdPBEAACyAGIBJBA3RqKwMAQQBBASATIAIgEkEBdGovAQBGG7eg' +
  'IRQgEkEBaiEWIBYgB08EQAALIAYgFkEDdGorAwBEAAAAAAAA8D+gIBIgD08EQAALIA4gEkEDdGorAwBEAAAAAAAA8D+gpCAUpCEV' +
  'IA8gEUYEQCARQQF0QRBqIREgDiEXIBFBA0EAEAIiDiAXIA9BA3T8CgAACyAOIA9BA3RqIBU5AwAgD0EBaiEPCyASQQFqIRIgEiAD' +
  'SA0ACwsgDUEBaiEYIA0hGSAYIRsgGyAcSwRAIBsiHEEDQQAQAiEaCyAaQQAgG0EDdPwLACAZtyEdIBoiHiAbQQN0aiEfAkADQCAe' +
  'IB9PDQEgHiAdOQMAIB5BCGohHgwACwtBACEgAkAgICANSEUNAANAAkAgICEhICC3IA+3EAMiJPwDIiW4ICRiBEAACyAlISMgIyAP' +
  'TwRAAAsgDiAjQQN0aisDACEiICEgG08EQCAhIBtHBEAACyAbIBxGBEAgHEEBdEEQaiEcIBohJiAcQQNBABACIhogJiAbQQN0/AoA' +
  'AAsgG0EBaiEbCyAaICFBA3RqICI5AwALICBBAWohICAgIA1IDQALCyAAIA1BAXRqLwEAQfgARgRADAELQQAhKCAoIBtPBEAACyAa' +
  'IChBA3RqKwMARAAAAAAAAOA/oiInICedoUQAAAAAAAAAAGEEQCAMRAAAAAAAAPA/oCEMCyAGIAggDiEGIBEhCCERIQ4gDyEHCyAN' +
  'QQFqIQ0gDSABSA0ACwtBACEpAkAgKSAHSEUNACAHQQFrIAdIBEAFAAsDQAJAIAYgKUEDdGorAwAhKiAMICqgIQwLIClBAWohKSAp' +
  'IAdIDQALCyADISsgKyAHTwRAAAsgBiArQQN0aisDAEQAAAAAAECPQKIgDKAgBCQADyAEJAAAC3YBAn8gAEGAgIDAAEsEQAALIwBB' +
  'CGoiAyAAIAF0akEHakF4cSIEQYCAgIAESwRAAAsgBD8AQRB0SwRAIAQ/AEEQdGtB//8DakEQdkAAQX9GBEAACwsgBCQAIANBCGsg' +
  'ADYCACACBEAgA0EAIAAgAXT8CwALIAMLRAAgAJ0gAGEgAJlEAAAAAAAAQENjcSABnSABYSABmUQAAAAAAABAQ2NxcQR8IAAgACAB' +
  'o50gAaKhIACmBSAAIAEQAAsLBgBBCCQACw==';

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
    const instance = new WebAssembly.Instance(module, { m: { remainder: (x: number, y: number) => x % y } });
    return instance.exports as unknown as Kernel;
  } catch {
    // WebAssembly is not allowed here, by a content security policy for example: the original does the work.
    return undefined;
  }
}

/** The result, or undefined when the original has to compute it; nothing has been changed then. */
export function editDistanceKernel(a: string, b: string): number | undefined {
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
