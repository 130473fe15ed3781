// shortestKernel: shortest of before.ts as a WebAssembly module of 2086 bytes, made by Speedlens. The source is shortest itself,
// which also does what the kernel cannot. When shortest changes, take away this file and what before.ts says of shortestKernel, and make them anew:
//   speedlens bench before.ts#shortest --strategies webassembly/checked-integers --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABFwNgCH9/f39/f39/AX9gA39/fwF/YAAAAwQDAAECBQMBAAEGBgF/AUEICwcjBANydW4AAAZtZW1vcnkCAAhhbGxv' +
  'Y2F0ZQABBXJlc2V0AAIKyg8DyQ4jIX8BfAh/AXwCfwF8A38BfAJ/AXwDfwF8CH8BfAF/A3wCfwF8An8BfAN/AXwCfwF8An8BfAJ/' +
  'AXwEfwF8An8BfAR/AnwDfyMAIQggAiEJQQAhCgJAAkAgChpBAUUNACAKQQBORQ0AIAogAkhFDQAMAQsACyADIQtBACENQQAhDkEA' +
  'IQ9BACEQAkAgECACSEUNAANAAkAgECITIAJPBEAACyADIRIgACATIBJsQQN0aiERIBIhFSAVIBZLBEAgFSIWQQJBABABIRQLIBRB' +
  'ACAVQQJ0/AsAQQAhFwJAIBcgEkhFDQAgEkEBayAVSARABQALA0ACQCAXIRhBfyEZIBggFU8EQAALIBQgGEECdGogGTYCAAsgF0EB' +
  'aiEXIBcgEkgNAAsLIBogHCAUIRogFiEcIRYhFCAVIRsgDbcgDrcgD7eiYQRABQALIA5BAEYEQCAbIQ8FIA8gG0YEQAUACwsgDSAb' +
  'aiIeIB1LBEAgHiAdQQF0Ih0gHiAdSxshHSAMIR8gHUECQQAQASIMIB8gDUECdPwKAAALIAwgDUECdGogGiAbQQJ0/AoAACAeIQ0g' +
  'DkGAgIDAAEgEQAUACyAOQQFqIQ4LIBBBAWohECAQIAJIDQALCyANtyAOtyAPt6JhBEAFAAsgDCEgIA0hIUEAISIgIiAOTwRAAAtB' +
  'ACEjICMgD08EQAALICIgD2wgI2ohJCAkICFPBEAACyAgICRBAnRqQQA2AgBBACEmQQAhJ0EAIShEAAAAAAAAAAAhKUEAISxBACEt' +
  'QQIhKyArIC5LBEAgKyIuQQNBABABISoLICpBACArQQN0/AsAICogLLc5AwAgKiAttzkDCCAmICcgKGxGBEAFAAsgJ0EARgRAICsh' +
  'KAUgKLcgK7hhBEAFAAsLICYgK2oiMCAvSwRAIDAgL0EBdCIvIDAgL0sbIS8gJSExIC9BA0EAEAEiJSAxICZBA3T8CgAACyAlICZB' +
  'A3RqICogK0EDdPwKAAAgMCEmICdBgICAwABIBEAFAAsgJ0EBaiEnAkAgJ7cgKaFEAAAAAAAAAABkRQ0AA0ACQCAmtyAntyAot6Jh' +
  'BEAFAAsgJ7cgKaFEAAAAAAAAAABkBEAFAAsgKSEyIDIiNfwDIja4IDViBEAACyA2ITQgNCAnTwRAAAtBACE3IDcgKE8EQAALIDQg' +
  'KGwgN2oiOCAmTwRAAAsgOCEzICUgM0EDdGorAwAhOSAyIjz8AyI9uCA8YgRAAAsgPSE7IDsgJ08EQAALQQEhPiA+IChPBEAACyA7' +
  'IChsID5qIj8gJk8EQAALID8hOiAlIDpBA3RqKwMAIUAgKUQAAAAAAADwP6AhKQJAIDkgCUEBa7dhRQ0AIEAgC0EBa7dhRQ0AIDn8' +
  'AiFCIEIgDk8EQAALIED8AiFDIEMgD08EQAALIEIgD2wgQ2ohQSAgIEFBAnRqKAIAIAgkAA8LQQAhRAJAIEQgBkhFDQADQAJAIEQi' +
  'RyAGTwRAAAsgByFGIAQgRyBGbEEDdGohRUEAIUggSCBGTwRAAAsgRSBIQQN0aisDACFJQQEhSiBKIEZPBEAACyBFIEpBA3RqKwMA' +
  'IUsgOSBJoCFMIEAgS6AhTQJAAkAgTEQAAAAAAAAAAGMNACBNRAAAAAAAAAAAYw0AIEwgCbdmDQAgTSALt2ZFDQELDAELAkACQCBM' +
  'IlD8AyJRuCBQYgRAAAsgUSFPIE8gAk8EQAALIE0iU/wDIlS4IFNiBEAACyBUIVIgUiADTwRAAAsgTyADbCBSaiFOIAAgTkEDdGor' +
  'AwBEAAAAAAAA8D9hDQAgTCJX/AMiWLggV2IEQAALIFghViBWIA5PBEAACyBNIlr8AyJbuCBaYgRAAAsgWyFZIFkgD08EQAALIFYg' +
  'D2wgWWohVSAgIFVBAnRqKAIAQQBORQ0BCwwBCyBMIl38AyJeuCBdYgRAAAsgXiFcIFwgDk8EQAALIE0iYPwDImG4IGBiBEAACyBh' +
  'IV8gXyAPTwRAAAsgXCAPbCBfaiFiIGIgIU8EQAALICAgYkECdGogOSJl/AMiZrggZWIEQAALIGYhZCBkIA5PBEAACyBAImj8AyJp' +
  'uCBoYgRAAAsgaSFnIGcgD08EQAALIGQgD2wgZ2ohYyAgIGNBAnRqKAIAQQFqImpBgJTr3ANKBEAACyBqNgIAIEwhbSBNIW5BAiFs' +
  'IGwgb0sEQCBsIm9BA0EAEAEhawsga0EAIGxBA3T8CwAgayBtOQMAIGsgbjkDCCAmtyAntyAot6JhBEAFAAsgJ0EARgRAIGwhKAUg' +
  'KCBsRgRABQALCyAmIGxqInAgL0sEQCBwIC9BAXQiLyBwIC9LGyEvICUhcSAvQQNBABABIiUgcSAmQQN0/AoAAAsgJSAmQQN0aiBr' +
  'IGxBA3T8CgAAIHAhJiAnQYCAgMAASARABQALICdBAWohJwsgREEBaiFEIEQgBkgNAAsLCyAntyApoUQAAAAAAAAAAGQNAAsLQX8g' +
  'CCQADyAIJAAAC3YBAn8gAEGAgIDAAEsEQAALIwBBCGoiAyAAIAF0akEHakF4cSIEQYCAgIAESwRAAAsgBD8AQRB0SwRAIAQ/AEEQ' +
  'dGtB//8DakEQdkAAQX9GBEAACwsgBCQAIANBCGsgADYCACACBEAgA0EAIAAgAXT8CwALIAMLBgBBCCQACw==';

