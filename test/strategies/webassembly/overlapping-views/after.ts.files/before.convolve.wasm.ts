// convolveKernel: convolve of before.ts as a WebAssembly module of 1177 bytes, made by Speedlens. The source is convolve itself,
// which also does what the kernel cannot. When convolve changes, take away this file and what before.ts says of convolveKernel, and make them anew:
//   speedlens bench before.ts#convolve --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.
// Its loops use vectors of two numbers (Node 16.4, Chrome 91, Firefox 89, Safari 16.4); without them the original does the work.

const bytes =
  'AGFzbQEAAAABEgNgBH9/f38AYAN/f38Bf2AAAAMEAwABAgUDAQABBgYBfwFBCAsHIwQDcnVuAAAGbWVtb3J5AgAIYWxsb2NhdGUA' +
  'AQVyZXNldAACCsIIA8EHCQJ/BXsBfwJ7A38EewJ/AXwBf0EAIQQCQCABQQdrIgVBACAFQQBKGyEFAkADQCAEQQdqIAFODQFEAAAA' +
  'AAAAAAD9FCEGIAYhByAGIQggBiEJIAYhCkEAIQsCQCALIANIRQ0AA0AgAiALQQN0aisDAP0UIQwgCyAEa7f9FEQAAAAAAAAAAP0U' +
  'RAAAAAAAAPC//SIB/fABIQ0gByAMIA398gH98AEhByAIIAwgDUQAAAAAAAAAwP0U/fAB/fIB/fABIQggCSAMIA1EAAAAAAAAEMD9' +
  'FP3wAf3yAf3wASEJIAogDCANRAAAAAAAABjA/RT98AH98gH98AEhCiALQQFqIQsgCyADSA0ACwsgBCEOIAAgDkEDdGohDyAPIAf9' +
  'CwMAIA8gCP0LAxAgDyAJ/QsDICAPIAr9CwMwAkALIARBAWohBAJACyAEQQFqIQQCQAsgBEEBaiEEAkALIARBAWohBAJACyAEQQFq' +
  'IQQCQAsgBEEBaiEEAkALIARBAWohBAJACyAEQQFqIQQMAAsLIAFBAWsiEEEAIBBBAEobIRACQANAIARBAWogAU4NAUQAAAAAAAAA' +
  'AP0UIREgESESQQAhCwJAIAsgA0hFDQADQCACIAtBA3RqKwMA/RQhEyALIARrt/0URAAAAAAAAAAA/RREAAAAAAAA8L/9IgH98AEh' +
  'FCASIBMgFP3yAf3wASESIAtBAWohCyALIANIDQALCyAEIRUgACAVQQN0aiEWIBYgEv0LAwACQAsgBEEBaiEEAkALIARBAWohBAwA' +
  'CwsgBCABSEUNAANAAkBEAAAAAAAAAAAhF0EAIQsCQCALIANBB2tIBEAgCyEYIAIgGEEDdGohGANAAkAgFyAYKwMAIAsgBGu3oqAh' +
  'FwsgC0EBaiELAkAgFyAYKwMIIAsgBGu3oqAhFwsgC0EBaiELAkAgFyAYKwMQIAsgBGu3oqAhFwsgC0EBaiELAkAgFyAYKwMYIAsg' +
  'BGu3oqAhFwsgC0EBaiELAkAgFyAYKwMgIAsgBGu3oqAhFwsgC0EBaiELAkAgFyAYKwMoIAsgBGu3oqAhFwsgC0EBaiELAkAgFyAY' +
  'KwMwIAsgBGu3oqAhFwsgC0EBaiELAkAgFyAYKwM4IAsgBGu3oqAhFwsgC0EBaiELIBhBwABqIRggCyADQQdrSA0ACwsgCyADSEUN' +
  'AANAAkAgFyACIAtBA3RqKwMAIAsgBGu3oqAhFwsgC0EBaiELIAsgA0gNAAsLIAAgBEEDdGogFzkDAAsgBEEBaiEEIAQgAUgNAAsL' +
  'C3YBAn8gAEGAgIDAAEsEQAALIwBBCGoiAyAAIAF0akEHakF4cSIEQYCAgIAESwRAAAsgBD8AQRB0SwRAIAQ/AEEQdGtB//8DakEQ' +
  'dkAAQX9GBEAACwsgBCQAIANBCGsgADYCACACBEAgA0EAIAAgAXT8CwALIAMLBgBBCCQACw==';

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
