// middleKernel: middle of before.ts as a WebAssembly module of 1213 bytes, made by Speedlens. The source is middle itself,
// which also does what the kernel cannot. When middle changes, take away this file and what before.ts says of middleKernel, and make them anew:
//   speedlens bench before.ts#middle --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.
// Its loops use vectors of two numbers (Node 16.4, Chrome 91, Firefox 89, Safari 16.4); without them the original does the work.

const bytes =
  'AGFzbQEAAAABEgNgA39/fwF8YAN/f38Bf2AAAAMEAwABAgUDAQABBgYBfwFBCAsHIwQDcnVuAAAGbWVtb3J5AgAIYWxsb2NhdGUA' +
  'AQVyZXNldAACCuYIA+UHDxV/A3wBfwF8An8BfAJ/AXwCfwF8An8BfAF/AXwCfyMAIQMgASEFIAVBA0EBEAEhBEEAIQYCQCAGIAVI' +
  'RQ0AIAVBAWsgAUgEQAUACyAFQQdrIgdBACAHQQBKGyEHIAFBB2siCEEAIAhBAEobIQgCQANAIAZBB2ogBU4NASAGIQkgACAJQQN0' +
  'aiEKIAYhCyAEIAtBA3RqIQwgDCAK/QADAP0LAwAgDCAK/QADEP0LAxAgDCAK/QADIP0LAyAgDCAK/QADMP0LAzACQAsgBkEBaiEG' +
  'AkALIAZBAWohBgJACyAGQQFqIQYCQAsgBkEBaiEGAkALIAZBAWohBgJACyAGQQFqIQYCQAsgBkEBaiEGAkALIAZBAWohBgwACwsg' +
  'BUEBayINQQAgDUEAShshDSABQQFrIg5BACAOQQBKGyEOAkADQCAGQQFqIAVODQEgBiEPIAAgD0EDdGohECAGIREgBCARQQN0aiES' +
  'IBIgEP0AAwD9CwMAAkALIAZBAWohBgJACyAGQQFqIQYMAAsLIAYgBUhFDQADQAJAIAQgBkEDdGogACAGQQN0aisDADkDAAsgBkEB' +
  'aiEGIAYgBUgNAAsLIAQhEyAFIRRBACEVIBRBAWshFgJAIBUgFkhFDQADQAJAIBUgFmpBAXUhFyAXIBRPBEAACyATIBdBA3RqKwMA' +
  'IRggFbchGSAWtyEaAkAgGSAaZUUNAANAAkACQCAZIhz8AyIduCAcYgRAAAsgHSEbIBsgFE8EQAALIBMgG0EDdGorAwAgGGNFDQAD' +
  'QAJAIBlEAAAAAAAA8D+gIRkLIBkiH/wDIiC4IB9iBEAACyAgIR4gHiAUTwRAAAsgEyAeQQN0aisDACAYYw0ACwsCQCAaIiL8AyIj' +
  'uCAiYgRAAAsgIyEhICEgFE8EQAALIBMgIUEDdGorAwAgGGRFDQADQAJAIBpEAAAAAAAA8D+hIRoLIBoiJfwDIia4ICViBEAACyAm' +
  'ISQgJCAUTwRAAAsgEyAkQQN0aisDACAYZA0ACwsgGSAaZQRAIBr8AiEnICcgFE8EQAALIBMgJ0EDdGorAwAhKCAZ/AIhKSApIBRP' +
  'BEAACyATIClBA3RqKwMAISogGfwCISsgKyAUTwRAAAsgEyArQQN0aiAoOQMAIBr8AiEsICwgFE8EQAALIBMgLEEDdGogKjkDACAZ' +
  'RAAAAAAAAPA/oCEZIBpEAAAAAAAA8D+hIRoLCyAZIBplDQALCyACtyAaZQRAIBr8AiEWBSACtyAZZgRAIBn8AiEVBQwECwsLIBUg' +
  'FkgNAAsLIAIgFE8EQAALIBMgAkEDdGorAwAgAyQADyADJAAAC3YBAn8gAEGAgIDAAEsEQAALIwBBCGoiAyAAIAF0akEHakF4cSIE' +
  'QYCAgIAESwRAAAsgBD8AQRB0SwRAIAQ/AEEQdGtB//8DakEQdkAAQX9GBEAACwsgBCQAIANBCGsgADYCACACBEAgA0EAIAAgAXT8' +
  'CwALIAMLBgBBCCQACw==';

interface Kernel {
  run(values: number, valuesLength: number, k: number): number;
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
export function middleKernel(values: readonly number[], k: number): number | undefined {
  if (kernel === undefined || !Array.isArray(values) || !isInteger(k)) return undefined;
  try {
    kernel.reset();
    const valuesAddress = kernel.allocate(values.length, 3, 0);
    const valuesView = new Float64Array(kernel.memory.buffer, valuesAddress, values.length);
    for (let index = 0; index < values.length; index++) {
      const value: unknown = values[index];
      if (typeof value !== 'number') return undefined;
      valuesView[index] = value;
    }
    return kernel.run(valuesAddress, values.length, k);
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
