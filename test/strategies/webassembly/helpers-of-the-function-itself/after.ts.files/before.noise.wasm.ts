// noiseKernel: noise of before.ts as a WebAssembly module of 919 bytes, made by Speedlens. The source is noise itself,
// which also does what the kernel cannot. When noise changes, take away this file and what before.ts says of noiseKernel, and make them anew:
//   speedlens bench before.ts#noise --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABIgZgA39/fwF/YAN8fHwBfGACfHwBfGABfAF8YAF8AX9gAAADCgkAAQIDAQMABAUFAwEAAQYGAX8BQQgLByMEA3J1' +
  'bgAABm1lbW9yeQIACGFsbG9jYXRlAAYFcmVzZXQACAqqBgnHAwkCfwF8A38DfAF/AXwBfwZ8AX8gALcgAbeiIgX8AyIGuCAFYgRA' +
  'AAsgBiEEIARBA0EBEAYhA0EAIQcCQCAHIAFIRQ0AA0ACQEEAIQgCQCAIIABIRQ0ARAAAAAAAAPA/RAAAAAAAALA/oiEJA0ACQEQA' +
  'AAAAAADwPyEKIAkhC0EAIQwCQCAMIAJIRQ0AIAe3IAC3oiAIt6AhDQJAAkAgDUQAAAAAAACgwWZFDQAgDUQAAAAAAACgQWVFDQAM' +
  'AQsACyAN/AJBAGohDgJAAkAgAhpBAUUNACAOIARIRQ0ADAELAAsDQAJAIAi3IAuiIQ8gB7cgC6IhECAPnCERIBCcIRIgESASEAIg' +
  'EUQAAAAAAADwP6AgEhACIA8gEaEQASETIBEgEkQAAAAAAADwP6AQAiARRAAAAAAAAPA/oCASRAAAAAAAAPA/oBACIA8gEaEQASEU' +
  'IA4hFSADIBVBA3RqIAMgFUEDdGorAwAgCiATIBQgECASoRABoqA5AwAgChADIQogC0QAAAAAAAAAQKIhCwsgDEEBaiEMIAwgAkgN' +
  'AAsLCyAIQQFqIQggCCAASA0ACwsLIAdBAWohByAHIAFIDQALCyADDwALDgAgACABIAIQBRAEDwALSgEBfyAARAAAALFnVrZBoiAB' +
  'RAAAgJd16sNBoqAQByECIAIgAkENdnNB4b7G3wRsIQIgAiACQRB2c0EAdrhEAAAAAAAA8D2iDwALEAAgAEQAAAAAAADgP6IPAAsP' +
  'ACAAIAIgASAAoaKgDwALMAAgACAAoiAAoiAAIABEAAAAAAAAGECiRAAAAAAAAC5AoaJEAAAAAAAAJECgog8AC3YBAn8gAEGAgIDA' +
  'AEsEQAALIwBBCGoiAyAAIAF0akEHakF4cSIEQYCAgIAESwRAAAsgBD8AQRB0SwRAIAQ/AEEQdGtB//8DakEQdkAAQX9GBEAACwsg' +
  'BCQAIANBCGsgADYCACACBEAgA0EAIAAgAXT8CwALIAMLNQAgAJlEAAAAAAAA4ENjBH8gAPwGpwUgACAARAAAAAAAAPBBo51EAAAA' +
  'AAAA8EGiofwGpwsLBgBBCCQACw==';

interface Kernel {
  run(width: number, height: number, octaves: number): number;
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
export function noiseKernel(width: number, height: number, octaves: number): Float64Array | undefined {
  if (kernel === undefined || !isInteger(width) || !isInteger(height) || !isInteger(octaves)) return undefined;
  try {
    kernel.reset();
    const result = kernel.run(width, height, octaves);
    const length = new Uint32Array(kernel.memory.buffer, result - 8, 1)[0] as number;
    const view = new Float64Array(kernel.memory.buffer, result, length);
    return view.slice();
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
