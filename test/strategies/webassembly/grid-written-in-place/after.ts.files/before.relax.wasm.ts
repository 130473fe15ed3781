// relaxKernel: relax of before.ts as a WebAssembly module of 2220 bytes, made by Speedlens. The source is relax itself,
// which also does what the kernel cannot. When relax changes, make this file anew:
//   speedlens bench before.ts#relax --strategies webassembly --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.
// Its loops use vectors of two numbers (Node 16.4, Chrome 91, Firefox 89, Safari 16.4); without them the original does the work.

const bytes =
  'AGFzbQEAAAABFANgBX9/f39/AX9gA39/fwF/YAAAAwQDAAECBQMBAAEGBgF/AUEICwcjBANydW4AAAZtZW1vcnkCAAhhbGxvY2F0' +
  'ZQABBXJlc2V0AAIK0xAD0g8FNH8BezB/AXsKf0EAIQUCQCAFIARIRQ0AA0ACQEEBIQYCQCAGIAJBAWtIRQ0AA0ACQCAGIgkgAk8E' +
  'QAALIAMhCCAAIAkgCGxBA3RqIQdBASEKAkAgCEEDayILQQAgC0EAShshCyADQQNrIgxBACAMQQBKGyEMAkADQCAKQQNqIAhBAWtO' +
  'DQFBACAGQQFrIhAgAk8EQAALIAoiESAMTwRAAAsgECADbCARaiEOIAAgDkEDdGohDyAPIAoiEiALTwRAAAsgByASQQN0aiETIBNr' +
  'Ig1BH2pBP0kgDUEAR3FyIAZBAWoiFyACTwRAAAsgCiIYIAxPBEAACyAXIANsIBhqIRUgACAVQQN0aiEWIBYgCiIZIAtPBEAACyAH' +
  'IBlBA3RqIRogGmsiFEEfakE/SSAUQQBHcXIgCkEBayIcIAtPBEAACyAHIBxBA3RqIR0gHSAKIh4gC08EQAALIAcgHkEDdGohHyAf' +
  'ayIbQR9qQT9JIBtBAEdxciAKQQFqIiEgC08EQAALIAcgIUEDdGohIiAiIAoiIyALTwRAAAsgByAjQQN0aiEkICRrIiBBH2pBP0kg' +
  'IEEAR3FyBEACQCAKIAhPBEAACyAHIApBA3RqIAZBAWsiJiACTwRAAAsgCiInIANPBEAACyAmIANsICdqISUgACAlQQN0aisDACAG' +
  'QQFqIikgAk8EQAALIAoiKiADTwRAAAsgKSADbCAqaiEoIAAgKEEDdGorAwCgIApBAWshKyArIAhPBEAACyAHICtBA3RqKwMAoCAK' +
  'QQFqISwgLCAITwRAAAsgByAsQQN0aisDAKBEAAAAAAAA0D+iOQMACyAKQQFqIQoMAQsgBkEBayIvIAJPBEAACyAKIjAgDE8EQAAL' +
  'IC8gA2wgMGohLSAAIC1BA3RqIS4gBkEBaiIzIAJPBEAACyAKIjQgDE8EQAALIDMgA2wgNGohMSAAIDFBA3RqITIgCkEBayI1IAtP' +
  'BEAACyAHIDVBA3RqITYgCkEBaiI3IAtPBEAACyAHIDdBA3RqIThEAAAAAAAAEED9FCE5IAoiOiALTwRAAAsgByA6QQN0aiE7IDsg' +
  'Lv0AAwAgMv0AAwD98AEgNv0AAwD98AEgOP0AAwD98AEgOf3zAf0LAwAgOyAu/QADECAy/QADEP3wASA2/QADEP3wASA4/QADEP3w' +
  'ASA5/fMB/QsDEAJACyAKQQFqIQoCQAsgCkEBaiEKAkALIApBAWohCgJACyAKQQFqIQoMAAsLIAhBAWsiPEEAIDxBAEobITwgA0EB' +
  'ayI9QQAgPUEAShshPQJAA0AgCkEBaiAIQQFrTg0BQQAgBkEBayJBIAJPBEAACyAKIkIgPU8EQAALIEEgA2wgQmohPyAAID9BA3Rq' +
  'IUAgQCAKIkMgPE8EQAALIAcgQ0EDdGohRCBEayI+QQ9qQR9JID5BAEdxciAGQQFqIkggAk8EQAALIAoiSSA9TwRAAAsgSCADbCBJ' +
  'aiFGIAAgRkEDdGohRyBHIAoiSiA8TwRAAAsgByBKQQN0aiFLIEtrIkVBD2pBH0kgRUEAR3FyIApBAWsiTSA8TwRAAAsgByBNQQN0' +
  'aiFOIE4gCiJPIDxPBEAACyAHIE9BA3RqIVAgUGsiTEEPakEfSSBMQQBHcXIgCkEBaiJSIDxPBEAACyAHIFJBA3RqIVMgUyAKIlQg' +
  'PE8EQAALIAcgVEEDdGohVSBVayJRQQ9qQR9JIFFBAEdxcgRAAkAgCiAITwRAAAsgByAKQQN0aiAGQQFrIlcgAk8EQAALIAoiWCAD' +
  'TwRAAAsgVyADbCBYaiFWIAAgVkEDdGorAwAgBkEBaiJaIAJPBEAACyAKIlsgA08EQAALIFogA2wgW2ohWSAAIFlBA3RqKwMAoCAK' +
  'QQFrIVwgXCAITwRAAAsgByBcQQN0aisDAKAgCkEBaiFdIF0gCE8EQAALIAcgXUEDdGorAwCgRAAAAAAAANA/ojkDAAsgCkEBaiEK' +
  'DAELIAZBAWsiYCACTwRAAAsgCiJhID1PBEAACyBgIANsIGFqIV4gACBeQQN0aiFfIAZBAWoiZCACTwRAAAsgCiJlID1PBEAACyBk' +
  'IANsIGVqIWIgACBiQQN0aiFjIApBAWsiZiA8TwRAAAsgByBmQQN0aiFnIApBAWoiaCA8TwRAAAsgByBoQQN0aiFpRAAAAAAAABBA' +
  '/RQhaiAKImsgPE8EQAALIAcga0EDdGohbCBsIF/9AAMAIGP9AAMA/fABIGf9AAMA/fABIGn9AAMA/fABIGr98wH9CwMAAkALIApB' +
  'AWohCgJACyAKQQFqIQoMAAsLIAogCEEBa0hFDQADQAJAIAogCE8EQAALIAcgCkEDdGogBkEBayJuIAJPBEAACyAKIm8gA08EQAAL' +
  'IG4gA2wgb2ohbSAAIG1BA3RqKwMAIAZBAWoicSACTwRAAAsgCiJyIANPBEAACyBxIANsIHJqIXAgACBwQQN0aisDAKAgCkEBayFz' +
  'IHMgCE8EQAALIAcgc0EDdGorAwCgIApBAWohdCB0IAhPBEAACyAHIHRBA3RqKwMAoEQAAAAAAADQP6I5AwALIApBAWohCiAKIAhB' +
  'AWtIDQALCwsgBkEBaiEGIAYgAkEBa0gNAAsLCyAFQQFqIQUgBSAESA0ACwsgAEEIayACNgIAIABBBGsgAzYCACAADwALdgECfyAA' +
  'QYCAgMAASwRAAAsjAEEIaiIDIAAgAXRqQQdqQXhxIgRBgICAgARLBEAACyAEPwBBEHRLBEAgBD8AQRB0a0H//wNqQRB2QABBf0YE' +
  'QAALCyAEJAAgA0EIayAANgIAIAIEQCADQQAgACABdPwLAAsgAwsGAEEIJAAL';

