// spreadKernel: spread of before.ts as a WebAssembly module of 1822 bytes, made by Speedlens. The source is spread itself,
// which also does what the kernel cannot. When spread changes, take away this file and what before.ts says of spreadKernel, and make them anew:
//   speedlens bench before.ts#spread --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.
// Its loops use vectors of two numbers (Node 16.4, Chrome 91, Firefox 89, Safari 16.4); without them the original does the work.

const bytes =
  'AGFzbQEAAAABEwNgBX9/f398AGADf39/AX9gAAADBAMAAQIFAwEAAQYGAX8BQQgLByMEA3J1bgAABm1lbW9yeQIACGFsbG9jYXRl' +
  'AAEFcmVzZXQAAgrGDQPFDAkOfwJ7C38CewV/AXwBfwF8AX9BACEFAkAgBSADSEUNAANAAkBBACEGAkAgBiACaiABSEUNAANAAkAg' +
  'BiACaiEHIAcgAU8EQAALIAAgB0EDdGogBiABTwRAAAsgACAGQQN0aisDACAEoiAGIAJqIQggCCABTwRAAAsgACAIQQN0aisDAKA5' +
  'AwALIAZBAWohBiAGIAJqIAFIDQALC0EAIQkCQCAJIAEgAmtIRQ0AAkACQCABIAJrGkEBRQ0AIAEgAmtBAWsgAUhFDQAMAQsACwJA' +
  'AkAgASACaxpBAUUNACABIAJrQQFrIAJqIAFIRQ0ADAELAAsgAUEHayIKQQAgCkEAShshCgJAA0AgCUEHaiABIAJrTg0BQQAgCSAC' +
  'aiIMIApPBEAACyAAIAxBA3RqIQ0gDSAJIg4gCk8EQAALIAAgDkEDdGohDyAPayILQT9qQf8ASSALQQBHcXIEQAJAIAAgCUEDdGog' +
  'CSACaiEQIBAgAU8EQAALIAAgEEEDdGorAwAgBKJEAAAAAAAA8D+hOQMACyAJQQFqIQkMAQsgCSACaiIRIApPBEAACyAAIBFBA3Rq' +
  'IRIgBP0UIRNEAAAAAAAA8D/9FCEUIAkhFSAAIBVBA3RqIRYgFiAS/QADACAT/fIBIBT98QH9CwMAIBYgEv0AAxAgE/3yASAU/fEB' +
  '/QsDECAWIBL9AAMgIBP98gEgFP3xAf0LAyAgFiAS/QADMCAT/fIBIBT98QH9CwMwAkALIAlBAWohCQJACyAJQQFqIQkCQAsgCUEB' +
  'aiEJAkALIAlBAWohCQJACyAJQQFqIQkCQAsgCUEBaiEJAkALIAlBAWohCQJACyAJQQFqIQkMAAsLIAFBAWsiF0EAIBdBAEobIRcC' +
  'QANAIAlBAWogASACa04NAUEAIAkgAmoiGSAXTwRAAAsgACAZQQN0aiEaIBogCSIbIBdPBEAACyAAIBtBA3RqIRwgHGsiGEEPakEf' +
  'SSAYQQBHcXIEQAJAIAAgCUEDdGogCSACaiEdIB0gAU8EQAALIAAgHUEDdGorAwAgBKJEAAAAAAAA8D+hOQMACyAJQQFqIQkMAQsg' +
  'CSACaiIeIBdPBEAACyAAIB5BA3RqIR8gBP0UISBEAAAAAAAA8D/9FCEhIAkhIiAAICJBA3RqISMgIyAf/QADACAg/fIBICH98QH9' +
  'CwMAAkALIAlBAWohCQJACyAJQQFqIQkMAAsLIAkgASACa0hFDQADQAJAIAAgCUEDdGogCSACaiEkICQgAU8EQAALIAAgJEEDdGor' +
  'AwAgBKJEAAAAAAAA8D+hOQMACyAJQQFqIQkgCSABIAJrSA0ACwtBASElAkAgJSABQQFrSEUNAAJAAkAgAUEBaxpBAUUNACABQQFr' +
  'QQFrQQFqIAFIRQ0ADAELAAsgJUEBayEmICYgAU8EQAALIAAgJkEDdGorAwAhJyAlIAFBAWtBB2tIBEAgJSEoIAAgKEEDdGohKANA' +
  'AkAgJyEpICggKSAoKwMAoCAoKwMIoEQAAAAAAAAIQKMiJzkDAAsgJUEBaiElAkAgJyEpICggKSAoKwMIoCAoKwMQoEQAAAAAAAAI' +
  'QKMiJzkDCAsgJUEBaiElAkAgJyEpICggKSAoKwMQoCAoKwMYoEQAAAAAAAAIQKMiJzkDEAsgJUEBaiElAkAgJyEpICggKSAoKwMY' +
  'oCAoKwMgoEQAAAAAAAAIQKMiJzkDGAsgJUEBaiElAkAgJyEpICggKSAoKwMgoCAoKwMooEQAAAAAAAAIQKMiJzkDIAsgJUEBaiEl' +
  'AkAgJyEpICggKSAoKwMooCAoKwMwoEQAAAAAAAAIQKMiJzkDKAsgJUEBaiElAkAgJyEpICggKSAoKwMwoCAoKwM4oEQAAAAAAAAI' +
  'QKMiJzkDMAsgJUEBaiElAkAgJyEpICggKSAoKwM4oCAoKwNAoEQAAAAAAAAIQKMiJzkDOAsgJUEBaiElIChBwABqISggJSABQQFr' +
  'QQdrSA0ACwsgJSABQQFrSEUNAANAAkAgJyEpIAAgJUEDdGogKSAAICVBA3RqKwMAoCAlQQFqISogACAqQQN0aisDAKBEAAAAAAAA' +
  'CECjIic5AwALICVBAWohJSAlIAFBAWtIDQALCwsgBUEBaiEFIAUgA0gNAAsLC3YBAn8gAEGAgIDAAEsEQAALIwBBCGoiAyAAIAF0' +
  'akEHakF4cSIEQYCAgIAESwRAAAsgBD8AQRB0SwRAIAQ/AEEQdGtB//8DakEQdkAAQX9GBEAACwsgBCQAIANBCGsgADYCACACBEAg' +
  'A0EAIAAgAXT8CwALIAMLBgBBCCQACw==';

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
