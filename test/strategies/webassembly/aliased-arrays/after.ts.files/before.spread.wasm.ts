// spreadKernel: spread of before.ts as a WebAssembly module of 787 bytes, made by Speedlens. The source is spread itself,
// which also does what the kernel cannot. When spread changes, take away this file and what before.ts says of spreadKernel, and make them anew:
//   speedlens bench before.ts#spread --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABEwNgBH9/f38Bf2ADf39/AX9gAAADBAMAAQIFAwEAAQYGAX8BQQgLByMEA3J1bgAABm1lbW9yeQIACGFsbG9jYXRl' +
  'AAEFcmVzZXQAAgq7BQO6BAEDf0EAIQQCQCAEIAFIRQ0AA0ACQEEAIQUCQCAFIANIRQ0AIAQgAUgEQAUACyAFIANBB2tIBEAgBSEG' +
  'IAIgBkEDdGohBgNAAkAgACAEQQN0aiAAIARBA3RqKwMAIAYrAwAgBCAFakEBarejoDkDAAsgBUEBaiEFAkAgACAEQQN0aiAAIARB' +
  'A3RqKwMAIAYrAwggBCAFakEBarejoDkDAAsgBUEBaiEFAkAgACAEQQN0aiAAIARBA3RqKwMAIAYrAxAgBCAFakEBarejoDkDAAsg' +
  'BUEBaiEFAkAgACAEQQN0aiAAIARBA3RqKwMAIAYrAxggBCAFakEBarejoDkDAAsgBUEBaiEFAkAgACAEQQN0aiAAIARBA3RqKwMA' +
  'IAYrAyAgBCAFakEBarejoDkDAAsgBUEBaiEFAkAgACAEQQN0aiAAIARBA3RqKwMAIAYrAyggBCAFakEBarejoDkDAAsgBUEBaiEF' +
  'AkAgACAEQQN0aiAAIARBA3RqKwMAIAYrAzAgBCAFakEBarejoDkDAAsgBUEBaiEFAkAgACAEQQN0aiAAIARBA3RqKwMAIAYrAzgg' +
  'BCAFakEBarejoDkDAAsgBUEBaiEFIAZBwABqIQYgBSADQQdrSA0ACwsgBSADSEUNAANAAkAgACAEQQN0aiAAIARBA3RqKwMAIAIg' +
  'BUEDdGorAwAgBCAFakEBarejoDkDAAsgBUEBaiEFIAUgA0gNAAsLCyAEQQFqIQQgBCABSA0ACwsgAQ8AC3YBAn8gAEGAgIDAAEsE' +
  'QAALIwBBCGoiAyAAIAF0akEHakF4cSIEQYCAgIAESwRAAAsgBD8AQRB0SwRAIAQ/AEEQdGtB//8DakEQdkAAQX9GBEAACwsgBCQA' +
  'IANBCGsgADYCACACBEAgA0EAIAAgAXT8CwALIAMLBgBBCCQACw==';

interface Kernel {
  run(to: number, toLength: number, from: number, fromLength: number): number;
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
export function spreadKernel(to: number[], from: readonly number[]): number | undefined {
  if (kernel === undefined || !Array.isArray(to) || !Array.isArray(from)) return undefined;
  if (to === from) return undefined;
  if (Object.isFrozen(to)) return undefined;
  try {
    kernel.reset();
    const toAddress = kernel.allocate(to.length, 3, 0);
    const toView = new Float64Array(kernel.memory.buffer, toAddress, to.length);
    for (let index = 0; index < to.length; index++) {
      const value: unknown = to[index];
      if (typeof value !== 'number') return undefined;
      toView[index] = value;
    }
    const fromAddress = kernel.allocate(from.length, 3, 0);
    const fromView = new Float64Array(kernel.memory.buffer, fromAddress, from.length);
    for (let index = 0; index < from.length; index++) {
      const value: unknown = from[index];
      if (typeof value !== 'number') return undefined;
      fromView[index] = value;
    }
    const result = kernel.run(toAddress, to.length, fromAddress, from.length);
    const toAfter = new Float64Array(kernel.memory.buffer, toAddress, to.length);
    for (let index = 0; index < to.length; index++) to[index] = toAfter[index] as number;
    return result;
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
