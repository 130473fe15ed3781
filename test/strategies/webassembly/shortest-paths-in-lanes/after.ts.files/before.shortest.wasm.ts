// shortestKernel: shortest of before.ts as a WebAssembly module of 1586 bytes, made by Speedlens. The source is shortest itself,
// which also does what the kernel cannot. When shortest changes, make this file anew:
//   speedlens bench before.ts#shortest --strategies webassembly --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.
// Its loops use vectors of two numbers (Node 16.4, Chrome 91, Firefox 89, Safari 16.4); without them the original does the work.

const bytes =
  'AGFzbQEAAAABEQNgA39/fwBgA39/fwF/YAAAAwQDAAECBQMBAAEGBgF/AUEICwcjBANydW4AAAZtZW1vcnkCAAhhbGxvY2F0ZQAB' +
  'BXJlc2V0AAIK3AsD2woRA38BfAF/AXwBfwF8C38BfAJ/AXsCfwJ7D38BewJ/AXsGf0EAIQMCQCADIAJIRQ0AA0ACQEEAIQQCQCAE' +
  'IAJIRQ0AA0ACQEEAIQUCQCAFIAJIRQ0AIAS3IAK3oiADt6AhBgJAAkAgBkQAAAAAAACgwWZFDQAgBkQAAAAAAACgQWVFDQAMAQsA' +
  'CyAG/AJBAGohByADtyACt6IhCAJAAkAgCEQAAAAAAACgwWZFDQAgCEQAAAAAAACgQWVFDQAMAQsACyAI/AJBAGohCSAEtyACt6Ih' +
  'CgJAAkAgCkQAAAAAAACgwWZFDQAgCkQAAAAAAACgQWVFDQAMAQsACyAK/AJBAGohCwJAAkAgAhpBAUUNACAHIAFIRQ0ADAELAAsC' +
  'QAJAIAIaQQFFDQAgCSACQQFraiABSEUNAAwBCwALAkACQCACGkEBRQ0AIAsgAkEBa2ogAUhFDQAMAQsACyABQQNrIgxBACAMQQBK' +
  'GyEMAkADQCAFQQNqIAJODQFBACAHIAFPBEAACyAAIAdBA3RqIAsgBWoiDiAMTwRAAAsgACAOQQN0aiEPIA9rIg1BIElyIAkgBWoi' +
  'ESAMTwRAAAsgACARQQN0aiESIBIgCyAFaiITIAxPBEAACyAAIBNBA3RqIRQgFGsiEEEfakE/SSAQQQBHcXIEQAJAIAAgB0EDdGor' +
  'AwAgCSAFaiEVIAAgFUEDdGorAwCgIRYgFiALIAVqIRcgACAXQQN0aisDAGMEQCALIAVqIRggGCABTwRAAAsgACAYQQN0aiAWOQMA' +
  'CwsgBUEBaiEFDAELIAAgB0EDdGorAwD9FCEZIAkgBWoiGiAMTwRAAAsgACAaQQN0aiEbIBkgG/0AAwD98AEhHCAZIBv9AAMQ/fAB' +
  'IR0gCyAFaiEYIAsgBWoiHiAMTwRAAAsgACAeQQN0aiEfIAsgBWoiICAMTwRAAAsgACAgQQN0aiEhICEgHCAh/QADACAcIB/9AAMA' +
  '/Un9Uv0LAwAgISAdICH9AAMQIB0gH/0AAxD9Sf1S/QsDEAJACyAFQQFqIQUCQAsgBUEBaiEFAkALIAVBAWohBQJACyAFQQFqIQUM' +
  'AAsLIAFBAWsiIkEAICJBAEobISICQANAIAVBAWogAk4NAUEAIAcgAU8EQAALIAAgB0EDdGogCyAFaiIkICJPBEAACyAAICRBA3Rq' +
  'ISUgJWsiI0EQSXIgCSAFaiInICJPBEAACyAAICdBA3RqISggKCALIAVqIikgIk8EQAALIAAgKUEDdGohKiAqayImQQ9qQR9JICZB' +
  'AEdxcgRAAkAgACAHQQN0aisDACAJIAVqISsgACArQQN0aisDAKAhFiAWIAsgBWohLCAAICxBA3RqKwMAYwRAIAsgBWohGCAYIAFP' +
  'BEAACyAAIBhBA3RqIBY5AwALCyAFQQFqIQUMAQsgACAHQQN0aisDAP0UIS0gCSAFaiIuICJPBEAACyAAIC5BA3RqIS8gLSAv/QAD' +
  'AP3wASEwIAsgBWohGCALIAVqIjEgIk8EQAALIAAgMUEDdGohMiALIAVqIjMgIk8EQAALIAAgM0EDdGohNCA0IDAgNP0AAwAgMCAy' +
  '/QADAP1J/VL9CwMAAkALIAVBAWohBQJACyAFQQFqIQUMAAsLIAUgAkhFDQADQAJAIAAgB0EDdGorAwAgCSAFaiE1IAAgNUEDdGor' +
  'AwCgIRYgFiALIAVqITYgACA2QQN0aisDAGMEQCALIAVqIRggGCABTwRAAAsgACAYQQN0aiAWOQMACwsgBUEBaiEFIAUgAkgNAAsL' +
  'CyAEQQFqIQQgBCACSA0ACwsLIANBAWohAyADIAJIDQALCwt2AQJ/IABBgICAwABLBEAACyMAQQhqIgMgACABdGpBB2pBeHEiBEGA' +
  'gICABEsEQAALIAQ/AEEQdEsEQCAEPwBBEHRrQf//A2pBEHZAAEF/RgRAAAsLIAQkACADQQhrIAA2AgAgAgRAIANBACAAIAF0/AsA' +
  'CyADCwYAQQgkAAs=';

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
