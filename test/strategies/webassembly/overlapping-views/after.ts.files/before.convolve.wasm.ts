// convolveKernel: convolve of before.ts as a WebAssembly module of 913 bytes, made by Speedlens. The source is convolve itself,
// which also does what the kernel cannot. When convolve changes, take away this file and what before.ts says of convolveKernel, and make them anew:
//   speedlens bench before.ts#convolve --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.
// Its loops use vectors of two numbers (Node 16.4, Chrome 91, Firefox 89, Safari 16.4); without them the original does the work.

const bytes =
  'AGFzbQEAAAABEgNgBH9/f38AYAN/f38Bf2AAAAMEAwABAgUDAQABBgYBfwFBCAsHIwQDcnVuAAAGbWVtb3J5AgAIYWxsb2NhdGUA' +
  'AQVyZXNldAACCroGA7kFCAJ/BXsBfwJ7A38EewJ/AXxBACEEAkAgAUEHayIFQQAgBUEAShshBQJAA0AgBEEHaiABTg0BRAAAAAAA' +
  'AAAA/RQhBiAGIQcgBiEIIAYhCSAGIQpBACELAkAgCyADSEUNAANAIAIgC0EDdGorAwD9FCEMIAsgBGu3/RREAAAAAAAAAAD9FEQA' +
  'AAAAAADwv/0iAf3wASENIAcgDCAN/fIB/fABIQcgCCAMIA1EAAAAAAAAAMD9FP3wAf3yAf3wASEIIAkgDCANRAAAAAAAABDA/RT9' +
  '8AH98gH98AEhCSAKIAwgDUQAAAAAAAAYwP0U/fAB/fIB/fABIQogC0EBaiELIAsgA0gNAAsLIAQhDiAAIA5BA3RqIQ8gDyAH/QsD' +
  'ACAPIAj9CwMQIA8gCf0LAyAgDyAK/QsDMAJACyAEQQFqIQQCQAsgBEEBaiEEAkALIARBAWohBAJACyAEQQFqIQQCQAsgBEEBaiEE' +
  'AkALIARBAWohBAJACyAEQQFqIQQCQAsgBEEBaiEEDAALCyABQQFrIhBBACAQQQBKGyEQAkADQCAEQQFqIAFODQFEAAAAAAAAAAD9' +
  'FCERIBEhEkEAIQsCQCALIANIRQ0AA0AgAiALQQN0aisDAP0UIRMgCyAEa7f9FEQAAAAAAAAAAP0URAAAAAAAAPC//SIB/fABIRQg' +
  'EiATIBT98gH98AEhEiALQQFqIQsgCyADSA0ACwsgBCEVIAAgFUEDdGohFiAWIBL9CwMAAkALIARBAWohBAJACyAEQQFqIQQMAAsL' +
  'IAQgAUhFDQADQAJARAAAAAAAAAAAIRdBACELAkAgCyADSEUNAANAAkAgFyACIAtBA3RqKwMAIAsgBGu3oqAhFwsgC0EBaiELIAsg' +
  'A0gNAAsLIAAgBEEDdGogFzkDAAsgBEEBaiEEIAQgAUgNAAsLC3YBAn8gAEGAgIDAAEsEQAALIwBBCGoiAyAAIAF0akEHakF4cSIE' +
  'QYCAgIAESwRAAAsgBD8AQRB0SwRAIAQ/AEEQdGtB//8DakEQdkAAQX9GBEAACwsgBCQAIANBCGsgADYCACACBEAgA0EAIAAgAXT8' +
  'CwALIAMLBgBBCCQACw==';

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
    // Too little memory or stack.
    return false;
  }
}
