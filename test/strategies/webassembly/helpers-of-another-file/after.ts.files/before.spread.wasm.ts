// spreadKernel: spread of before.ts as a WebAssembly module of 1901 bytes, made by Speedlens. The source is spread itself,
// which also does what the kernel cannot. When spread changes, take away this file and what before.ts says of spreadKernel, and make them anew:
//   speedlens bench before.ts#spread --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// What it calls of other files (distance, tilt) is in it as it was then: a change there is a change of spread.
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABLQdgBn9/f39/fwF8YAR/f39/AXxgAX8BfGACfHwBfGABfAF8YAN/f38Bf2AAAAMIBwABAgMEBQYFAwEAAQYGAX8B' +
  'QQgLByMEA3J1bgAABm1lbW9yeQIACGFsbG9jYXRlAAUFcmVzZXQABgr3DQfzCAIBfBl/RAAAAAAAAAAAIQZBACEHAkAgByACSEUN' +
  'AANAAkBBACEIAkAgCCACSEUNAAJAAkAgAhpBAUUNACAHIAVIRQ0ADAELAAsCQAJAIAIaQQFFDQAgAkEBayAFSEUNAAwBCwALIAgg' +
  'AkEHa0gEQCAIIQkgBCAJQQN0aiEJA0ACQCAGIAciDCACTwRAAAsgAyELIAAgDCALbEEDdGohCiAIIg8gAk8EQAALIAMhDiAAIA8g' +
  'DmxBA3RqIQ0gCiALIA0gDhABIAcQAqAgBCAHQQN0aisDACAJKwMAEAOgoCEGCyAIQQFqIQgCQCAGIAciECACTwRAAAsgAyELIAAg' +
  'ECALbEEDdGohCiAIIhEgAk8EQAALIAMhDiAAIBEgDmxBA3RqIQ0gCiALIA0gDhABIAcQAqAgBCAHQQN0aisDACAJKwMIEAOgoCEG' +
  'CyAIQQFqIQgCQCAGIAciEiACTwRAAAsgAyELIAAgEiALbEEDdGohCiAIIhMgAk8EQAALIAMhDiAAIBMgDmxBA3RqIQ0gCiALIA0g' +
  'DhABIAcQAqAgBCAHQQN0aisDACAJKwMQEAOgoCEGCyAIQQFqIQgCQCAGIAciFCACTwRAAAsgAyELIAAgFCALbEEDdGohCiAIIhUg' +
  'Ak8EQAALIAMhDiAAIBUgDmxBA3RqIQ0gCiALIA0gDhABIAcQAqAgBCAHQQN0aisDACAJKwMYEAOgoCEGCyAIQQFqIQgCQCAGIAci' +
  'FiACTwRAAAsgAyELIAAgFiALbEEDdGohCiAIIhcgAk8EQAALIAMhDiAAIBcgDmxBA3RqIQ0gCiALIA0gDhABIAcQAqAgBCAHQQN0' +
  'aisDACAJKwMgEAOgoCEGCyAIQQFqIQgCQCAGIAciGCACTwRAAAsgAyELIAAgGCALbEEDdGohCiAIIhkgAk8EQAALIAMhDiAAIBkg' +
  'DmxBA3RqIQ0gCiALIA0gDhABIAcQAqAgBCAHQQN0aisDACAJKwMoEAOgoCEGCyAIQQFqIQgCQCAGIAciGiACTwRAAAsgAyELIAAg' +
  'GiALbEEDdGohCiAIIhsgAk8EQAALIAMhDiAAIBsgDmxBA3RqIQ0gCiALIA0gDhABIAcQAqAgBCAHQQN0aisDACAJKwMwEAOgoCEG' +
  'CyAIQQFqIQgCQCAGIAciHCACTwRAAAsgAyELIAAgHCALbEEDdGohCiAIIh0gAk8EQAALIAMhDiAAIB0gDmxBA3RqIQ0gCiALIA0g' +
  'DhABIAcQAqAgBCAHQQN0aisDACAJKwM4EAOgoCEGCyAIQQFqIQggCUHAAGohCSAIIAJBB2tIDQALCyAIIAJIRQ0AA0ACQCAGIAci' +
  'HiACTwRAAAsgAyELIAAgHiALbEEDdGohCiAIIh8gAk8EQAALIAMhDiAAIB8gDmxBA3RqIQ0gCiALIA0gDhABIAcQAqAgBCAHQQN0' +
  'aisDACAEIAhBA3RqKwMAEAOgoCEGCyAIQQFqIQggCCACSA0ACwsLIAdBAWohByAHIAJIDQALCyAGDwALrAMDAXwDfwl8RAAAAAAA' +
  'AAAAIQRBACEFAkAgBSABSEUNACABQQFrIANIBEAFAAsgBSABQQdrSARAIAUhBiAAIAZBA3RqIQYgBSEHIAIgB0EDdGohBwNAAkAg' +
  'BCAGKwMAIAcrAwChIgggCKKgIQQLIAVBAWohBQJAIAQgBisDCCAHKwMIoSIJIAmioCEECyAFQQFqIQUCQCAEIAYrAxAgBysDEKEi' +
  'CiAKoqAhBAsgBUEBaiEFAkAgBCAGKwMYIAcrAxihIgsgC6KgIQQLIAVBAWohBQJAIAQgBisDICAHKwMgoSIMIAyioCEECyAFQQFq' +
  'IQUCQCAEIAYrAyggBysDKKEiDSANoqAhBAsgBUEBaiEFAkAgBCAGKwMwIAcrAzChIg4gDqKgIQQLIAVBAWohBQJAIAQgBisDOCAH' +
  'KwM4oSIPIA+ioCEECyAFQQFqIQUgBkHAAGohBiAHQcAAaiEHIAUgAUEHa0gNAAsLIAUgAUhFDQADQAJAIAQgACAFQQN0aisDACAC' +
  'IAVBA3RqKwMAoSIQIBCioCEECyAFQQFqIQUgBSABSA0ACwsgBA8ACyIAIABBAnBBAEYEfERmZmZmZmY3QAVEZmZmZmZmN8ALDwAL' +
  'FgBEAAAAAADjuEAgASAAoRAEmaIPAAsaACAARBgtRFT7IQlAokQAAAAAAIBmQKMPAAt2AQJ/IABBgICAwABLBEAACyMAQQhqIgMg' +
  'ACABdGpBB2pBeHEiBEGAgICABEsEQAALIAQ/AEEQdEsEQCAEPwBBEHRrQf//A2pBEHZAAEF/RgRAAAsLIAQkACADQQhrIAA2AgAg' +
  'AgRAIANBACAAIAF0/AsACyADCwYAQQgkAAs=';

