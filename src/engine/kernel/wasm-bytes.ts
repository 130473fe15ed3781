// The binary format of WebAssembly: numbers, sections, instructions. See https://webassembly.github.io/spec/core/binary/.

export type ValueType = 'i32' | 'i64' | 'f64' | 'v128';

const valueTypes: Readonly<Record<ValueType, number>> = { i32: 0x7f, i64: 0x7e, f64: 0x7c, v128: 0x7b };
const emptyBlock = 0x40;

/** Instructions without operands in the bytes. */
const plain = {
  unreachable: [0x00],
  end: [0x0b],
  else: [0x05],
  return: [0x0f],
  drop: [0x1a],
  select: [0x1b],
  'i32.eqz': [0x45],
  'i32.eq': [0x46],
  'i32.ne': [0x47],
  'i32.lt_s': [0x48],
  'i32.lt_u': [0x49],
  'i32.gt_s': [0x4a],
  'i32.gt_u': [0x4b],
  'i32.le_s': [0x4c],
  'i32.le_u': [0x4d],
  'i32.ge_s': [0x4e],
  'i32.ge_u': [0x4f],
  'i64.eq': [0x51],
  'i64.ne': [0x52],
  'i64.lt_s': [0x53],
  'i64.gt_s': [0x55],
  'i64.le_s': [0x57],
  'i64.ge_s': [0x59],
  'i64.ge_u': [0x5a],
  'f64.eq': [0x61],
  'f64.ne': [0x62],
  'f64.lt': [0x63],
  'f64.gt': [0x64],
  'f64.le': [0x65],
  'f64.ge': [0x66],
  'i32.clz': [0x67],
  'i32.add': [0x6a],
  'i32.sub': [0x6b],
  'i32.mul': [0x6c],
  'i32.div_s': [0x6d],
  'i32.rem_s': [0x6f],
  'i32.rem_u': [0x70],
  'i32.and': [0x71],
  'i32.or': [0x72],
  'i32.xor': [0x73],
  'i32.shl': [0x74],
  'i32.shr_s': [0x75],
  'i32.shr_u': [0x76],
  'i64.add': [0x7c],
  'i64.sub': [0x7d],
  'i64.mul': [0x7e],
  'f64.abs': [0x99],
  'f64.neg': [0x9a],
  'f64.ceil': [0x9b],
  'f64.floor': [0x9c],
  'f64.trunc': [0x9d],
  'f64.nearest': [0x9e],
  'f64.sqrt': [0x9f],
  'f64.add': [0xa0],
  'f64.sub': [0xa1],
  'f64.mul': [0xa2],
  'f64.div': [0xa3],
  'f64.min': [0xa4],
  'f64.max': [0xa5],
  'f64.copysign': [0xa6],
  'i32.wrap_i64': [0xa7],
  'i64.extend_i32_s': [0xac],
  'i64.extend_i32_u': [0xad],
  'f32.demote_f64': [0xb6],
  'f64.convert_i32_s': [0xb7],
  'f64.convert_i32_u': [0xb8],
  'f64.promote_f32': [0xbb],
  'i32.trunc_sat_f64_s': [0xfc, 0x02],
  'i32.trunc_sat_f64_u': [0xfc, 0x03],
  'i64.trunc_sat_f64_s': [0xfc, 0x06],
  'memory.size': [0x3f, 0x00],
  'memory.grow': [0x40, 0x00],
  'memory.copy': [0xfc, 0x0a, 0x00, 0x00],
  'memory.fill': [0xfc, 0x0b, 0x00],
  // Two doubles side by side. Codes from 128 on take two bytes.
  'f64x2.splat': [0xfd, 0x14],
  'i64x2.splat': [0xfd, 0x12],
  'f64x2.eq': [0xfd, 0x47],
  'f64x2.ne': [0xfd, 0x48],
  'f64x2.lt': [0xfd, 0x49],
  'f64x2.gt': [0xfd, 0x4a],
  'f64x2.le': [0xfd, 0x4b],
  'f64x2.ge': [0xfd, 0x4c],
  'v128.not': [0xfd, 0x4d],
  'v128.and': [0xfd, 0x4e],
  'v128.or': [0xfd, 0x50],
  'v128.bitselect': [0xfd, 0x52],
  'v128.any_true': [0xfd, 0x53],
  'f64x2.ceil': [0xfd, 0x74],
  'f64x2.floor': [0xfd, 0x75],
  'f64x2.trunc': [0xfd, 0x7a],
  'f64x2.abs': [0xfd, 0xec, 0x01],
  'f64x2.neg': [0xfd, 0xed, 0x01],
  'f64x2.sqrt': [0xfd, 0xef, 0x01],
  'f64x2.add': [0xfd, 0xf0, 0x01],
  'f64x2.sub': [0xfd, 0xf1, 0x01],
  'f64x2.mul': [0xfd, 0xf2, 0x01],
  'f64x2.div': [0xfd, 0xf3, 0x01],
  'f64x2.min': [0xfd, 0xf4, 0x01],
  'f64x2.max': [0xfd, 0xf5, 0x01],
  'f64x2.promote_low_f32x4': [0xfd, 0x5f],
  'f64x2.convert_low_i32x4_s': [0xfd, 0xfe, 0x01],
  'f64x2.convert_low_i32x4_u': [0xfd, 0xff, 0x01],
} as const;

