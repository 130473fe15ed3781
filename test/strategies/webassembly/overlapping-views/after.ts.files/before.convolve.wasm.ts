// convolveKernel: convolve of before.ts as a WebAssembly module of 987 bytes, made by Speedlens. The source is convolve itself,
// which also does what the kernel cannot. When convolve changes, make this file anew:
//   speedlens bench before.ts#convolve --strategies webassembly --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.
// Its loops use vectors of two numbers (Node 16.4, Chrome 91, Firefox 89, Safari 16.4); without them the original does the work.

const bytes =
  'AGFzbQEAAAABEgNgBH9/f38AYAN/f38Bf2AAAAMEAwABAgUDAQABBgYBfwFBCAsHIwQDcnVuAAAGbWVtb3J5AgAIYWxsb2NhdGUA' +
  'AQVyZXNldAACCoQHA4MGCAJ/BXsBfwJ7A38EewJ/AXxBACEEAkAgBCABSEUNACABQQFrIAFIBEAFAAsgAUEHayIFQQAgBUEAShsh' +
  'BQJAA0AgBEEHaiABTg0BRAAAAAAAAAAA/RQhBiAGIQcgBiEIIAYhCSAGIQpBACELAkAgCyADSEUNACADQQFrIANIBEAFAAsDQCAC' +
  'IAtBA3RqKwMA/RQhDCALIARrt/0URAAAAAAAAAAA/RREAAAAAAAA8L/9IgH98AEhDSAHIAwgDf3yAf3wASEHIAggDCANRAAAAAAA' +
  'AADA/RT98AH98gH98AEhCCAJIAwgDUQAAAAAAAAQwP0U/fAB/fIB/fABIQkgCiAMIA1EAAAAAAAAGMD9FP3wAf3yAf3wASEKIAtB' +
  'AWohCyALIANIDQALCyAEIg4gBU8EQAALIAAgDkEDdGohDyAPIAf9CwMAIA8gCP0LAxAgDyAJ/QsDICAPIAr9CwMwAkALIARBAWoh' +
  'BAJACyAEQQFqIQQCQAsgBEEBaiEEAkALIARBAWohBAJACyAEQQFqIQQCQAsgBEEBaiEEAkALIARBAWohBAJACyAEQQFqIQQMAAsL' +
  'IAFBAWsiEEEAIBBBAEobIRACQANAIARBAWogAU4NAUQAAAAAAAAAAP0UIREgESESQQAhCwJAIAsgA0hFDQAgA0EBayADSARABQAL' +
  'A0AgAiALQQN0aisDAP0UIRMgCyAEa7f9FEQAAAAAAAAAAP0URAAAAAAAAPC//SIB/fABIRQgEiATIBT98gH98AEhEiALQQFqIQsg' +
  'CyADSA0ACwsgBCIVIBBPBEAACyAAIBVBA3RqIRYgFiAS/QsDAAJACyAEQQFqIQQCQAsgBEEBaiEEDAALCyAEIAFIRQ0AA0ACQEQA' +
  'AAAAAAAAACEXQQAhCwJAIAsgA0hFDQAgA0EBayADSARABQALA0ACQCAXIAIgC0EDdGorAwAgCyAEa7eioCEXCyALQQFqIQsgCyAD' +
  'SA0ACwsgACAEQQN0aiAXOQMACyAEQQFqIQQgBCABSA0ACwsLdgECfyAAQYCAgMAASwRAAAsjAEEIaiIDIAAgAXRqQQdqQXhxIgRB' +
  'gICAgARLBEAACyAEPwBBEHRLBEAgBD8AQRB0a0H//wNqQRB2QABBf0YEQAALCyAEJAAgA0EIayAANgIAIAIEQCADQQAgACABdPwL' +
  'AAsgAwsGAEEIJAAL';

interface Kernel {
  run(to: number, toLength: number, from: number, fromLength: number): void;
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

/** Whether it has been done. If not, nothing has been changed, and the original has to do it. */
export function convolveKernel(to: Float64Array, from: Float64Array): boolean {
  if (kernel === undefined || !(to instanceof Float64Array) || !(from instanceof Float64Array)) return false;
  if (to.buffer === from.buffer) return false;
  try {
    kernel.reset();
    const toAddress = kernel.allocate(to.length, 3, 0);
    const toView = new Float64Array(kernel.memory.buffer, toAddress, to.length);
    toView.set(to);
    const fromAddress = kernel.allocate(from.length, 3, 0);
    const fromView = new Float64Array(kernel.memory.buffer, fromAddress, from.length);
    fromView.set(from);
    kernel.run(toAddress, to.length, fromAddress, from.length);
    to.set(new Float64Array(kernel.memory.buffer, toAddress, to.length));
    return true;
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return false;
  }
}
