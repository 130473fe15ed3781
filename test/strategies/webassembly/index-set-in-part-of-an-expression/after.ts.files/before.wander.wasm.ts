// wanderKernel: wander of before.ts as a WebAssembly module of 1221 bytes, made by Speedlens. The source is wander itself,
// which also does what the kernel cannot. When wander changes, take away this file and what before.ts says of wanderKernel, and make them anew:
//   speedlens bench before.ts#wander --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABEwNgBH9/fH8BfGADf39/AX9gAAADBAMAAQIFAwEAAQYGAX8BQQgLByMEA3J1bgAABm1lbW9yeQIACGFsbG9jYXRl' +
  'AAEFcmVzZXQAAgrtCAPsBxQCfAR/AXwCfwF8An8BfAJ/AXwCfwF8An8BfAJ/AXwCfwF8A38BfAF/IAIhBEQAAAAAAAAAACEFQQAh' +
  'BgJAIAYgA0hFDQADQAJAQQAhBwJAIAcgAUEHa0gEQCAHIQggACAIQQN0aiEIA0ACQCAFIAgrAwAgBWQEfCAHtyEEIAgrAwAFRAAA' +
  'AAAAAPA/C6AhBSAFIAQiCvwDIgu4IApiBEAACyALIQkgCSABTwRAAAsgACAJQQN0aisDAKEhBQsgB0EBaiEHAkAgBSAIKwMIIAVk' +
  'BHwgB7chBCAIKwMIBUQAAAAAAADwPwugIQUgBSAEIg38AyIOuCANYgRAAAsgDiEMIAwgAU8EQAALIAAgDEEDdGorAwChIQULIAdB' +
  'AWohBwJAIAUgCCsDECAFZAR8IAe3IQQgCCsDEAVEAAAAAAAA8D8LoCEFIAUgBCIQ/AMiEbggEGIEQAALIBEhDyAPIAFPBEAACyAA' +
  'IA9BA3RqKwMAoSEFCyAHQQFqIQcCQCAFIAgrAxggBWQEfCAHtyEEIAgrAxgFRAAAAAAAAPA/C6AhBSAFIAQiE/wDIhS4IBNiBEAA' +
  'CyAUIRIgEiABTwRAAAsgACASQQN0aisDAKEhBQsgB0EBaiEHAkAgBSAIKwMgIAVkBHwgB7chBCAIKwMgBUQAAAAAAADwPwugIQUg' +
  'BSAEIhb8AyIXuCAWYgRAAAsgFyEVIBUgAU8EQAALIAAgFUEDdGorAwChIQULIAdBAWohBwJAIAUgCCsDKCAFZAR8IAe3IQQgCCsD' +
  'KAVEAAAAAAAA8D8LoCEFIAUgBCIZ/AMiGrggGWIEQAALIBohGCAYIAFPBEAACyAAIBhBA3RqKwMAoSEFCyAHQQFqIQcCQCAFIAgr' +
  'AzAgBWQEfCAHtyEEIAgrAzAFRAAAAAAAAPA/C6AhBSAFIAQiHPwDIh24IBxiBEAACyAdIRsgGyABTwRAAAsgACAbQQN0aisDAKEh' +
  'BQsgB0EBaiEHAkAgBSAIKwM4IAVkBHwgB7chBCAIKwM4BUQAAAAAAADwPwugIQUgBSAEIh/8AyIguCAfYgRAAAsgICEeIB4gAU8E' +
  'QAALIAAgHkEDdGorAwChIQULIAdBAWohByAIQcAAaiEIIAcgAUEHa0gNAAsLIAcgAUhFDQADQAJAIAUgACAHQQN0aisDACAFZAR8' +
  'IAe3IQQgBPwCISEgACAhQQN0aisDAAVEAAAAAAAA8D8LoCEFIAUgBCIj/AMiJLggI2IEQAALICQhIiAiIAFPBEAACyAAICJBA3Rq' +
  'KwMAoSEFCyAHQQFqIQcgByABSA0ACwsLIAZBAWohBiAGIANIDQALCyAFDwALdgECfyAAQYCAgMAASwRAAAsjAEEIaiIDIAAgAXRq' +
  'QQdqQXhxIgRBgICAgARLBEAACyAEPwBBEHRLBEAgBD8AQRB0a0H//wNqQRB2QABBf0YEQAALCyAEJAAgA0EIayAANgIAIAIEQCAD' +
  'QQAgACABdPwLAAsgAwsGAEEIJAAL';

interface Kernel {
  run(steps: number, stepsLength: number, start: number, rounds: number): number;
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
export function wanderKernel(steps: Float64Array, start: number, rounds: number): number | undefined {
  if (kernel === undefined || !(steps instanceof Float64Array) || typeof start !== 'number' || !isInteger(rounds)) return undefined;
  try {
    kernel.reset();
    const stepsAddress = kernel.allocate(steps.length, 3, 0);
    const stepsView = new Float64Array(kernel.memory.buffer, stepsAddress, steps.length);
    stepsView.set(steps);
    return kernel.run(stepsAddress, steps.length, start, rounds);
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