export type PlainInstruction = keyof typeof plain;

/** Loads and stores, with the logarithm of the alignment that they are promised. */
const memoryInstructions = {
  'v128.load': [[0xfd, 0x00], 3],
  'v128.store': [[0xfd, 0x0b], 3],
  'v128.load64_zero': [[0xfd, 0x5d], 2],
  'i32.load': [[0x28], 2],
  'f64.load': [[0x2b], 3],
  'f32.load': [[0x2a], 2],
  'i32.load8_s': [[0x2c], 0],
  'i32.load8_u': [[0x2d], 0],
  'i32.load16_s': [[0x2e], 1],
  'i32.load16_u': [[0x2f], 1],
  'i32.store': [[0x36], 2],
  'f32.store': [[0x38], 2],
  'f64.store': [[0x39], 3],
  'i32.store8': [[0x3a], 0],
  'i32.store16': [[0x3b], 1],
} as const;

export type MemoryInstruction = keyof typeof memoryInstructions;

/** The body of one function as it is written. */
export class CodeWriter {
  readonly #bytes: number[] = [];
  readonly #locals: ValueType[] = [];
  readonly #parameterCount: number;
  /** Blocks around the instruction that comes next. */
  depth = 0;

  constructor(parameterCount: number) {
    this.#parameterCount = parameterCount;
  }

  addLocal(type: ValueType): number {
    this.#locals.push(type);
    return this.#parameterCount + this.#locals.length - 1;
  }

  op(...names: readonly PlainInstruction[]): void {
    for (const name of names) {
      if (name === 'end') this.depth -= 1;
      this.#bytes.push(...plain[name]);
    }
  }

  /** Opens a block, a loop, or an if; `op('end')` closes it. */
  open(kind: 'block' | 'loop' | 'if', result?: ValueType): void {
    this.depth += 1;
    const code = { block: 0x02, loop: 0x03, if: 0x04 }[kind];
    this.#bytes.push(code, result === undefined ? emptyBlock : valueTypes[result]);
  }

  branch(kind: 'br' | 'br_if', label: number): void {
    this.#bytes.push(kind === 'br' ? 0x0c : 0x0d, ...unsigned(label));
  }

  call(index: number): void {
    this.#bytes.push(0x10, ...unsigned(index));
  }

  local(kind: 'get' | 'set' | 'tee', index: number): void {
    this.#bytes.push({ get: 0x20, set: 0x21, tee: 0x22 }[kind], ...unsigned(index));
  }

  global(kind: 'get' | 'set', index: number): void {
    this.#bytes.push(kind === 'get' ? 0x23 : 0x24, ...unsigned(index));
  }

  i32(value: number): void {
    this.#bytes.push(0x41, ...signed(value | 0));
  }

  f64(value: number): void {
    const bytes = new Uint8Array(8);
    new DataView(bytes.buffer).setFloat64(0, value, true);
    this.#bytes.push(0x44, ...bytes);
  }

  memory(name: MemoryInstruction, offset = 0): void {
    const [code, alignment] = memoryInstructions[name];
    this.#bytes.push(...code, alignment, ...unsigned(offset));
  }

  /** Of two doubles. */
  lane(kind: 'extract' | 'replace', lane: 0 | 1): void {
    this.#bytes.push(0xfd, kind === 'extract' ? 0x21 : 0x22, lane);
  }

