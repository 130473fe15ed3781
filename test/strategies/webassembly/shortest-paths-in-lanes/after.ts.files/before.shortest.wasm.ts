// shortestKernel: shortest of before.ts as a WebAssembly module of 1579 bytes, made by Speedlens. The source is shortest itself,
// which also does what the kernel cannot. When shortest changes, make this file anew:
//   speedlens bench before.ts#shortest --strategies webassembly --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.
// Its loops use vectors of two numbers (Node 16.4, Chrome 91, Firefox 89, Safari 16.4); without them the original does the work.

const bytes =
  'AGFzbQEAAAABEQNgA39/fwBgA39/fwF/YAAAAwQDAAECBQMBAAEGBgF/AUEICwcjBANydW4AAAZtZW1vcnkCAAhhbGxvY2F0ZQAB' +
  'BXJlc2V0AAIK1QsD1AoRA38BfAF/AXwBfwF8C38BfAJ/AXsCfwJ7D38BewJ/AXsGf0EAIQMCQCADIAJIRQ0AA0ACQEEAIQQCQCAE' +
  'IAJIRQ0AA0ACQEEAIQUCQCAFIAJIRQ0AIAS3IAK3oiADt6AhBgJAAkAgBkQAAAAAAACgwWZFDQAgBkQAAAAAAACgQWVFDQAMAQsA' +
  'CyAG/AJBAGohByADtyACt6IhCAJAAkAgCEQAAAAAAACgwWZFDQAgCEQAAAAAAACgQWVFDQAMAQsACyAI/AJBAGohCSAEtyACt6Ih' +
  'CgJAAkAgCkQAAAAAAACgwWZFDQAgCkQAAAAAAACgQWVFDQAMAQsACyAK/AJBAGohCwJAAkAgAhpBAUUNACAJIAJBAWtqIAFIRQ0A' +
  'DAELAAsCQAJAIAIaQQFFDQAgCyACQQFraiABSEUNAAwBCwALIAFBA2siDEEAIAxBAEobIQwCQANAIAVBA2ogAk4NAUEAIAcgAU8E' +
  'QAALIAAgB0EDdGogCyAFaiIOIAxPBEAACyAAIA5BA3RqIQ8gD2siDUEgSXIgCSAFaiIRIAxPBEAACyAAIBFBA3RqIRIgEiALIAVq' +
  'IhMgDE8EQAALIAAgE0EDdGohFCAUayIQQR9qQT9JIBBBAEdxcgRAAkAgByABTwRAAAsgACAHQQN0aisDACAJIAVqIRUgACAVQQN0' +
  'aisDAKAhFiAWIAsgBWohFyAAIBdBA3RqKwMAYwRAIAsgBWohGCAAIBhBA3RqIBY5AwALCyAFQQFqIQUMAQsgByABTwRAAAsgACAH' +
  'QQN0aisDAP0UIRkgCSAFaiIaIAxPBEAACyAAIBpBA3RqIRsgGSAb/QADAP3wASEcIBkgG/0AAxD98AEhHSALIAVqIRggCyAFaiIe' +
  'IAxPBEAACyAAIB5BA3RqIR8gCyAFaiIgIAxPBEAACyAAICBBA3RqISEgISAcICH9AAMAIBwgH/0AAwD9Sf1S/QsDACAhIB0gIf0A' +
  'AxAgHSAf/QADEP1J/VL9CwMQAkALIAVBAWohBQJACyAFQQFqIQUCQAsgBUEBaiEFAkALIAVBAWohBQwACwsgAUEBayIiQQAgIkEA' +
  'ShshIgJAA0AgBUEBaiACTg0BQQAgByABTwRAAAsgACAHQQN0aiALIAVqIiQgIk8EQAALIAAgJEEDdGohJSAlayIjQRBJciAJIAVq' +
  'IicgIk8EQAALIAAgJ0EDdGohKCAoIAsgBWoiKSAiTwRAAAsgACApQQN0aiEqICprIiZBD2pBH0kgJkEAR3FyBEACQCAHIAFPBEAA' +
  'CyAAIAdBA3RqKwMAIAkgBWohKyAAICtBA3RqKwMAoCEWIBYgCyAFaiEsIAAgLEEDdGorAwBjBEAgCyAFaiEYIAAgGEEDdGogFjkD' +
  'AAsLIAVBAWohBQwBCyAHIAFPBEAACyAAIAdBA3RqKwMA/RQhLSAJIAVqIi4gIk8EQAALIAAgLkEDdGohLyAtIC/9AAMA/fABITAg' +
  'CyAFaiEYIAsgBWoiMSAiTwRAAAsgACAxQQN0aiEyIAsgBWoiMyAiTwRAAAsgACAzQQN0aiE0IDQgMCA0/QADACAwIDL9AAMA/Un9' +
  'Uv0LAwACQAsgBUEBaiEFAkALIAVBAWohBQwACwsgBSACSEUNAANAAkAgByABTwRAAAsgACAHQQN0aisDACAJIAVqITUgACA1QQN0' +
  'aisDAKAhFiAWIAsgBWohNiAAIDZBA3RqKwMAYwRAIAsgBWohGCAAIBhBA3RqIBY5AwALCyAFQQFqIQUgBSACSA0ACwsLIARBAWoh' +
  'BCAEIAJIDQALCwsgA0EBaiEDIAMgAkgNAAsLC3YBAn8gAEGAgIDAAEsEQAALIwBBCGoiAyAAIAF0akEHakF4cSIEQYCAgIAESwRA' +
  'AAsgBD8AQRB0SwRAIAQ/AEEQdGtB//8DakEQdkAAQX9GBEAACwsgBCQAIANBCGsgADYCACACBEAgA0EAIAAgAXT8CwALIAMLBgBB' +
  'CCQACw==';

interface Kernel {
  run(weights: number, weightsLength: number, n: number): void;
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
export function shortestKernel(weights: Float64Array, n: number): boolean {
  if (kernel === undefined || !(weights instanceof Float64Array) || !isInteger(n)) return false;
  try {
    kernel.reset();
    const weightsAddress = kernel.allocate(weights.length, 3, 0);
    const weightsView = new Float64Array(kernel.memory.buffer, weightsAddress, weights.length);
    weightsView.set(weights);
    kernel.run(weightsAddress, weights.length, n);
    weights.set(new Float64Array(kernel.memory.buffer, weightsAddress, weights.length));
    return true;
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return false;
  }
}
