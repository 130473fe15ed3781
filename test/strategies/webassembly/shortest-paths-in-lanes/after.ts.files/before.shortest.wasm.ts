// shortestKernel: shortest of before.ts as a WebAssembly module of 1924 bytes, made by Speedlens. The source is shortest itself,
// which also does what the kernel cannot. When shortest changes, make this file anew:
//   speedlens bench before.ts#shortest --strategies webassembly --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.
// Its loops use vectors of two numbers (Node 16.4, Chrome 91, Firefox 89, Safari 16.4); without them the original does the work.

const bytes =
  'AGFzbQEAAAABEQNgA39/fwBgA39/fwF/YAAAAwQDAAECBQMBAAEGBgF/AUEICwcjBANydW4AAAZtZW1vcnkCAAhhbGxvY2F0ZQAB' +
  'BXJlc2V0AAIKrg4DrQ1BBn8BfgJ/AX4DfwF+An8BfgF/AX4BfwF+AXwBfwF+AXwBfwF8AX8BewF/AX4CfwF+AnsCfwF+An8BfgN/' +
  'AX4CfwF+A38BfgJ/AX4BfwF+AX8BfgF/AX4BfwF8AX8BewF/AX4CfwF+AXsCfwF+An8BfgF/AX4BfwF+AX8BfgF/AXwBf0EAIQMC' +
  'QCADIAJIRQ0AA0ACQEEAIQQCQCAEIAJIRQ0AA0ACQEEAIQUCQCABQQNrIgZBACAGQQBKGyEGAkADQCAFQQNqIAJODQFBACAErCAC' +
  'rH4gA6x8IgkgAa1aBEAACyAJpyEIIAAgCEEDdGogBKwgAqx+IAWsfCIMIAatWgRAAAsgDKchCiAAIApBA3RqIQsgC2siB0EgSXIg' +
  'A6wgAqx+IAWsfCIQIAatWgRAAAsgEKchDiAAIA5BA3RqIQ8gDyAErCACrH4gBax8IhMgBq1aBEAACyATpyERIAAgEUEDdGohEiAS' +
  'ayINQR9qQT9JIA1BAEdxcgRAAkAgBKwgAqx+IAOsfCIVIAGtWgRAAAsgFachFCAAIBRBA3RqKwMAIAOsIAKsfiAFrHwiFyABrVoE' +
  'QAALIBenIRYgACAWQQN0aisDAKAhGCAYIASsIAKsfiAFrHwiGiABrVoEQAALIBqnIRkgACAZQQN0aisDAGMEQCAEtyACt6IgBbeg' +
  'IRsgGyId/AMiHrggHWIEQAALIB4hHCAcIAFPBEAACyAAIBxBA3RqIBg5AwALCyAFQQFqIQUMAQsgBKwgAqx+IAOsfCIhIAGtWgRA' +
  'AAsgIachICAAICBBA3RqKwMA/RQhHyADrCACrH4gBax8IiQgBq1aBEAACyAkpyEiIAAgIkEDdGohIyAfICP9AAMA/fABISUgHyAj' +
  '/QADEP3wASEmIAS3IAK3oiAFt6AhGyAErCACrH4gBax8IikgBq1aBEAACyAppyEnIAAgJ0EDdGohKCAErCACrH4gBax8IiwgBq1a' +
  'BEAACyAspyEqIAAgKkEDdGohKyArICUgK/0AAwAgJSAo/QADAP1J/VL9CwMAICsgJiAr/QADECAmICj9AAMQ/Un9Uv0LAxACQAsg' +
  'BUEBaiEFAkALIAVBAWohBQJACyAFQQFqIQUCQAsgBUEBaiEFDAALCyABQQFrIi1BACAtQQBKGyEtAkADQCAFQQFqIAJODQFBACAE' +
  'rCACrH4gA6x8IjAgAa1aBEAACyAwpyEvIAAgL0EDdGogBKwgAqx+IAWsfCIzIC2tWgRAAAsgM6chMSAAIDFBA3RqITIgMmsiLkEQ' +
  'SXIgA6wgAqx+IAWsfCI3IC2tWgRAAAsgN6chNSAAIDVBA3RqITYgNiAErCACrH4gBax8IjogLa1aBEAACyA6pyE4IAAgOEEDdGoh' +
  'OSA5ayI0QQ9qQR9JIDRBAEdxcgRAAkAgBKwgAqx+IAOsfCI8IAGtWgRAAAsgPKchOyAAIDtBA3RqKwMAIAOsIAKsfiAFrHwiPiAB' +
  'rVoEQAALID6nIT0gACA9QQN0aisDAKAhGCAYIASsIAKsfiAFrHwiQCABrVoEQAALIECnIT8gACA/QQN0aisDAGMEQCAEtyACt6Ig' +
  'BbegIRsgGyJC/AMiQ7ggQmIEQAALIEMhQSBBIAFPBEAACyAAIEFBA3RqIBg5AwALCyAFQQFqIQUMAQsgBKwgAqx+IAOsfCJGIAGt' +
  'WgRAAAsgRqchRSAAIEVBA3RqKwMA/RQhRCADrCACrH4gBax8IkkgLa1aBEAACyBJpyFHIAAgR0EDdGohSCBEIEj9AAMA/fABIUog' +
  'BLcgAreiIAW3oCEbIASsIAKsfiAFrHwiTSAtrVoEQAALIE2nIUsgACBLQQN0aiFMIASsIAKsfiAFrHwiUCAtrVoEQAALIFCnIU4g' +
  'ACBOQQN0aiFPIE8gSiBP/QADACBKIEz9AAMA/Un9Uv0LAwACQAsgBUEBaiEFAkALIAVBAWohBQwACwsgBSACSEUNAANAAkAgBKwg' +
  'Aqx+IAOsfCJSIAGtWgRAAAsgUqchUSAAIFFBA3RqKwMAIAOsIAKsfiAFrHwiVCABrVoEQAALIFSnIVMgACBTQQN0aisDAKAhGCAY' +
  'IASsIAKsfiAFrHwiViABrVoEQAALIFanIVUgACBVQQN0aisDAGMEQCAEtyACt6IgBbegIRsgGyJY/AMiWbggWGIEQAALIFkhVyBX' +
  'IAFPBEAACyAAIFdBA3RqIBg5AwALCyAFQQFqIQUgBSACSA0ACwsLIARBAWohBCAEIAJIDQALCwsgA0EBaiEDIAMgAkgNAAsLC3YB' +
  'An8gAEGAgIDAAEsEQAALIwBBCGoiAyAAIAF0akEHakF4cSIEQYCAgIAESwRAAAsgBD8AQRB0SwRAIAQ/AEEQdGtB//8DakEQdkAA' +
  'QX9GBEAACwsgBCQAIANBCGsgADYCACACBEAgA0EAIAAgAXT8CwALIAMLBgBBCCQACw==';

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
