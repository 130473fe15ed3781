// loadKernel: load of before.ts as a WebAssembly module of 585 bytes, made by Speedlens. The source is load itself,
// which also does what the kernel cannot. When load changes, take away this file and what before.ts says of loadKernel, and make them anew:
//   speedlens bench before.ts#load --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABFANgBX9/f3x8AXxgA39/fwF/YAAAAwQDAAECBQMBAAEGBgF/AUEICwcjBANydW4AAAZtZW1vcnkCAAhhbGxvY2F0' +
  'ZQABBXJlc2V0AAIK8AMD7wICAXwDf0QAAAAAAAAAACEFQQAhBgJAIAYgAEhFDQADQAJAQQAhBwJAIAcgAkEHa0gEQCAHIQggASAI' +
  'QQN0aiEIA0ACQCAFIAgrAwAgBKIgA6CgIQULIAdBAWohBwJAIAUgCCsDCCAEoiADoKAhBQsgB0EBaiEHAkAgBSAIKwMQIASiIAOg' +
  'oCEFCyAHQQFqIQcCQCAFIAgrAxggBKIgA6CgIQULIAdBAWohBwJAIAUgCCsDICAEoiADoKAhBQsgB0EBaiEHAkAgBSAIKwMoIASi' +
  'IAOgoCEFCyAHQQFqIQcCQCAFIAgrAzAgBKIgA6CgIQULIAdBAWohBwJAIAUgCCsDOCAEoiADoKAhBQsgB0EBaiEHIAhBwABqIQgg' +
  'ByACQQdrSA0ACwsgByACSEUNAANAAkAgBSABIAdBA3RqKwMAIASiIAOgoCEFCyAHQQFqIQcgByACSA0ACwsLIAZBAWohBiAGIABI' +
  'DQALCyAFDwALdgECfyAAQYCAgMAASwRAAAsjAEEIaiIDIAAgAXRqQQdqQXhxIgRBgICAgARLBEAACyAEPwBBEHRLBEAgBD8AQRB0' +
  'a0H//wNqQRB2QABBf0YEQAALCyAEJAAgA0EIayAANgIAIAIEQCADQQAgACABdPwLAAsgAwsGAEEIJAAL';

interface Kernel {
  run(kernel: number, bytes: number, bytesLength: number, index: number, value: number): number;
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
export function loadKernel(kernel2: number, bytes2: readonly number[], index: number, value: number): number | undefined {
  if (kernel === undefined || !isInteger(kernel2) || !Array.isArray(bytes2) || typeof index !== 'number' || typeof value !== 'number') return undefined;
  try {
    kernel.reset();
    const bytesAddress = kernel.allocate(bytes2.length, 3, 0);
    const bytesView = new Float64Array(kernel.memory.buffer, bytesAddress, bytes2.length);
    for (let index2 = 0; index2 < bytes2.length; index2++) {
      const value2: unknown = bytes2[index2];
      if (typeof value2 !== 'number') return undefined;
      bytesView[index2] = value2;
    }
    return kernel.run(kernel2, bytesAddress, bytes2.length, index, value);
  } catch {
    // Too little memory or stack.
    return undefined;
  }
}
