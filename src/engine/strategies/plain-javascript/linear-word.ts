// 32-bit words whose every bit is an exclusive or of bits of one input word, perhaps complemented: what shifts, masks, exclusive ors and choices
// by one bit make of it. Such words are linear over the field of two elements, so the effect of many steps can be looked up byte by byte.
// See D. V. Sarwate, Computation of cyclic redundancy checks via table look-up, CACM 31 (1988).

export interface LinearWord {
  /** For each bit of the word, which bits of the input it is the exclusive or of. */
  readonly rows: readonly number[];
  /** Bits that are complemented. */
  readonly ones: number;
  /** Which number the bits stand for: with a sign, without one, or any number that ToInt32 makes them of; or true and false. */
  readonly number: 'signed' | 'unsigned' | 'any' | 'truth';
}

/** One bit of the input, or an exclusive or of several. */
export interface LinearBit {
  readonly row: number;
  readonly one: boolean;
}

const bits = Array.from({ length: 32 }, (_, bit) => bit);

export function inputWord(number: LinearWord['number']): LinearWord {
  return { rows: bits.map((bit) => 1 << bit), ones: 0, number };
}

export function constantWord(value: number): LinearWord {
  const number = Object.is(value, value | 0) ? 'signed' : Object.is(value, value >>> 0) ? 'unsigned' : 'any';
  return { rows: bits.map(() => 0), ones: value | 0, number };
}

/** The bits, when no bit of the input is in them. */
export function constantBits({ rows, ones }: LinearWord): number | undefined {
  return rows.every((row) => row === 0) ? ones : undefined;
}

export function truthWord(bit: LinearBit): LinearWord {
  return { rows: bits.map((at) => (at === 0 ? bit.row : 0)), ones: bit.one ? 1 : 0, number: 'truth' };
}

function isBit(word: number, bit: number): boolean {
  return ((word >>> bit) & 1) !== 0;
}

/** Bit by bit, from row and complement of each bit; undefined when one of them has none. */
function wordOf(number: LinearWord['number'], bitOf: (bit: number) => LinearBit | undefined): LinearWord | undefined {
  const made = bits.map(bitOf);
  if (made.some((one) => one === undefined)) return undefined;
  const ones = made.reduce((all, one, bit) => (one?.one === true ? all | (1 << bit) : all), 0);
  return { rows: made.map((one) => one?.row ?? 0), ones, number };
}

function bitAt({ rows, ones }: LinearWord, bit: number): LinearBit {
  return { row: rows[bit] ?? 0, one: isBit(ones, bit) };
}

const zero: LinearBit = { row: 0, one: false };

function isConstant(bit: LinearBit, value: boolean): boolean {
  return bit.row === 0 && bit.one === value;
}

export function exclusiveOr(a: LinearWord, b: LinearWord): LinearWord {
  return { rows: a.rows.map((row, bit) => row ^ (b.rows[bit] ?? 0)), ones: a.ones ^ b.ones, number: 'signed' };
}

/** Undefined where both bits depend on the input: their product is not linear. */
export function conjunction(a: LinearWord, b: LinearWord): LinearWord | undefined {
  return wordOf('signed', (at) => {
    const [x, y] = [bitAt(a, at), bitAt(b, at)];
    if (isConstant(x, false) || isConstant(y, false)) return zero;
    if (isConstant(x, true)) return y;
    return isConstant(y, true) ? x : undefined;
  });
}

export function disjunction(a: LinearWord, b: LinearWord): LinearWord | undefined {
  return wordOf('signed', (at) => {
    const [x, y] = [bitAt(a, at), bitAt(b, at)];
    if (isConstant(x, true) || isConstant(y, true)) return { row: 0, one: true };
    if (isConstant(x, false)) return y;
    return isConstant(y, false) ? x : undefined;
  });
}

export function shifted(word: LinearWord, operator: '<<' | '>>' | '>>>', distance: number): LinearWord | undefined {
  const by = distance & 31;
  return wordOf(operator === '>>>' ? 'unsigned' : 'signed', (at) => {
    const from = operator === '<<' ? at - by : at + by;
    if (from < 0) return zero;
    if (from > 31) return operator === '>>' ? bitAt(word, 31) : zero;
    return bitAt(word, from);
  });
}

/** `-x` of one bit: all bits of the word. The number may be -0. */
export function negated(word: LinearWord): LinearWord | undefined {
  const [first, ...others] = bits.map((bit) => bitAt(word, bit));
  if (first === undefined || !others.every((one) => isConstant(one, false))) return undefined;
  return wordOf('any', () => first);
}

/** Undefined where the two differ in more than constants: choosing is a product then. */
export function chosen(condition: LinearBit, whenTrue: LinearWord, whenFalse: LinearWord): LinearWord | undefined {
  const number = [isSigned, isUnsigned].map((is) => is(whenTrue) && is(whenFalse));
  return wordOf(number[0] ? 'signed' : number[1] ? 'unsigned' : 'any', (at) => {
    const [x, y] = [bitAt(whenTrue, at), bitAt(whenFalse, at)];
    if (x.row !== y.row) return undefined;
    return x.one === y.one ? y : { row: y.row ^ condition.row, one: y.one !== condition.one };
  });
}

/** The number is the bits taken with a sign. */
export function isSigned(word: LinearWord): boolean {
  return word.number === 'signed' || (word.number === 'unsigned' && isConstant(bitAt(word, 31), false));
}

export function isUnsigned(word: LinearWord): boolean {
  return word.number === 'unsigned' || (word.number === 'signed' && isConstant(bitAt(word, 31), false));
}

export function topBit(word: LinearWord): LinearBit {
  return bitAt(word, 31);
}

/** The bit that makes the word other than zero, when there is but one that could. */
export function onlyBit(word: LinearWord): LinearBit | undefined {
  const varying = bits.map((bit) => bitAt(word, bit)).filter((one) => !isConstant(one, false));
  const [only, ...more] = varying;
  return more.length > 0 || only === undefined || only.row === 0 ? undefined : only;
}

export function complement({ row, one }: LinearBit): LinearBit {
  return { row, one: !one };
}
