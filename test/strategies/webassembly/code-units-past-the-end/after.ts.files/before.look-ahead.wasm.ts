// lookAheadKernel: lookAhead of before.ts as a WebAssembly module of 679 bytes, made by Speedlens. The source is lookAhead itself,
// which also does what the kernel cannot. When lookAhead changes, take away this file and what before.ts says of lookAheadKernel, and make them anew:
//   speedlens bench before.ts#lookAhead --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABEgNgA39/fwF8YAN/f38Bf2AAAAMEAwABAgUDAQABBgYBfwFBCAsHIwQDcnVuAAAGbWVtb3J5AgAIYWxsb2NhdGUA' +
  'AQVyZXNldAACCtAEA88DAgF8BX9EAAAAAAAAAAAhA0EAIQQCQCAEIAJIRQ0AA0ACQEEAIQUCQCAFIAFIRQ0AIAFBAWtBAWogAUgE' +
  'QAUACyAFIAFBB2tIBEAgBSEGIAAgBkEBdGpBAmohBgNAAkAgBi8BACEHIAMgB0EBIAdBAEobt6AhAwsgBUEBaiEFAkAgBi8BAiEH' +
  'IAMgB0EBIAdBAEobt6AhAwsgBUEBaiEFAkAgBi8BBCEHIAMgB0EBIAdBAEobt6AhAwsgBUEBaiEFAkAgBi8BBiEHIAMgB0EBIAdB' +
  'AEobt6AhAwsgBUEBaiEFAkAgBi8BCCEHIAMgB0EBIAdBAEobt6AhAwsgBUEBaiEFAkAgBi8BCiEHIAMgB0EBIAdBAEobt6AhAwsg' +
  'BUEBaiEFAkAgBi8BDCEHIAMgB0EBIAdBAEobt6AhAwsgBUEBaiEFAkAgBi8BDiEHIAMgB0EBIAdBAEobt6AhAwsgBUEBaiEFIAZB' +
  'EGohBiAFIAFBB2tIDQALCyAFIAFIRQ0AA0ACQCAFQQFqIQggACAIQQF0ai8BACEHIAMgB0EBIAdBAEobt6AhAwsgBUEBaiEFIAUg' +
  'AUgNAAsLCyAEQQFqIQQgBCACSA0ACwsgAw8AC3YBAn8gAEGAgIDAAEsEQAALIwBBCGoiAyAAIAF0akEHakF4cSIEQYCAgIAESwRA' +
  'AAsgBD8AQRB0SwRAIAQ/AEEQdGtB//8DakEQdkAAQX9GBEAACwsgBCQAIANBCGsgADYCACACBEAgA0EAIAAgAXT8CwALIAMLBgBB' +
  'CCQACw==';

interface Kernel {
  run(text: number, textLength: number, rounds: number): number;
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
export function lookAheadKernel(text: string, rounds: number): number | undefined {
  if (kernel === undefined || typeof text !== 'string' || !isInteger(rounds)) return undefined;
  try {
    kernel.reset();
    const textAddress = kernel.allocate(text.length, 1, 0);
    const textView = new Uint16Array(kernel.memory.buffer, textAddress, text.length);
    for (let index = 0; index < text.length; index++) textView[index] = text.charCodeAt(index);
    return kernel.run(textAddress, text.length, rounds);
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
