// forcesKernel: forces of before.ts as a WebAssembly module of 1354 bytes, made by Speedlens. The source is forces itself,
// which also does what the kernel cannot. When forces changes, take away this file and what before.ts says of forcesKernel, and make them anew:
//   speedlens bench before.ts#forces --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABFgNgB39/f39/f38Bf2ADf39/AX9gAAADBAMAAQIFAwEAAQYGAX8BQQgLByMEA3J1bgAABm1lbW9yeQIACGFsbG9j' +
  'YXRlAAEFcmVzZXQAAgrvCQPuCAkFfwJ8AX8DfAN/CXwCfwJ8Bn9BACEIQQAhCUEAIQpBACELAkAgCyAASEUNAANAAkBEAAAAAAAA' +
  'AAAhDEQAAAAAAAAAACENQQAhDgJAIA4gAEhFDQAgCyACTwRAAAsgASALQQN0aisDACEPIAsgBE8EQAALIAMgC0EDdGorAwAhECAL' +
  'IAZPBEAACyAFIAtBA3RqKwMAIRECQAJAIAAaQQFFDQAgAEEBayACSEUNAAwBCwALAkACQCAAGkEBRQ0AIABBAWsgBEhFDQAMAQsA' +
  'CwJAAkAgABpBAUUNACAAQQFrIAZIRQ0ADAELAAsgDiAAQQNrSARAIA4hEiABIBJBA3RqIRIgDiETIAMgE0EDdGohEyAOIRQgBSAU' +
  'QQN0aiEUA0ACQAJAIBIrAwAgD6EhFSATKwMAIBChIRYgESAUKwMAoiAVIBWiIBYgFqKgRHsUrkfheoQ/oKMhFyAXIBWiIRggFyAW' +
  'oiEZIBghGiAZIRsLIAwgGqAhDCANIBugIQ0LIA5BAWohDgJAAkAgEisDCCAPoSEVIBMrAwggEKEhFiARIBQrAwiiIBUgFaIgFiAW' +
  'oqBEexSuR+F6hD+goyEXIBcgFaIhGCAXIBaiIRkgGCEaIBkhGwsgDCAaoCEMIA0gG6AhDQsgDkEBaiEOAkACQCASKwMQIA+hIRUg' +
  'EysDECAQoSEWIBEgFCsDEKIgFSAVoiAWIBaioER7FK5H4XqEP6CjIRcgFyAVoiEYIBcgFqIhGSAYIRogGSEbCyAMIBqgIQwgDSAb' +
  'oCENCyAOQQFqIQ4CQAJAIBIrAxggD6EhFSATKwMYIBChIRYgESAUKwMYoiAVIBWiIBYgFqKgRHsUrkfheoQ/oKMhFyAXIBWiIRgg' +
  'FyAWoiEZIBghGiAZIRsLIAwgGqAhDCANIBugIQ0LIA5BAWohDiASQSBqIRIgE0EgaiETIBRBIGohFCAOIABBA2tIDQALCyAOIABI' +
  'RQ0AA0ACQAJAIAEgDkEDdGorAwAgD6EhFSADIA5BA3RqKwMAIBChIRYgESAFIA5BA3RqKwMAoiAVIBWiIBYgFqKgRHsUrkfheoQ/' +
  'oKMhFyAXIBWiIRggFyAWoiEZIBghGiAZIRsLIAwgGqAhDCANIBugIQ0LIA5BAWohDiAOIABIDQALCyAMIRwgDSEdIBwhICAdISFB' +
  'AiEfIB8gIksEQCAfIiJBA0EAEAEhHgsgHkEAIB9BA3T8CwAgHiAgOQMAIB4gITkDCCAItyAJtyAKt6JhBEAFAAsgCUEARgRAIB8h' +
  'CgUgCiAfRgRABQALCyAIIB9qIiQgI0sEQCAkICNBAXQiIyAkICNLGyEjIAchJSAjQQNBABABIgcgJSAIQQN0/AoAAAsgByAIQQN0' +
  'aiAeIB9BA3T8CgAAICQhCCAJQYCAgMAASARABQALIAlBAWohCQsgC0EBaiELIAsgAEgNAAsLIAi3IAm3IAq3omEEQAUACyAHISYg' +
  'CCEnICZBCGsgCTYCACAmQQRrIAo2AgAgJg8AC3YBAn8gAEGAgIDAAEsEQAALIwBBCGoiAyAAIAF0akEHakF4cSIEQYCAgIAESwRA' +
  'AAsgBD8AQRB0SwRAIAQ/AEEQdGtB//8DakEQdkAAQX9GBEAACwsgBCQAIANBCGsgADYCACACBEAgA0EAIAAgAXT8CwALIAMLBgBB' +
  'CCQACw==';

interface Kernel {
  run(particlesLength: number, particlesX: number, particlesXLength: number, particlesY: number, particlesYLength: number, particlesMass: number, particlesMassLength: number): number;
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
export function forcesKernel(particles: readonly { readonly x: number; readonly y: number; readonly mass: number }[]): { fx: number; fy: number }[] | undefined {
  if (kernel === undefined || (particles as object | undefined)?.constructor !== Array) return undefined;
  try {
    kernel.reset();
    const particlesXAddress = kernel.allocate(particles.length, 3, 0);
    const particlesXView = new Float64Array(kernel.memory.buffer, particlesXAddress, particles.length);
    const particlesYAddress = kernel.allocate(particles.length, 3, 0);
    const particlesYView = new Float64Array(kernel.memory.buffer, particlesYAddress, particles.length);
    const particlesMassAddress = kernel.allocate(particles.length, 3, 0);
    const particlesMassView = new Float64Array(kernel.memory.buffer, particlesMassAddress, particles.length);
    for (let index = 0; index < particles.length; index++) {
      const record = particles[index] as { readonly x: unknown; readonly y: unknown; readonly mass: unknown };
      const x = record.x;
      if (typeof x !== 'number') return undefined;
      particlesXView[index] = x;
      const y = record.y;
      if (typeof y !== 'number') return undefined;
      particlesYView[index] = y;
      const mass = record.mass;
      if (typeof mass !== 'number') return undefined;
      particlesMassView[index] = mass;
    }
    const result = kernel.run(particles.length, particlesXAddress, particles.length, particlesYAddress, particles.length, particlesMassAddress, particles.length);
    const [rows, columns] = new Uint32Array(kernel.memory.buffer, result - 8, 2) as unknown as [number, number];
    const view = new Float64Array(kernel.memory.buffer, result, rows * columns);
    const table = new Array<{ fx: number; fy: number }>(rows);
    for (let i = 0; i < rows; i++) {
      table[i] = { fx: view[i * columns] as number, fy: view[i * columns + 1] as number };
    }
    return table;
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
