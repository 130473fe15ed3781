// runLengthsKernel: runLengths of before.ts as a WebAssembly module of 559 bytes, made by Speedlens. The source is runLengths itself,
// which also does what the kernel cannot. When runLengths changes, take away this file and what before.ts says of runLengthsKernel, and make them anew:
//   speedlens bench before.ts#runLengths --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABEQNgAn9/AX9gA39/fwF/YAAAAwQDAAECBQMBAAEGBgF/AUEICwcjBANydW4AAAZtZW1vcnkCAAhhbGxvY2F0ZQAB' +
  'BXJlc2V0AAIK2QMD2AIBC39BACEDQQAhBAJAIAQgAUhFDQADQAJAIAQhBQJAIAUgAUhFDQAgBSABTwRAAAsgACAFai0AACAEIAFP' +
  'BEAACyAAIARqLQAARkUNAANAAkAgBUEBaiEFCwJAIAUgAUhFDQAgBSABTwRAAAsgACAFai0AACAEIAFPBEAACyAAIARqLQAARg0B' +
  'CwsLIAQgAU8EQAALIAAgBGotAAAhBiAFIARrIQcgBiEIIAMgCUYEQCAJQQF0QRBqIQkgAiEKIAlBAkEAEAEiAiAKIANBAnT8CgAA' +
  'CyACIANBAnRqIAg2AgAgA0EBaiEDIAchCyADIAlGBEAgCUEBdEEQaiEJIAIhDCAJQQJBABABIgIgDCADQQJ0/AoAAAsgAiADQQJ0' +
  'aiALNgIAIANBAWohAyAFIQQLIAQgAUgNAAsLIAJFBEBBAEEAQQAQASECCyACQQhrIAM2AgAgAg8AC3YBAn8gAEGAgIDAAEsEQAAL' +
  'IwBBCGoiAyAAIAF0akEHakF4cSIEQYCAgIAESwRAAAsgBD8AQRB0SwRAIAQ/AEEQdGtB//8DakEQdkAAQX9GBEAACwsgBCQAIANB' +
  'CGsgADYCACACBEAgA0EAIAAgAXT8CwALIAMLBgBBCCQACw==';

interface Kernel {
  run(data: number, dataLength: number): number;
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
export function runLengthsKernel(data: Uint8Array): number[] | undefined {
  if (kernel === undefined || !(data instanceof Uint8Array)) return undefined;
  try {
    kernel.reset();
    const dataAddress = kernel.allocate(data.length, 0, 0);
    const dataView = new Uint8Array(kernel.memory.buffer, dataAddress, data.length);
    dataView.set(data);
    const result = kernel.run(dataAddress, data.length);
    const length = new Uint32Array(kernel.memory.buffer, result - 8, 1)[0] as number;
    const view = new Int32Array(kernel.memory.buffer, result, length);
    const copy = new Array<number>(length);
    for (let index = 0; index < length; index++) copy[index] = view[index] as number;
    return copy;
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
