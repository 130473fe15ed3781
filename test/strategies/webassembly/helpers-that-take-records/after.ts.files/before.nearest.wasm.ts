// nearestKernel: nearest of before.ts as a WebAssembly module of 1582 bytes, made by Speedlens. The source is nearest itself,
// which also does what the kernel cannot. When nearest changes, take away this file and what before.ts says of nearestKernel, and make them anew:
//   speedlens bench before.ts#nearest --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABGQNgCn9/f39/f39/f38Bf2ADf39/AX9gAAADBAMAAQIFAwEAAQYGAX8BQQgLByMEA3J1bgAABm1lbW9yeQIACGFs' +
  'bG9jYXRlAAEFcmVzZXQAAgrQCwPPCgkDfwJ8Bn8BfAF/AnwDfxV8An9BACELQQAhDAJAIAwgAEhFDQACQAJAIAAaQQFFDQAgAEEB' +
  'ayACSEUNAAwBCwALAkACQCAAGkEBRQ0AIABBAWsgBEhFDQAMAQsACwNAAkAgASAMQQN0aisDACENIAMgDEEDdGorAwAhDgJAQQAh' +
  'D0EAIRAgBUEBayERAkAgECAFSEUNAANAAkAgECESIBEhEwJAIBIgB08EQAALIAYgEkEDdGorAwAgDmQgEyAHTwRAAAsgBiATQQN0' +
  'aisDACAOZEdFDQAgDSATIAlPBEAACyAIIBNBA3RqKwMAIBIgCU8EQAALIAggEkEDdGorAwChIA4gEiAHTwRAAAsgBiASQQN0aisD' +
  'AKGiIBMgB08EQAALIAYgE0EDdGorAwAgEiAHTwRAAAsgBiASQQN0aisDAKGjIBIgCU8EQAALIAggEkEDdGorAwCgY0UNACAPRSEP' +
  'CwsgECAQQQFqIRAhESAQIAVIDQALCyAPIRQLAkAgFA0ADAELRAAAAAAAAPB/IRVBACEWAkAgFiAASEUNACABIAxBA3RqKwMAIRcg' +
  'AyAMQQN0aisDACEYAkACQCAAGkEBRQ0AIABBAWsgAkhFDQAMAQsACwJAAkAgABpBAUUNACAAQQFrIARIRQ0ADAELAAsgFiAAQQdr' +
  'SARAIBYhGSABIBlBA3RqIRkgFiEaIAMgGkEDdGohGgNAAkAgFiEbAkAgFyAZKwMAoSIcIByiIBggGisDAKEiHSAdoqAhHgsgHiEf' +
  'IB9EAAAAAAAAAABkBEAgFSAfpCEVCwsgFkEBaiEWAkAgFiEbAkAgFyAZKwMIoSIgICCiIBggGisDCKEiISAhoqAhHgsgHiEfIB9E' +
  'AAAAAAAAAABkBEAgFSAfpCEVCwsgFkEBaiEWAkAgFiEbAkAgFyAZKwMQoSIiICKiIBggGisDEKEiIyAjoqAhHgsgHiEfIB9EAAAA' +
  'AAAAAABkBEAgFSAfpCEVCwsgFkEBaiEWAkAgFiEbAkAgFyAZKwMYoSIkICSiIBggGisDGKEiJSAloqAhHgsgHiEfIB9EAAAAAAAA' +
  'AABkBEAgFSAfpCEVCwsgFkEBaiEWAkAgFiEbAkAgFyAZKwMgoSImICaiIBggGisDIKEiJyAnoqAhHgsgHiEfIB9EAAAAAAAAAABk' +
  'BEAgFSAfpCEVCwsgFkEBaiEWAkAgFiEbAkAgFyAZKwMooSIoICiiIBggGisDKKEiKSApoqAhHgsgHiEfIB9EAAAAAAAAAABkBEAg' +
  'FSAfpCEVCwsgFkEBaiEWAkAgFiEbAkAgFyAZKwMwoSIqICqiIBggGisDMKEiKyAroqAhHgsgHiEfIB9EAAAAAAAAAABkBEAgFSAf' +
  'pCEVCwsgFkEBaiEWAkAgFiEbAkAgFyAZKwM4oSIsICyiIBggGisDOKEiLSAtoqAhHgsgHiEfIB9EAAAAAAAAAABkBEAgFSAfpCEV' +
  'CwsgFkEBaiEWIBlBwABqIRkgGkHAAGohGiAWIABBB2tIDQALCyAWIABIRQ0AA0ACQCAWIRsCQCAXIAEgG0EDdGorAwChIi4gLqIg' +
  'GCADIBtBA3RqKwMAoSIvIC+ioCEeCyAeIR8gH0QAAAAAAAAAAGQEQCAVIB+kIRULCyAWQQFqIRYgFiAASA0ACwsgFZ8hMCALIDFG' +
  'BEAgMUEBdEEQaiExIAohMiAxQQNBABABIgogMiALQQN0/AoAAAsgCiALQQN0aiAwOQMAIAtBAWohCwsgDEEBaiEMIAwgAEgNAAsL' +
  'IApFBEBBAEEAQQAQASEKCyAKQQhrIAs2AgAgCg8AC3YBAn8gAEGAgIDAAEsEQAALIwBBCGoiAyAAIAF0akEHakF4cSIEQYCAgIAE' +
  'SwRAAAsgBD8AQRB0SwRAIAQ/AEEQdGtB//8DakEQdkAAQX9GBEAACwsgBCQAIANBCGsgADYCACACBEAgA0EAIAAgAXT8CwALIAML' +
  'BgBBCCQACw==';

