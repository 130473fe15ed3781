// editDistanceKernel: editDistance of before.ts as a WebAssembly module of 1790 bytes, made by Speedlens. The source is editDistance itself,
// which also does what the kernel cannot. When editDistance changes, make this file anew:
//   speedlens bench before.ts#editDistance --strategies webassembly --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.
// Its loops use vectors of two numbers (Node 16.4, Chrome 91, Firefox 89, Safari 16.4); without them the original does the work.

const bytes =
  'AGFzbQEAAAABEwNgBH9/f38BfGADf39/AX9gAAADBAMAAQIFAwEAAQYGAX8BQQgLByMEA3J1bgAABm1lbW9yeQIACGFsbG9jYXRl' +
  'AAEFcmVzZXQAAgqmDQOlDA0DfwF8An8BfAR/BnsFfwZ7CX8BfAJ/AXwffyMAIQQgAUEBakEAaiEFAkACQCAFGkEBRQ0AIAVBAE5F' +
  'DQAgBUGAgIDAAExFDQAMAQsACyADQQFqQQBqIQYCQAJAIAYaQQFFDQAgBkEATkUNACAGQYCAgMAATEUNAAwBCwALIAW3IAa3oiEH' +
  'IAciCvwDIgu4IApiBEAACyALIQkgCUEDQQEQASEIQQAhDAJAIAwgBUhFDQADQAJAQQAhDQJAIAZBA2siDkEAIA5BAEobIQ4CQANA' +
  'IA1BA2ogBk4NASANt/0URAAAAAAAAAAA/RREAAAAAAAA8D/9IgH98AEhDyAMt/0UIRBEAAAAAAAAAAD9FCERIA23/RREAAAAAAAA' +
  'AAD9FEQAAAAAAADwP/0iAf3wASESRAAAAAAAAAAA/RQhE0EAIAxBAEZrrP0SIRQgDCIXIAVPBEAACyANIhggDk8EQAALIBcgBmwg' +
  'GGohFSAIIBVBA3RqIRYgFiAPIBAgESASIBP9R/1SIBT9Uv0LAwAgFiAPRAAAAAAAAABA/RT98AEgECARIBJEAAAAAAAAAED9FP3w' +
  'ASAT/Uf9UiAU/VL9CwMQAkALIA1BAWohDQJACyANQQFqIQ0CQAsgDUEBaiENAkALIA1BAWohDQwACwsgBkEBayIZQQAgGUEAShsh' +
  'GQJAA0AgDUEBaiAGTg0BIA23/RREAAAAAAAAAAD9FEQAAAAAAADwP/0iAf3wASEaIAy3/RQhG0QAAAAAAAAAAP0UIRwgDbf9FEQA' +
  'AAAAAAAAAP0URAAAAAAAAPA//SIB/fABIR1EAAAAAAAAAAD9FCEeQQAgDEEARmus/RIhHyAMIiIgBU8EQAALIA0iIyAZTwRAAAsg' +
  'IiAGbCAjaiEgIAggIEEDdGohISAhIBogGyAcIB0gHv1H/VIgH/1S/QsDAAJACyANQQFqIQ0CQAsgDUEBaiENDAALCyANIAZIRQ0A' +
  'A0ACQCAMIiUgBU8EQAALIA0iJiAGTwRAAAsgJSAGbCAmaiEkIAggJEEDdGogDEEARgR/IA0FIAxBACANQQBGGwu3OQMACyANQQFq' +
  'IQ0gDSAGSA0ACwsLIAxBAWohDCAMIAVIDQALCyADQQFqQQBqIScCQAJAICcaQQFFDQAgJ0EATkUNACAnQYCAgMAATEUNAAwBCwAL' +
  'IAFBAWpBAGohKAJAAkAgKBpBAUUNACAoQQBORQ0AIChBgICAwABMRQ0ADAELAAsgJ7cgKLeiISkgKSIs/AMiLbggLGIEQAALIC0h' +
  'KyArQQJBARABISpBACEuAkAgLiAnSEUNAANAAkBBACEvAkAgLyAoSEUNAANAAkAgLiIxICdPBEAACyAvIjIgKE8EQAALIDEgKGwg' +
  'MmohMCAqIDBBAnRqIC5BCmwgL2o2AgALIC9BAWohLyAvIChIDQALCwsgLkEBaiEuIC4gJ0gNAAsLQQEhMwJAIDMgAUxFDQADQAJA' +
  'QQEhNAJAIDQgA0xFDQAgM0EBayE1IDUgAU8EQAALIAAgNUEBdGovAQAhNiAzIjkgBU8EQAALIAYhOCAIIDkgOGxBA3RqITcgAyA4' +
  'SARABQALIANBAWsgA0gEQAUACwNAAkAgNCE6IDcgOkEDdGogNiA0QQFrITsgAiA7QQF0ai8BAEYEfCAzQQFrIj0gBU8EQAALIDRB' +
  'AWsiPiAGTwRAAAsgPSAGbCA+aiE8IAggPEEDdGorAwAFRAAAAAAAAPA/IDNBAWsiQCAFTwRAAAsgNCJBIAZPBEAACyBAIAZsIEFq' +
  'IT8gCCA/QQN0aisDACA0QQFrIUIgQiA4TwRAAAsgNyBCQQN0aisDAKQgM0EBayJEIAVPBEAACyA0QQFrIkUgBk8EQAALIEQgBmwg' +
  'RWohQyAIIENBA3RqKwMApKALOQMACyA0QQFqITQgNCADTA0ACwsLIDNBAWohMyAzIAFMDQALCyABIkcgBU8EQAALIAMiSCAGTwRA' +
  'AAsgRyAGbCBIaiFGIAggRkEDdGorAwBEAAAAAABAj0CiIAMiSiAnTwRAAAsgASJLIChPBEAACyBKIChsIEtqIUkgKiBJQQJ0aigC' +
  'ALegIAQkAA8gBCQAAAt2AQJ/IABBgICAwABLBEAACyMAQQhqIgMgACABdGpBB2pBeHEiBEGAgICABEsEQAALIAQ/AEEQdEsEQCAE' +
  'PwBBEHRrQf//A2pBEHZAAEF/RgRAAAsLIAQkACADQQhrIAA2AgAgAgRAIANBACAAIAF0/AsACyADCwYAQQgkAAs=';

interface Kernel {
  run(a: number, aLength: number, b: number, bLength: number): number;
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
export function editDistanceKernel(a: string, b: string): number | undefined {
  if (kernel === undefined || typeof a !== 'string' || typeof b !== 'string') return undefined;
  try {
    kernel.reset();
    const aAddress = kernel.allocate(a.length, 1, 0);
    const aView = new Uint16Array(kernel.memory.buffer, aAddress, a.length);
    for (let index = 0; index < a.length; index++) aView[index] = a.charCodeAt(index);
    const bAddress = kernel.allocate(b.length, 1, 0);
    const bView = new Uint16Array(kernel.memory.buffer, bAddress, b.length);
    for (let index = 0; index < b.length; index++) bView[index] = b.charCodeAt(index);
    return kernel.run(aAddress, a.length, bAddress, b.length);
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
