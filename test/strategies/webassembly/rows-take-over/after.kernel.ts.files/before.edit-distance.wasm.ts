// editDistanceKernel: editDistance of before.ts as a WebAssembly module of 1248 bytes, made by Speedlens. The source is editDistance itself,
// which also does what the kernel cannot. When editDistance changes, take away this file and what before.ts says of editDistanceKernel, and make them anew:
//   speedlens bench before.ts#editDistance --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABGQRgAnx8AXxgBH9/f38BfGADf39/AX9gAAACDwEBbQlyZW1haW5kZXIAAAMFBAECAAMFAwEAAQYGAX8BQQgLByME' +
  'A3J1bgABBm1lbW9yeQIACGFsbG9jYXRlAAIFcmVzZXQABArwCASqBw8HfwJ8B38CfAd/AXwEfwF8AX8BfAJ/AXwCfwF8AX8jACEE' +
  'IANBAWohBSAFIQcgByAISwRAIAciCEEDQQAQAiEGCyAGQQAgB0EDdPwLAEEAIQkCQCAJIAdIRQ0AA0ACQCAJIQogCbchCyAKIAdP' +
  'BEAACyAGIApBA3RqIAs5AwALIAlBAWohCSAJIAdIDQALC0QAAAAAAAAAACEMQQAhDQJAIA0gAUhFDQADQAJAIA1BAWohEEEBIQ8g' +
  'DyARSwRAIA8iEUEDQQAQAiEOCyAOQQAgD0EDdPwLACAOIBC3OQMAQQAhEgJAIBIgA0hFDQAgACANQQF0ai8BACETA0ACQCASIAdP' +
  'BEAACyAGIBJBA3RqKwMAQQBBASATIAIgEkEBdGovAQBGG7egIRQgEkEBaiEWIBYgB08EQAALIAYgFkEDdGorAwBEAAAAAAAA8D+g' +
  'IBIgD08EQAALIA4gEkEDdGorAwBEAAAAAAAA8D+gpCAUpCEVIA8gEUYEQCARQQF0QRBqIREgDiEXIBFBA0EAEAIiDiAXIA9BA3T8' +
  'CgAACyAOIA9BA3RqIBU5AwAgD0EBaiEPCyASQQFqIRIgEiADSA0ACwsgDUEBaiEYIA0hGSAYIRsgGyAcSwRAIBsiHEEDQQAQAiEa' +
  'CyAaQQAgG0EDdPwLACAZtyEdIBoiHiAbQQN0aiEfAkADQCAeIB9PDQEgHiAdOQMAIB5BCGohHgwACwtBACEgAkAgICANSEUNAANA' +
  'AkAgICEhICC3IA+3EAMiJPwDIiW4ICRiBEAACyAlISMgIyAPTwRAAAsgDiAjQQN0aisDACEiICEgG08EQCAhIBtHBEAACyAbIBxG' +
  'BEAgHEEBdEEQaiEcIBohJiAcQQNBABACIhogJiAbQQN0/AoAAAsgG0EBaiEbCyAaICFBA3RqICI5AwALICBBAWohICAgIA1IDQAL' +
  'CyAAIA1BAXRqLwEAQfgARgRADAELQQAhKCAoIBtPBEAACyAaIChBA3RqKwMARAAAAAAAAOA/oiInICedoUQAAAAAAAAAAGEEQCAM' +
  'RAAAAAAAAPA/oCEMCyAGIAggDiEGIBEhCCERIQ4gDyEHCyANQQFqIQ0gDSABSA0ACwtBACEpAkAgKSAHSEUNAANAAkAgBiApQQN0' +
  'aisDACEqIAwgKqAhDAsgKUEBaiEpICkgB0gNAAsLIAMhKyArIAdPBEAACyAGICtBA3RqKwMARAAAAAAAQI9AoiAMoCAEJAAPIAQk' +
  'AAALdgECfyAAQYCAgMAASwRAAAsjAEEIaiIDIAAgAXRqQQdqQXhxIgRBgICAgARLBEAACyAEPwBBEHRLBEAgBD8AQRB0a0H//wNq' +
  'QRB2QABBf0YEQAALCyAEJAAgA0EIayAANgIAIAIEQCADQQAgACABdPwLAAsgAwtEACAAnSAAYSAAmUQAAAAAAABAQ2NxIAGdIAFh' +
  'IAGZRAAAAAAAAEBDY3FxBHwgACAAIAGjnSABoqEgAKYFIAAgARAACwsGAEEIJAAL';

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
