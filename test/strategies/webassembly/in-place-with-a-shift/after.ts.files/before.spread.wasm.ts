// spreadKernel: spread of before.ts as a WebAssembly module of 2201 bytes, made by Speedlens. The source is spread itself,
// which also does what the kernel cannot. When spread changes, make this file anew:
//   speedlens bench before.ts#spread --strategies webassembly --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.
// Its loops use vectors of two numbers (Node 16.4, Chrome 91, Firefox 89, Safari 16.4); without them the original does the work.

const bytes =
  'AGFzbQEAAAABEwNgBX9/f398AGADf39/AX9gAAADBAMAAQIFAwEAAQYGAX8BQQgLByMEA3J1bgAABm1lbW9yeQIACGFsbG9jYXRl' +
  'AAEFcmVzZXQAAgrBEAPADwkOfwJ7C38Cexd/AXsVfwF7BH9BACEFAkAgBSADSEUNAANAAkBBACEGAkAgBiACaiABSEUNAANAAkAg' +
  'BiACaiEHIAcgAU8EQAALIAAgB0EDdGogBiABTwRAAAsgACAGQQN0aisDACAEoiAGIAJqIQggCCABTwRAAAsgACAIQQN0aisDAKA5' +
  'AwALIAZBAWohBiAGIAJqIAFIDQALC0EAIQkCQCAJIAEgAmtIRQ0AAkACQCABIAJrGkEBRQ0AIAEgAmtBAWsgAUhFDQAMAQsACwJA' +
  'AkAgASACaxpBAUUNACABIAJrQQFrIAJqIAFIRQ0ADAELAAsgAUEDayIKQQAgCkEAShshCgJAA0AgCUEDaiABIAJrTg0BQQAgCSAC' +
  'aiIMIApPBEAACyAAIAxBA3RqIQ0gDSAJIg4gCk8EQAALIAAgDkEDdGohDyAPayILQR9qQT9JIAtBAEdxcgRAAkAgACAJQQN0aiAJ' +
  'IAJqIRAgECABTwRAAAsgACAQQQN0aisDACAEokQAAAAAAADwP6E5AwALIAlBAWohCQwBCyAJIAJqIhEgCk8EQAALIAAgEUEDdGoh' +
  'EiAE/RQhE0QAAAAAAADwP/0UIRQgCSIVIApPBEAACyAAIBVBA3RqIRYgFiAS/QADACAT/fIBIBT98QH9CwMAIBYgEv0AAxAgE/3y' +
  'ASAU/fEB/QsDEAJACyAJQQFqIQkCQAsgCUEBaiEJAkALIAlBAWohCQJACyAJQQFqIQkMAAsLIAFBAWsiF0EAIBdBAEobIRcCQANA' +
  'IAlBAWogASACa04NAUEAIAkgAmoiGSAXTwRAAAsgACAZQQN0aiEaIBogCSIbIBdPBEAACyAAIBtBA3RqIRwgHGsiGEEPakEfSSAY' +
  'QQBHcXIEQAJAIAAgCUEDdGogCSACaiEdIB0gAU8EQAALIAAgHUEDdGorAwAgBKJEAAAAAAAA8D+hOQMACyAJQQFqIQkMAQsgCSAC' +
  'aiIeIBdPBEAACyAAIB5BA3RqIR8gBP0UISBEAAAAAAAA8D/9FCEhIAkiIiAXTwRAAAsgACAiQQN0aiEjICMgH/0AAwAgIP3yASAh' +
  '/fEB/QsDAAJACyAJQQFqIQkCQAsgCUEBaiEJDAALCyAJIAEgAmtIRQ0AA0ACQCAAIAlBA3RqIAkgAmohJCAkIAFPBEAACyAAICRB' +
  'A3RqKwMAIASiRAAAAAAAAPA/oTkDAAsgCUEBaiEJIAkgASACa0gNAAsLQQEhJQJAICUgAUEBa0hFDQACQAJAIAFBAWsaQQFFDQAg' +
  'AUEBa0EBa0EBaiABSEUNAAwBCwALIAFBA2siJkEAICZBAEobISYCQANAICVBA2ogAUEBa04NAUEAICVBAWsiKCAmTwRAAAsgACAo' +
  'QQN0aiEpICkgJSIqICZPBEAACyAAICpBA3RqISsgK2siJ0EfakE/SSAnQQBHcXIgJUEBaiItICZPBEAACyAAIC1BA3RqIS4gLiAl' +
  'Ii8gJk8EQAALIAAgL0EDdGohMCAwayIsQR9qQT9JICxBAEdxcgRAAkAgACAlQQN0aiAlQQFrITEgACAxQQN0aisDACAAICVBA3Rq' +
  'KwMAoCAlQQFqITIgACAyQQN0aisDAKBEAAAAAAAACECjOQMACyAlQQFqISUMAQsgJUEBayIzICZPBEAACyAAIDNBA3RqITQgJSI1' +
  'ICZPBEAACyAAIDVBA3RqITYgJUEBaiI3ICZPBEAACyAAIDdBA3RqIThEAAAAAAAACED9FCE5ICUiOiAmTwRAAAsgACA6QQN0aiE7' +
  'IDsgNP0AAwAgNv0AAwD98AEgOP0AAwD98AEgOf3zAf0LAwAgOyA0/QADECA2/QADEP3wASA4/QADEP3wASA5/fMB/QsDEAJACyAl' +
  'QQFqISUCQAsgJUEBaiElAkALICVBAWohJQJACyAlQQFqISUMAAsLIAFBAWsiPEEAIDxBAEobITwCQANAICVBAWogAUEBa04NAUEA' +
  'ICVBAWsiPiA8TwRAAAsgACA+QQN0aiE/ID8gJSJAIDxPBEAACyAAIEBBA3RqIUEgQWsiPUEPakEfSSA9QQBHcXIgJUEBaiJDIDxP' +
  'BEAACyAAIENBA3RqIUQgRCAlIkUgPE8EQAALIAAgRUEDdGohRiBGayJCQQ9qQR9JIEJBAEdxcgRAAkAgACAlQQN0aiAlQQFrIUcg' +
  'ACBHQQN0aisDACAAICVBA3RqKwMAoCAlQQFqIUggACBIQQN0aisDAKBEAAAAAAAACECjOQMACyAlQQFqISUMAQsgJUEBayJJIDxP' +
  'BEAACyAAIElBA3RqIUogJSJLIDxPBEAACyAAIEtBA3RqIUwgJUEBaiJNIDxPBEAACyAAIE1BA3RqIU5EAAAAAAAACED9FCFPICUi' +
  'UCA8TwRAAAsgACBQQQN0aiFRIFEgSv0AAwAgTP0AAwD98AEgTv0AAwD98AEgT/3zAf0LAwACQAsgJUEBaiElAkALICVBAWohJQwA' +
  'CwsgJSABQQFrSEUNAANAAkAgACAlQQN0aiAlQQFrIVIgACBSQQN0aisDACAAICVBA3RqKwMAoCAlQQFqIVMgACBTQQN0aisDAKBE' +
  'AAAAAAAACECjOQMACyAlQQFqISUgJSABQQFrSA0ACwsLIAVBAWohBSAFIANIDQALCwt2AQJ/IABBgICAwABLBEAACyMAQQhqIgMg' +
  'ACABdGpBB2pBeHEiBEGAgICABEsEQAALIAQ/AEEQdEsEQCAEPwBBEHRrQf//A2pBEHZAAEF/RgRAAAsLIAQkACADQQhrIAA2AgAg' +
  'AgRAIANBACAAIAF0/AsACyADCwYAQQgkAAs=';

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
