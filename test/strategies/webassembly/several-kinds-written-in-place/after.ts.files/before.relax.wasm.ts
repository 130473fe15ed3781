// relaxKernel: relax of before.ts as a WebAssembly module of 851 bytes, made by Speedlens. The source is relax itself,
// which also does what the kernel cannot. When relax changes, take away this file and what before.ts says of relaxKernel, and make them anew:
//   speedlens bench before.ts#relax --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.
// Its loops use vectors of two numbers (Node 16.4, Chrome 91, Firefox 89, Safari 16.4); without them the original does the work.

const bytes =
  'AGFzbQEAAAABEwNgBX9/f39/AGADf39/AX9gAAADBAMAAQIFAwEAAQYGAX8BQQgLByMEA3J1bgAABm1lbW9yeQIACGFsbG9jYXRl' +
  'AAEFcmVzZXQAAgr7BQP6BAQIfwF7Bn8Be0EAIQUCQCAFIARIRQ0AA0ACQEEAIQYCQCAGIAFIRQ0AIAFBAWsgA0gEQAUACyADQQdr' +
  'IgdBACAHQQBKGyEHIAFBB2siCEEAIAhBAEobIQgCQANAIAZBB2ogAU4NASAGIQkgACAJQQN0aiEKIAYhCyACIAtBA3RqIQxEAAAA' +
  'AAAAAED9FCENIAwgCv0AAwAgCv0AAwD98gEgDP0AAwD98AH97wEgDf3zAf0LAwAgDCAK/QADECAK/QADEP3yASAM/QADEP3wAf3v' +
  'ASAN/fMB/QsDECAMIAr9AAMgIAr9AAMg/fIBIAz9AAMg/fAB/e8BIA398wH9CwMgIAwgCv0AAzAgCv0AAzD98gEgDP0AAzD98AH9' +
  '7wEgDf3zAf0LAzACQAsgBkEBaiEGAkALIAZBAWohBgJACyAGQQFqIQYCQAsgBkEBaiEGAkALIAZBAWohBgJACyAGQQFqIQYCQAsg' +
  'BkEBaiEGAkALIAZBAWohBgwACwsgA0EBayIOQQAgDkEAShshDiABQQFrIg9BACAPQQBKGyEPAkADQCAGQQFqIAFODQEgBiEQIAAg' +
  'EEEDdGohESAGIRIgAiASQQN0aiETRAAAAAAAAABA/RQhFCATIBH9AAMAIBH9AAMA/fIBIBP9AAMA/fAB/e8BIBT98wH9CwMAAkAL' +
  'IAZBAWohBgJACyAGQQFqIQYMAAsLIAYgAUhFDQADQAJAIAIgBkEDdGogACAGQQN0aisDACAAIAZBA3RqKwMAoiACIAZBA3RqKwMA' +
  'oJ9EAAAAAAAA4D+iOQMACyAGQQFqIQYgBiABSA0ACwsLIAVBAWohBSAFIARIDQALCwt2AQJ/IABBgICAwABLBEAACyMAQQhqIgMg' +
  'ACABdGpBB2pBeHEiBEGAgICABEsEQAALIAQ/AEEQdEsEQCAEPwBBEHRrQf//A2pBEHZAAEF/RgRAAAsLIAQkACADQQhrIAA2AgAg' +
  'AgRAIANBACAAIAF0/AsACyADCwYAQQgkAAs=';

interface Kernel {
  run(from: number, fromLength: number, to: number, toLength: number, rounds: number): void;
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

/** Whether it has been done. If not, nothing has been changed, and the original has to do it. */
export function relaxKernel(from: ArrayLike<number>, to: ArrayLike<number>, rounds: number): boolean {
  if (kernel === undefined || !(from instanceof Float64Array) || !(to instanceof Float64Array) || !isInteger(rounds)) return false;
  if (from.buffer === to.buffer) return false;
  try {
    kernel.reset();
    const fromAddress = kernel.allocate(from.length, 3, 0);
    const fromView = new Float64Array(kernel.memory.buffer, fromAddress, from.length);
    fromView.set(from);
    const toAddress = kernel.allocate(to.length, 3, 0);
    const toView = new Float64Array(kernel.memory.buffer, toAddress, to.length);
    toView.set(to);
    kernel.run(fromAddress, from.length, toAddress, to.length, rounds);
    to.set(new Float64Array(kernel.memory.buffer, toAddress, to.length));
    return true;
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return false;
  }
}