interface Kernel {
  run(pointsLength: number, pointsX: number, pointsXLength: number, pointsY: number, pointsYLength: number, outlineLength: number, outlineY: number, outlineYLength: number, outlineX: number, outlineXLength: number): number;
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
export function nearestKernel(points: readonly { readonly x: number; readonly y: number }[], outline: readonly { readonly y: number; readonly x: number }[]): number[] | undefined {
  if (kernel === undefined || !Array.isArray(points) || !Array.isArray(outline)) return undefined;
  try {
    kernel.reset();
    const pointsXAddress = kernel.allocate(points.length, 3, 0);
    const pointsXView = new Float64Array(kernel.memory.buffer, pointsXAddress, points.length);
    const pointsYAddress = kernel.allocate(points.length, 3, 0);
    const pointsYView = new Float64Array(kernel.memory.buffer, pointsYAddress, points.length);
    for (let index = 0; index < points.length; index++) {
      const record = points[index] as { readonly x: unknown; readonly y: unknown };
      const x = record.x;
      if (typeof x !== 'number') return undefined;
      pointsXView[index] = x;
      const y = record.y;
      if (typeof y !== 'number') return undefined;
      pointsYView[index] = y;
    }
    const outlineYAddress = kernel.allocate(outline.length, 3, 0);
    const outlineYView = new Float64Array(kernel.memory.buffer, outlineYAddress, outline.length);
    const outlineXAddress = kernel.allocate(outline.length, 3, 0);
    const outlineXView = new Float64Array(kernel.memory.buffer, outlineXAddress, outline.length);
    for (let index = 0; index < outline.length; index++) {
      const record = outline[index] as { readonly y: unknown; readonly x: unknown };
      const y = record.y;
      if (typeof y !== 'number') return undefined;
      outlineYView[index] = y;
      const x = record.x;
      if (typeof x !== 'number') return undefined;
      outlineXView[index] = x;
    }
    const result = kernel.run(points.length, pointsXAddress, points.length, pointsYAddress, points.length, outline.length, outlineYAddress, outline.length, outlineXAddress, outline.length);
    const length = new Uint32Array(kernel.memory.buffer, result - 8, 1)[0] as number;
    const view = new Float64Array(kernel.memory.buffer, result, length);
    const copy = new Array<number>(length);
    for (let index = 0; index < length; index++) copy[index] = view[index] as number;
    return copy;
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
