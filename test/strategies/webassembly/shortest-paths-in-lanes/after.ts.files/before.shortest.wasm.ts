// shortestKernel: shortest of before.ts as a WebAssembly module of 1603 bytes, made by Speedlens. The source is shortest itself,
// which also does what the kernel cannot. When shortest changes, take away this file and what before.ts says of shortestKernel, and make them anew:
//   speedlens bench before.ts#shortest --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.
// Its loops use vectors of two numbers (Node 16.4, Chrome 91, Firefox 89, Safari 16.4); without them the original does the work.

const bytes =
  'AGFzbQEAAAABEQNgA39/fwBgA39/fwF/YAAAAwQDAAECBQMBAAEGBgF/AUEICwcjBANydW4AAAZtZW1vcnkCAAhhbGxvY2F0ZQAB' +
  'BXJlc2V0AAIK7QsD7AoRA38BfAF/AXwBfwF8C38BfAJ/AXsCfwR7DX8BewJ/AXsEf0EAIQMCQCADIAJIRQ0AA0ACQEEAIQQCQCAE' +
  'IAJIRQ0AA0ACQEEAIQUCQCAFIAJIRQ0AIAS3IAK3oiADt6AhBgJAAkAgBkQAAAAAAACgwWZFDQAgBkQAAAAAAACgQWVFDQAMAQsA' +
  'CyAG/AJBAGohByADtyACt6IhCAJAAkAgCEQAAAAAAACgwWZFDQAgCEQAAAAAAACgQWVFDQAMAQsACyAI/AJBAGohCSAEtyACt6Ih' +
  'CgJAAkAgCkQAAAAAAACgwWZFDQAgCkQAAAAAAACgQWVFDQAMAQsACyAK/AJBAGohCwJAAkAgAhpBAUUNACAHIAFIRQ0ADAELAAsC' +
  'QAJAIAIaQQFFDQAgCSACQQFraiABSEUNAAwBCwALAkACQCACGkEBRQ0AIAsgAkEBa2ogAUhFDQAMAQsACyABQQdrIgxBACAMQQBK' +
  'GyEMAkADQCAFQQdqIAJODQFBACAHIAFPBEAACyAAIAdBA3RqIAsgBWoiDiAMTwRAAAsgACAOQQN0aiEPIA9rIg1BwABJciAJIAVq' +
  'IhEgDE8EQAALIAAgEUEDdGohEiASIAsgBWoiEyAMTwRAAAsgACATQQN0aiEUIBRrIhBBP2pB/wBJIBBBAEdxcgRAAkAgACAHQQN0' +
  'aisDACAJIAVqIRUgACAVQQN0aisDAKAhFiAWIAsgBWohFyAAIBdBA3RqKwMAYwRAIAsgBWohGCAAIBhBA3RqIBY5AwALCyAFQQFq' +
  'IQUMAQsgACAHQQN0aisDAP0UIRkgCSAFaiEaIAAgGkEDdGohGyAZIBv9AAMA/fABIRwgGSAb/QADEP3wASEdIBkgG/0AAyD98AEh' +
  'HiAZIBv9AAMw/fABIR8gCyAFaiEYIAsgBWohICAAICBBA3RqISEgISAcICH9AAMAIBwgIf0AAwD9Sf1S/QsDACAhIB0gIf0AAxAg' +
  'HSAh/QADEP1J/VL9CwMQICEgHiAh/QADICAeICH9AAMg/Un9Uv0LAyAgISAfICH9AAMwIB8gIf0AAzD9Sf1S/QsDMAJACyAFQQFq' +
  'IQUCQAsgBUEBaiEFAkALIAVBAWohBQJACyAFQQFqIQUCQAsgBUEBaiEFAkALIAVBAWohBQJACyAFQQFqIQUCQAsgBUEBaiEFDAAL' +
  'CyABQQFrIiJBACAiQQBKGyEiAkADQCAFQQFqIAJODQFBACAHIAFPBEAACyAAIAdBA3RqIAsgBWoiJCAiTwRAAAsgACAkQQN0aiEl' +
  'ICVrIiNBEElyIAkgBWoiJyAiTwRAAAsgACAnQQN0aiEoICggCyAFaiIpICJPBEAACyAAIClBA3RqISogKmsiJkEPakEfSSAmQQBH' +
  'cXIEQAJAIAAgB0EDdGorAwAgCSAFaiErIAAgK0EDdGorAwCgIRYgFiALIAVqISwgACAsQQN0aisDAGMEQCALIAVqIRggACAYQQN0' +
  'aiAWOQMACwsgBUEBaiEFDAELIAAgB0EDdGorAwD9FCEtIAkgBWohLiAAIC5BA3RqIS8gLSAv/QADAP3wASEwIAsgBWohGCALIAVq' +
  'ITEgACAxQQN0aiEyIDIgMCAy/QADACAwIDL9AAMA/Un9Uv0LAwACQAsgBUEBaiEFAkALIAVBAWohBQwACwsgBSACSEUNAANAAkAg' +
  'ACAHQQN0aisDACAJIAVqITMgACAzQQN0aisDAKAhFiAWIAsgBWohNCAAIDRBA3RqKwMAYwRAIAsgBWohGCAAIBhBA3RqIBY5AwAL' +
  'CyAFQQFqIQUgBSACSA0ACwsLIARBAWohBCAEIAJIDQALCwsgA0EBaiEDIAMgAkgNAAsLC3YBAn8gAEGAgIDAAEsEQAALIwBBCGoi' +
  'AyAAIAF0akEHakF4cSIEQYCAgIAESwRAAAsgBD8AQRB0SwRAIAQ/AEEQdGtB//8DakEQdkAAQX9GBEAACwsgBCQAIANBCGsgADYC' +
  'ACACBEAgA0EAIAAgAXT8CwALIAMLBgBBCCQACw==';

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