  finish(): readonly number[] {
    const locals = runsOf(this.#locals).map(([type, count]) => [...unsigned(count), valueTypes[type]]);
    const body = [...vector(locals), ...this.#bytes, ...plain.end];
    return [...unsigned(body.length), ...body];
  }
}

function runsOf(types: readonly ValueType[]): readonly (readonly [ValueType, number])[] {
  const runs: [ValueType, number][] = [];
  for (const type of types) {
    const last = runs.at(-1);
    if (last?.[0] === type) last[1] += 1;
    else runs.push([type, 1]);
  }
  return runs;
}

export interface FunctionType {
  readonly parameters: readonly ValueType[];
  readonly result: ValueType | undefined;
}

export type MemoryKind = 'own' | 'imported' | 'shared';

/** Pages of 64 KB: a shared memory has to say how far it may grow. A gigabyte is as far as kernels count. */
export const mostPages = 16_384;

export interface ModuleParts {
  /** Functions from outside, all in the module `m`; they come first in the index space. */
  readonly imports: readonly { readonly name: string; readonly type: FunctionType }[];
  readonly functions: readonly { readonly type: FunctionType; readonly code: readonly number[] }[];
  /** Its own starts with one page; one from outside is `memory` of the module `m`, which several threads may share. */
  readonly memory: MemoryKind | undefined;
  /** Initial values of mutable i32 globals. */
  readonly globals: readonly number[];
  readonly exports: readonly {
    readonly name: string;
    readonly kind: 'function' | 'memory' | 'global';
    readonly index: number;
  }[];
}

export function moduleBytes(parts: ModuleParts): Uint8Array {
  const types: number[][] = [];
  const keys: string[] = [];
  const typeIndex = (type: FunctionType): number => {
    const key = `${type.parameters.join(',')}:${type.result ?? ''}`;
    if (!keys.includes(key)) {
      keys.push(key);
      const results = type.result === undefined ? [] : [[valueTypes[type.result]]];
      types.push([0x60, ...vector(type.parameters.map((one) => [valueTypes[one]])), ...vector(results)]);
    }
    return keys.indexOf(key);
  };
  const onePage = [0x00, ...unsigned(1)];
  const imports = [
    ...parts.imports.map(({ name, type }) => [...text('m'), ...text(name), 0x00, ...unsigned(typeIndex(type))]),
    ...(parts.memory === 'imported' ? [[...text('m'), ...text('memory'), 0x02, ...onePage]] : []),
    ...(parts.memory === 'shared'
      ? [[...text('m'), ...text('memory'), 0x02, 0x03, ...unsigned(1), ...unsigned(mostPages)]]
      : []),
  ];
  const functions = parts.functions.map(({ type }) => [...unsigned(typeIndex(type))]);
  const kinds = { function: 0x00, memory: 0x02, global: 0x03 };
  const exports = parts.exports.map(({ name, kind, index }) => [...text(name), kinds[kind], ...unsigned(index)]);
  const globals = parts.globals.map((value) => [valueTypes.i32, 0x01, 0x41, ...signed(value), ...plain.end]);
  const memories = parts.memory === 'own' ? [onePage] : [];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, types),
    ...section(2, imports),
    ...section(3, functions),
    ...section(5, memories),
    ...section(6, globals),
    ...section(7, exports),
    ...section(
      10,
      parts.functions.map(({ code }) => [...code]),
    ),
  ]);
}

function section(id: number, items: readonly (readonly number[])[]): readonly number[] {
  if (items.length === 0) return [];
  const content = vector(items);
  return [id, ...unsigned(content.length), ...content];
}

function vector(items: readonly (readonly number[])[]): readonly number[] {
  return [...unsigned(items.length), ...items.flat()];
}

function text(value: string): readonly number[] {
  const bytes = new TextEncoder().encode(value);
  return [...unsigned(bytes.length), ...bytes];
}

/** LEB128. */
function unsigned(value: number): readonly number[] {
  const bytes: number[] = [];
  let rest = value;
  do {
    const low = rest % 128;
    rest = Math.floor(rest / 128);
    bytes.push(rest === 0 ? low : low + 128);
  } while (rest !== 0);
  return bytes;
}

function signed(value: number): readonly number[] {
  const bytes: number[] = [];
  let rest = value;
  for (;;) {
    const low = rest & 0x7f;
    rest >>= 7;
    const isLast = (rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0);
    bytes.push(isLast ? low : low | 0x80);
    if (isLast) return bytes;
  }
}