interface Kernel {
  run(grid: number, gridLength: number, gridRows: number, gridColumns: number, rounds: number): number;
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
export function relaxKernel(grid: number[][], rounds: number): number[][] | undefined {
  if (kernel === undefined || !Array.isArray(grid) || !isInteger(rounds)) return undefined;
  if (new Set(grid).size !== grid.length) return undefined;
  if (grid.some((row) => Object.isFrozen(row))) return undefined;
  try {
    kernel.reset();
    const gridColumns = grid[0]?.length ?? 0;
    const gridAddress = kernel.allocate(grid.length * gridColumns, 3, 0);
    const gridView = new Float64Array(kernel.memory.buffer, gridAddress, grid.length * gridColumns);
    for (let i = 0; i < grid.length; i++) {
      const row: unknown = grid[i];
      if (!Array.isArray(row) || row.length !== gridColumns) return undefined;
      for (let j = 0; j < gridColumns; j++) {
        const value: unknown = row[j];
        if (typeof value !== 'number') return undefined;
        gridView[i * gridColumns + j] = value;
      }
    }
    const result = kernel.run(gridAddress, grid.length * gridColumns, grid.length, gridColumns, rounds);
    const gridAfter = new Float64Array(kernel.memory.buffer, gridAddress, grid.length * gridColumns);
    grid.forEach((row, i) => {
      for (let j = 0; j < gridColumns; j++) row[j] = gridAfter[i * gridColumns + j] as number;
    });
    if (result === gridAddress) return grid;
    const [rows, columns] = new Uint32Array(kernel.memory.buffer, result - 8, 2) as unknown as [number, number];
    const view = new Float64Array(kernel.memory.buffer, result, rows * columns);
    const table = new Array<number[]>(rows);
    for (let i = 0; i < rows; i++) {
      const row = new Array<number>(columns);
      for (let j = 0; j < columns; j++) row[j] = view[i * columns + j] as number;
      table[i] = row;
    }
    return table;
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
