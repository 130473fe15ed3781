// spreadKernel: spread of before.ts as a WebAssembly module of 2206 bytes, made by Speedlens. The source is spread itself,
// which also does what the kernel cannot. When spread changes, make this file anew:
//   speedlens bench before.ts#spread --strategies webassembly --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.
// Its loops use vectors of two numbers (Node 16.4, Chrome 91, Firefox 89, Safari 16.4); without them the original does the work.

const bytes =
  'AGFzbQEAAAABEwNgBX9/f398AGADf39/AX9gAAADBAMAAQIFAwEAAQYGAX8BQQgLByMEA3J1bgAABm1lbW9yeQIACGFsbG9jYXRl' +
  'AAEFcmVzZXQAAgrGEAPFDwkOfwJ7C38Cexd/AXsVfwF7BH9BACEFAkAgBSADSEUNAANAAkBBACEGAkAgBiACaiABSEUNAANAAkAg' +
  'BiACaiEHIAcgAU8EQAALIAAgB0EDdGogBiABTwRAAAsgACAGQQN0aisDACAEoiAGIAJqIQggCCABTwRAAAsgACAIQQN0aisDAKA5' +
  'AwALIAZBAWohBiAGIAJqIAFIDQALC0EAIQkCQCABQQNrIgpBACAKQQBKGyEKAkADQCAJQQNqIAEgAmtODQFBACAJIAJqIgwgCk8E' +
  'QAALIAAgDEEDdGohDSANIAkiDiAKTwRAAAsgACAOQQN0aiEPIA9rIgtBH2pBP0kgC0EAR3FyBEACQCAJIAFPBEAACyAAIAlBA3Rq' +
  'IAkgAmohECAQIAFPBEAACyAAIBBBA3RqKwMAIASiRAAAAAAAAPA/oTkDAAsgCUEBaiEJDAELIAkgAmoiESAKTwRAAAsgACARQQN0' +
  'aiESIAT9FCETRAAAAAAAAPA//RQhFCAJIhUgCk8EQAALIAAgFUEDdGohFiAWIBL9AAMAIBP98gEgFP3xAf0LAwAgFiAS/QADECAT' +
  '/fIBIBT98QH9CwMQAkALIAlBAWohCQJACyAJQQFqIQkCQAsgCUEBaiEJAkALIAlBAWohCQwACwsgAUEBayIXQQAgF0EAShshFwJA' +
  'A0AgCUEBaiABIAJrTg0BQQAgCSACaiIZIBdPBEAACyAAIBlBA3RqIRogGiAJIhsgF08EQAALIAAgG0EDdGohHCAcayIYQQ9qQR9J' +
  'IBhBAEdxcgRAAkAgCSABTwRAAAsgACAJQQN0aiAJIAJqIR0gHSABTwRAAAsgACAdQQN0aisDACAEokQAAAAAAADwP6E5AwALIAlB' +
  'AWohCQwBCyAJIAJqIh4gF08EQAALIAAgHkEDdGohHyAE/RQhIEQAAAAAAADwP/0UISEgCSIiIBdPBEAACyAAICJBA3RqISMgIyAf' +
  '/QADACAg/fIBICH98QH9CwMAAkALIAlBAWohCQJACyAJQQFqIQkMAAsLIAkgASACa0hFDQADQAJAIAkgAU8EQAALIAAgCUEDdGog' +
  'CSACaiEkICQgAU8EQAALIAAgJEEDdGorAwAgBKJEAAAAAAAA8D+hOQMACyAJQQFqIQkgCSABIAJrSA0ACwtBASElAkAgAUEDayIm' +
  'QQAgJkEAShshJgJAA0AgJUEDaiABQQFrTg0BQQAgJUEBayIoICZPBEAACyAAIChBA3RqISkgKSAlIiogJk8EQAALIAAgKkEDdGoh' +
  'KyArayInQR9qQT9JICdBAEdxciAlQQFqIi0gJk8EQAALIAAgLUEDdGohLiAuICUiLyAmTwRAAAsgACAvQQN0aiEwIDBrIixBH2pB' +
  'P0kgLEEAR3FyBEACQCAlIAFPBEAACyAAICVBA3RqICVBAWshMSAxIAFPBEAACyAAIDFBA3RqKwMAICUgAU8EQAALIAAgJUEDdGor' +
  'AwCgICVBAWohMiAyIAFPBEAACyAAIDJBA3RqKwMAoEQAAAAAAAAIQKM5AwALICVBAWohJQwBCyAlQQFrIjMgJk8EQAALIAAgM0ED' +
  'dGohNCAlIjUgJk8EQAALIAAgNUEDdGohNiAlQQFqIjcgJk8EQAALIAAgN0EDdGohOEQAAAAAAAAIQP0UITkgJSI6ICZPBEAACyAA' +
  'IDpBA3RqITsgOyA0/QADACA2/QADAP3wASA4/QADAP3wASA5/fMB/QsDACA7IDT9AAMQIDb9AAMQ/fABIDj9AAMQ/fABIDn98wH9' +
  'CwMQAkALICVBAWohJQJACyAlQQFqISUCQAsgJUEBaiElAkALICVBAWohJQwACwsgAUEBayI8QQAgPEEAShshPAJAA0AgJUEBaiAB' +
  'QQFrTg0BQQAgJUEBayI+IDxPBEAACyAAID5BA3RqIT8gPyAlIkAgPE8EQAALIAAgQEEDdGohQSBBayI9QQ9qQR9JID1BAEdxciAl' +
  'QQFqIkMgPE8EQAALIAAgQ0EDdGohRCBEICUiRSA8TwRAAAsgACBFQQN0aiFGIEZrIkJBD2pBH0kgQkEAR3FyBEACQCAlIAFPBEAA' +
  'CyAAICVBA3RqICVBAWshRyBHIAFPBEAACyAAIEdBA3RqKwMAICUgAU8EQAALIAAgJUEDdGorAwCgICVBAWohSCBIIAFPBEAACyAA' +
  'IEhBA3RqKwMAoEQAAAAAAAAIQKM5AwALICVBAWohJQwBCyAlQQFrIkkgPE8EQAALIAAgSUEDdGohSiAlIksgPE8EQAALIAAgS0ED' +
  'dGohTCAlQQFqIk0gPE8EQAALIAAgTUEDdGohTkQAAAAAAAAIQP0UIU8gJSJQIDxPBEAACyAAIFBBA3RqIVEgUSBK/QADACBM/QAD' +
  'AP3wASBO/QADAP3wASBP/fMB/QsDAAJACyAlQQFqISUCQAsgJUEBaiElDAALCyAlIAFBAWtIRQ0AA0ACQCAlIAFPBEAACyAAICVB' +
  'A3RqICVBAWshUiBSIAFPBEAACyAAIFJBA3RqKwMAICUgAU8EQAALIAAgJUEDdGorAwCgICVBAWohUyBTIAFPBEAACyAAIFNBA3Rq' +
  'KwMAoEQAAAAAAAAIQKM5AwALICVBAWohJSAlIAFBAWtIDQALCwsgBUEBaiEFIAUgA0gNAAsLC3YBAn8gAEGAgIDAAEsEQAALIwBB' +
  'CGoiAyAAIAF0akEHakF4cSIEQYCAgIAESwRAAAsgBD8AQRB0SwRAIAQ/AEEQdGtB//8DakEQdkAAQX9GBEAACwsgBCQAIANBCGsg' +
  'ADYCACACBEAgA0EAIAAgAXT8CwALIAMLBgBBCCQACw==';

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