interface Kernel {
  run(points: number, pointsLength: number, pointsRows: number, pointsColumns: number, latitudes: number, latitudesLength: number): number;
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
export function spreadKernel(points: readonly (readonly number[])[], latitudes: readonly number[]): number | undefined {
  if (kernel === undefined || !Array.isArray(points) || !Array.isArray(latitudes)) return undefined;
  try {
    kernel.reset();
    const pointsColumns = points[0]?.length ?? 0;
    const pointsAddress = kernel.allocate(points.length * pointsColumns, 3, 0);
    const pointsView = new Float64Array(kernel.memory.buffer, pointsAddress, points.length * pointsColumns);
    for (let i = 0; i < points.length; i++) {
      const row: unknown = points[i];
      if (!Array.isArray(row) || row.length !== pointsColumns) return undefined;
      for (let j = 0; j < pointsColumns; j++) {
        const value: unknown = row[j];
        if (typeof value !== 'number') return undefined;
        pointsView[i * pointsColumns + j] = value;
      }
    }
    const latitudesAddress = kernel.allocate(latitudes.length, 3, 0);
    const latitudesView = new Float64Array(kernel.memory.buffer, latitudesAddress, latitudes.length);
    for (let index = 0; index < latitudes.length; index++) {
      const value: unknown = latitudes[index];
      if (typeof value !== 'number') return undefined;
      latitudesView[index] = value;
    }
    return kernel.run(pointsAddress, points.length * pointsColumns, points.length, pointsColumns, latitudesAddress, latitudes.length);
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
