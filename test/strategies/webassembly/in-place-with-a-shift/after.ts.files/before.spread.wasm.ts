// spreadKernel: spread of before.ts as a WebAssembly module of 1395 bytes, made by Speedlens. The source is spread itself,
// which also does what the kernel cannot. When spread changes, take away this file and what before.ts says of spreadKernel, and make them anew:
//   speedlens bench before.ts#spread --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.
// Its loops use vectors of two numbers (Node 16.4, Chrome 91, Firefox 89, Safari 16.4); without them the original does the work.

const bytes =
  'AGFzbQEAAAABEwNgBX9/f398AGADf39/AX9gAAADBAMAAQIFAwEAAQYGAX8BQQgLByMEA3J1bgAABm1lbW9yeQIACGFsbG9jYXRl' +
  'AAEFcmVzZXQAAgqbCgOaCQcOfwJ7C38CewV/AnwBf0EAIQUCQCAFIANIRQ0AA0ACQEEAIQYCQCAGIAJqIAFIRQ0AA0ACQCAGIAJq' +
  'IQcgByABTwRAAAsgACAHQQN0aiAGIAFPBEAACyAAIAZBA3RqKwMAIASiIAYgAmohCCAIIAFPBEAACyAAIAhBA3RqKwMAoDkDAAsg' +
  'BkEBaiEGIAYgAmogAUgNAAsLQQAhCQJAIAkgASACa0hFDQACQAJAIAEgAmsaQQFFDQAgASACa0EBayABSEUNAAwBCwALAkACQCAB' +
  'IAJrGkEBRQ0AIAEgAmtBAWsgAmogAUhFDQAMAQsACyABQQdrIgpBACAKQQBKGyEKAkADQCAJQQdqIAEgAmtODQFBACAJIAJqIgwg' +
  'Ck8EQAALIAAgDEEDdGohDSANIAkiDiAKTwRAAAsgACAOQQN0aiEPIA9rIgtBP2pB/wBJIAtBAEdxcgRAAkAgACAJQQN0aiAJIAJq' +
  'IRAgECABTwRAAAsgACAQQQN0aisDACAEokQAAAAAAADwP6E5AwALIAlBAWohCQwBCyAJIAJqIhEgCk8EQAALIAAgEUEDdGohEiAE' +
  '/RQhE0QAAAAAAADwP/0UIRQgCSEVIAAgFUEDdGohFiAWIBL9AAMAIBP98gEgFP3xAf0LAwAgFiAS/QADECAT/fIBIBT98QH9CwMQ' +
  'IBYgEv0AAyAgE/3yASAU/fEB/QsDICAWIBL9AAMwIBP98gEgFP3xAf0LAzACQAsgCUEBaiEJAkALIAlBAWohCQJACyAJQQFqIQkC' +
  'QAsgCUEBaiEJAkALIAlBAWohCQJACyAJQQFqIQkCQAsgCUEBaiEJAkALIAlBAWohCQwACwsgAUEBayIXQQAgF0EAShshFwJAA0Ag' +
  'CUEBaiABIAJrTg0BQQAgCSACaiIZIBdPBEAACyAAIBlBA3RqIRogGiAJIhsgF08EQAALIAAgG0EDdGohHCAcayIYQQ9qQR9JIBhB' +
  'AEdxcgRAAkAgACAJQQN0aiAJIAJqIR0gHSABTwRAAAsgACAdQQN0aisDACAEokQAAAAAAADwP6E5AwALIAlBAWohCQwBCyAJIAJq' +
  'Ih4gF08EQAALIAAgHkEDdGohHyAE/RQhIEQAAAAAAADwP/0UISEgCSEiIAAgIkEDdGohIyAjIB/9AAMAICD98gEgIf3xAf0LAwAC' +
  'QAsgCUEBaiEJAkALIAlBAWohCQwACwsgCSABIAJrSEUNAANAAkAgACAJQQN0aiAJIAJqISQgJCABTwRAAAsgACAkQQN0aisDACAE' +
  'okQAAAAAAADwP6E5AwALIAlBAWohCSAJIAEgAmtIDQALC0EBISUCQCAlIAFBAWtIRQ0AAkACQCABQQFrGkEBRQ0AIAFBAWtBAWtB' +
  'AWogAUhFDQAMAQsACyAlQQFrISYgJiABTwRAAAsgACAmQQN0aisDACEnA0ACQCAnISggACAlQQN0aiAoIAAgJUEDdGorAwCgICVB' +
  'AWohKSAAIClBA3RqKwMAoEQAAAAAAAAIQKMiJzkDAAsgJUEBaiElICUgAUEBa0gNAAsLCyAFQQFqIQUgBSADSA0ACwsLdgECfyAA' +
  'QYCAgMAASwRAAAsjAEEIaiIDIAAgAXRqQQdqQXhxIgRBgICAgARLBEAACyAEPwBBEHRLBEAgBD8AQRB0a0H//wNqQRB2QABBf0YE' +
  'QAALCyAEJAAgA0EIayAANgIAIAIEQCADQQAgACABdPwLAAsgAwsGAEEIJAAL';

interface Kernel {
  run(values: number, valuesLength: number, shift: number, rounds: number, factor: number): void;
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
export function spreadKernel(values: Float64Array, shift: number, rounds: number, factor: number): boolean {
  if (kernel === undefined || !(values instanceof Float64Array) || !isInteger(shift) || !isInteger(rounds) || typeof factor !== 'number') return false;
  try {
    kernel.reset();
    const valuesAddress = kernel.allocate(values.length, 3, 0);
    const valuesView = new Float64Array(kernel.memory.buffer, valuesAddress, values.length);
    valuesView.set(values);
    kernel.run(valuesAddress, values.length, shift, rounds, factor);
    values.set(new Float64Array(kernel.memory.buffer, valuesAddress, values.length));
    return true;
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return false;
  }
}
