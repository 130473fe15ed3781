// rotationsKernel: rotations of before.ts as a WebAssembly module of 1086 bytes, made by Speedlens. The source is rotations itself,
// which also does what the kernel cannot. When rotations changes, take away this file and what before.ts says of rotationsKernel, and make them anew:
//   speedlens bench before.ts#rotations --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABFwRgAnx8AXxgAn9/AXxgA39/fwF/YAAAAg8BAW0JcmVtYWluZGVyAAADBQQBAAIDBQMBAAEGBgF/AUEICwcjBANy' +
  'dW4AAQZtZW1vcnkCAAhhbGxvY2F0ZQADBXJlc2V0AAQK0AcEigYMAXwEfwF8A38BfAJ/AXwCfwF8An8BfAF/RAAAAAAAAAAAIQJB' +
  'ACEDAkAgAyABSEUNAANAAkBBACEEAkAgBCABQQNrSARAIAQhBSAAIAVBAXRqIQUDQAJAIAQgA2q3IAG3EAIiB/wDIgi4IAdiBEAA' +
  'CyAIIQYgBiABTwRAAAsgACAGQQF0ai8BACEJIAL8BqdBH2wgCSAEQQFqbGq3IQICQAJAIAUvAQBB4QBGDQAgBS8BAEHlAEdFDQEL' +
  'IAJEAAAAAAAA8D+gIQILCyAEQQFqIQQCQCAEIANqtyABtxACIgv8AyIMuCALYgRAAAsgDCEKIAogAU8EQAALIAAgCkEBdGovAQAh' +
  'CSAC/AanQR9sIAkgBEEBamxqtyECAkACQCAFLwECQeEARg0AIAUvAQJB5QBHRQ0BCyACRAAAAAAAAPA/oCECCwsgBEEBaiEEAkAg' +
  'BCADarcgAbcQAiIO/AMiD7ggDmIEQAALIA8hDSANIAFPBEAACyAAIA1BAXRqLwEAIQkgAvwGp0EfbCAJIARBAWpsarchAgJAAkAg' +
  'BS8BBEHhAEYNACAFLwEEQeUAR0UNAQsgAkQAAAAAAADwP6AhAgsLIARBAWohBAJAIAQgA2q3IAG3EAIiEfwDIhK4IBFiBEAACyAS' +
  'IRAgECABTwRAAAsgACAQQQF0ai8BACEJIAL8BqdBH2wgCSAEQQFqbGq3IQICQAJAIAUvAQZB4QBGDQAgBS8BBkHlAEdFDQELIAJE' +
  'AAAAAAAA8D+gIQILCyAEQQFqIQQgBUEIaiEFIAQgAUEDa0gNAAsLIAQgAUhFDQADQAJAIAQgA2q3IAG3EAIiFPwDIhW4IBRiBEAA' +
  'CyAVIRMgEyABTwRAAAsgACATQQF0ai8BACEJIAL8BqdBH2wgCSAEQQFqbGq3IQICQAJAIAAgBEEBdGovAQBB4QBGDQAgACAEQQF0' +
  'ai8BAEHlAEdFDQELIAJEAAAAAAAA8D+gIQILCyAEQQFqIQQgBCABSA0ACwsLIANBAWohAyADIAFIDQALCyACDwALRAAgAJ0gAGEg' +
  'AJlEAAAAAAAAQENjcSABnSABYSABmUQAAAAAAABAQ2NxcQR8IAAgACABo50gAaKhIACmBSAAIAEQAAsLdgECfyAAQYCAgMAASwRA' +
  'AAsjAEEIaiIDIAAgAXRqQQdqQXhxIgRBgICAgARLBEAACyAEPwBBEHRLBEAgBD8AQRB0a0H//wNqQRB2QABBf0YEQAALCyAEJAAg' +
  'A0EIayAANgIAIAIEQCADQQAgACABdPwLAAsgAwsGAEEIJAAL';

interface Kernel {
  run(text: number, textLength: number): number;
  readonly memory: { readonly buffer: ArrayBuffer };
  reset(): void;
  /** The address of a new array: its length, the logarithm of the size of an element, whether it has to be cleared. */
  allocate(length: number, shift: number, clear: number): number;
}

const kernel = load();

function load(): Kernel | undefined {
  try {
    const module = new WebAssembly.Module(Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0)));
    const instance = new WebAssembly.Instance(module, { m: { remainder: (x: number, y: number) => x % y } });
    return instance.exports as unknown as Kernel;
  } catch {
    // WebAssembly is not allowed here, by a content security policy for example: the original does the work.
    return undefined;
  }
}

/** The result, or undefined when the original has to compute it; nothing has been changed then. */
export function rotationsKernel(text: string): number | undefined {
  if (kernel === undefined || typeof text !== 'string') return undefined;
  try {
    kernel.reset();
    const textAddress = kernel.allocate(text.length, 1, 0);
    const textView = new Uint16Array(kernel.memory.buffer, textAddress, text.length);
    for (let index = 0; index < text.length; index++) textView[index] = text.charCodeAt(index);
    return kernel.run(textAddress, text.length);
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
