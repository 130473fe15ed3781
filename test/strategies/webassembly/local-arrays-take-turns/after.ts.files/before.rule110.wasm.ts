// rule110Kernel: rule110 of before.ts as a WebAssembly module of 1729 bytes, made by Speedlens. The source is rule110 itself,
// which also does what the kernel cannot. When rule110 changes, take away this file and what before.ts says of rule110Kernel, and make them anew:
//   speedlens bench before.ts#rule110 --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABEQNgAn9/AXxgA39/fwF/YAAAAwQDAAECBQMBAAEGBgF/AUEICwcjBANydW4AAAZtZW1vcnkCAAhhbGxvY2F0ZQAB' +
  'BXJlc2V0AAIK6wwD6gsDIn8BfAV/IwAhAiAAIQQgBEEAQQEQASEDIAAhBiAGQQBBARABIQUgAEEBayEHIAcgBE8EQAALIAMgB2pB' +
  'AToAAEEAIQgCQCAIIAFIRQ0AA0ACQEEAIQkCQCAJIABIRQ0AAkACQCAAGkEBRQ0AIABBAWsgBkhFDQAMAQsACwJAAkAgABpBAUUN' +
  'ACAAQQFrIARIRQ0ADAELAAsgCSAAQQdrSARAIAkhCiAFIApqIQogCSELIAMgC2ohCwNAAkAgCSAAakEBayAAcCEMIAwgBE8EQAAL' +
  'IAMgDGotAAAhDSAJQQFqIABwIQ4gDiAETwRAAAsgAyAOai0AACEPIApB7gAgDUEEbCALLQAAQQJsaiAPanVBAXE6AAALIAlBAWoh' +
  'CQJAIAkgAGpBAWsgAHAhECAQIARPBEAACyADIBBqLQAAIQ0gCUEBaiAAcCERIBEgBE8EQAALIAMgEWotAAAhDyAKQe4AIA1BBGwg' +
  'Cy0AAUECbGogD2p1QQFxOgABCyAJQQFqIQkCQCAJIABqQQFrIABwIRIgEiAETwRAAAsgAyASai0AACENIAlBAWogAHAhEyATIARP' +
  'BEAACyADIBNqLQAAIQ8gCkHuACANQQRsIAstAAJBAmxqIA9qdUEBcToAAgsgCUEBaiEJAkAgCSAAakEBayAAcCEUIBQgBE8EQAAL' +
  'IAMgFGotAAAhDSAJQQFqIABwIRUgFSAETwRAAAsgAyAVai0AACEPIApB7gAgDUEEbCALLQADQQJsaiAPanVBAXE6AAMLIAlBAWoh' +
  'CQJAIAkgAGpBAWsgAHAhFiAWIARPBEAACyADIBZqLQAAIQ0gCUEBaiAAcCEXIBcgBE8EQAALIAMgF2otAAAhDyAKQe4AIA1BBGwg' +
  'Cy0ABEECbGogD2p1QQFxOgAECyAJQQFqIQkCQCAJIABqQQFrIABwIRggGCAETwRAAAsgAyAYai0AACENIAlBAWogAHAhGSAZIARP' +
  'BEAACyADIBlqLQAAIQ8gCkHuACANQQRsIAstAAVBAmxqIA9qdUEBcToABQsgCUEBaiEJAkAgCSAAakEBayAAcCEaIBogBE8EQAAL' +
  'IAMgGmotAAAhDSAJQQFqIABwIRsgGyAETwRAAAsgAyAbai0AACEPIApB7gAgDUEEbCALLQAGQQJsaiAPanVBAXE6AAYLIAlBAWoh' +
  'CQJAIAkgAGpBAWsgAHAhHCAcIARPBEAACyADIBxqLQAAIQ0gCUEBaiAAcCEdIB0gBE8EQAALIAMgHWotAAAhDyAKQe4AIA1BBGwg' +
  'Cy0AB0ECbGogD2p1QQFxOgAHCyAJQQFqIQkgCkEIaiEKIAtBCGohCyAJIABBB2tIDQALCyAJIABIRQ0AA0ACQCAJIABqQQFrIABw' +
  'IR4gHiAETwRAAAsgAyAeai0AACENIAlBAWogAHAhHyAfIARPBEAACyADIB9qLQAAIQ8gBSAJakHuACANQQRsIAMgCWotAABBAmxq' +
  'IA9qdUEBcToAAAsgCUEBaiEJIAkgAEgNAAsLIAUhICAGISEgAyEiIAQhIyAgIQMgISEEICIhBSAjIQYLIAhBAWohCCAIIAFIDQAL' +
  'C0QAAAAAAAAAACEkIAMhJSAEISZBACEnAkAgJyAmQQdrSARAICchKCAlIChqISgDQAJAICgtAAAhKSAkICm3oCEkCyAnQQFqIScC' +
  'QCAoLQABISkgJCApt6AhJAsgJ0EBaiEnAkAgKC0AAiEpICQgKbegISQLICdBAWohJwJAICgtAAMhKSAkICm3oCEkCyAnQQFqIScC' +
  'QCAoLQAEISkgJCApt6AhJAsgJ0EBaiEnAkAgKC0ABSEpICQgKbegISQLICdBAWohJwJAICgtAAYhKSAkICm3oCEkCyAnQQFqIScC' +
  'QCAoLQAHISkgJCApt6AhJAsgJ0EBaiEnIChBCGohKCAnICZBB2tIDQALCyAnICZIRQ0AA0ACQCAlICdqLQAAISkgJCApt6AhJAsg' +
  'J0EBaiEnICcgJkgNAAsLICQgAiQADyACJAAAC3YBAn8gAEGAgIDAAEsEQAALIwBBCGoiAyAAIAF0akEHakF4cSIEQYCAgIAESwRA' +
  'AAsgBD8AQRB0SwRAIAQ/AEEQdGtB//8DakEQdkAAQX9GBEAACwsgBCQAIANBCGsgADYCACACBEAgA0EAIAAgAXT8CwALIAMLBgBB' +
  'CCQACw==';

interface Kernel {
  run(size: number, steps: number): number;
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

/** An integer of at most a billion in size, and not -0: the kernel counts in 32 bits. */
function isInteger(value: unknown): value is number {
  return typeof value === 'number' && Object.is(value | 0, value) && value >= -1e9 && value <= 1e9;
}

/** The result, or undefined when the original has to compute it; nothing has been changed then. */
export function rule110Kernel(size: number, steps: number): number | undefined {
  if (kernel === undefined || !isInteger(size) || !isInteger(steps)) return undefined;
  try {
    kernel.reset();
    return kernel.run(size, steps);
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