interface Kernel {
  run(maze: number, mazeLength: number, mazeRows: number, mazeColumns: number, MOVES: number, MOVESLength: number, MOVESRows: number, MOVESColumns: number): number;
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
export function shortestKernel(maze: readonly (readonly number[])[], MOVES: readonly (readonly number[])[]): number | undefined {
  if (kernel === undefined || (maze as object | undefined)?.constructor !== Array || (MOVES as object | undefined)?.constructor !== Array) return undefined;
  try {
    kernel.reset();
    const mazeColumns = maze[0]?.length ?? 0;
    const mazeAddress = kernel.allocate(maze.length * mazeColumns, 3, 0);
    const mazeView = new Float64Array(kernel.memory.buffer, mazeAddress, maze.length * mazeColumns);
    for (let i = 0; i < maze.length; i++) {
      const row: unknown = maze[i];
      if (!Array.isArray(row) || row.constructor !== Array || row.length !== mazeColumns) return undefined;
      for (let j = 0; j < mazeColumns; j++) {
        const value: unknown = row[j];
        if (typeof value !== 'number') return undefined;
        mazeView[i * mazeColumns + j] = value;
      }
    }
    const MOVESColumns = MOVES[0]?.length ?? 0;
    const MOVESAddress = kernel.allocate(MOVES.length * MOVESColumns, 3, 0);
    const MOVESView = new Float64Array(kernel.memory.buffer, MOVESAddress, MOVES.length * MOVESColumns);
    for (let i = 0; i < MOVES.length; i++) {
      const row: unknown = MOVES[i];
      if (!Array.isArray(row) || row.constructor !== Array || row.length !== MOVESColumns) return undefined;
      for (let j = 0; j < MOVESColumns; j++) {
        const value: unknown = row[j];
        if (typeof value !== 'number') return undefined;
        MOVESView[i * MOVESColumns + j] = value;
      }
    }
    return kernel.run(mazeAddress, maze.length * mazeColumns, maze.length, mazeColumns, MOVESAddress, MOVES.length * MOVESColumns, MOVES.length, MOVESColumns);
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
