// periodKernel: period of before.ts as a WebAssembly module of 528 bytes, made by Speedlens. The source is period itself,
// which also does what the kernel cannot. When period changes, take away this file and what before.ts says of periodKernel, and make them anew:
//   speedlens bench before.ts#period --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABEwNgBH9/f38Bf2ADf39/AX9gAAADBAMAAQIFAwEAAQYGAX8BQQgLByMEA3J1bgAABm1lbW9yeQIACGFsbG9jYXRl' +
  'AAEFcmVzZXQAAgq4AwO3AgUCfwF8An8BfAJ/QQAhBEEAIQVEAAAAAAAAAAAhBkEAIQcgAiEIAkAgCCADTEUNAANAAkBEAAAAAAAA' +
  'AAAhCSAIIQoCQCAKIAFIRQ0AIAFBAWsgCGsgAUgEQAUACwNAAkAgCSAKIAFPBEAACyAAIApBA3RqKwMAIAogCGshCyALIAFPBEAA' +
  'CyAAIAtBA3RqKwMAoqAhCQsgCkEBaiEKIAogAUgNAAsLAkACQCAHRQ0AIAkgBwRABQALIAZkRQ0BCyAJIQZBASEHIAghBEEBIQUL' +
  'AkAgBUUNACAJRAAAAACAhC5BZEUNAEEAIQULCyAIQQFqIQggCCADTA0ACwsCQAJAIAdFDQAgBplEAAAAAAAAAABkDQELQX8PCyAE' +
  'QQAgBRtBB0YEf0G8BQUgBQRABQALIAQLDwALdgECfyAAQYCAgMAASwRAAAsjAEEIaiIDIAAgAXRqQQdqQXhxIgRBgICAgARLBEAA' +
  'CyAEPwBBEHRLBEAgBD8AQRB0a0H//wNqQRB2QABBf0YEQAALCyAEJAAgA0EIayAANgIAIAIEQCADQQAgACABdPwLAAsgAwsGAEEI' +
  'JAAL';

interface Kernel {
  run(signal: number, signalLength: number, from: number, to: number): number;
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
export function periodKernel(signal: readonly number[], from: number, to: number): number | undefined {
  if (kernel === undefined || !Array.isArray(signal) || !isInteger(from) || !isInteger(to)) return undefined;
  try {
    kernel.reset();
    const signalAddress = kernel.allocate(signal.length, 3, 0);
    const signalView = new Float64Array(kernel.memory.buffer, signalAddress, signal.length);
    for (let index = 0; index < signal.length; index++) {
      const value: unknown = signal[index];
      if (typeof value !== 'number') return undefined;
      signalView[index] = value;
    }
    return kernel.run(signalAddress, signal.length, from, to);
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
