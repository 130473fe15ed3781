// What the built-in functions of JavaScript do besides computing a result, as tables. Keys are the names of the library's interfaces, as
// the checker resolves them: a user's own `sort` or a shadowed `Math` never matches. What is not listed here is unknown, hence impure.

/** How a built-in treats its receiver, its arguments and its callback. The empty behaviour computes a primitive from what it reads. */
export interface BuiltinBehaviour {
  readonly writes?: 'receiver' | 'first-argument';
  /** The arguments become contents of what is written. */
  readonly storesArguments?: true;
  /**
   * Absent: a primitive. 'fresh' may contain whatever the receiver and the arguments contain, and objects of its own (the pairs of `entries`);
   * 'fresh-array' has no objects of its own.
   */
  readonly returns?:
    | 'fresh'
    | 'fresh-array'
    | 'fresh-of-results'
    | 'receiver'
    | 'element'
    | 'first-argument'
    | 'accumulator';
  /** The receiver only names the function (`JSON.parse`): nothing of it is in what is returned. */
  readonly isOfNamespace?: true;
  /** The callback's place, and what it is given. */
  readonly callback?: {
    readonly argument: number;
    readonly receives: 'elements' | 'pairs' | 'accumulator' | 'nothing' | 'argument-elements';
  };
  /** Converts the receiver's elements to strings (`join`, `sort` without a comparator). */
  readonly coercesElements?: 'always' | 'without-callback';
  /** Converts its arguments to primitives, the callback left out. */
  readonly coercesArguments?: 'all' | 'first';
  /** Iterates this argument. */
  readonly iterates?: number;
  /** May run getters of its arguments (`Object.values`); in depth, `toJSON` as well. */
  readonly readsProperties?: 'once' | 'in depth';
  /** Writes `lastIndex` of the regular expression that is the receiver or the first argument, when that is global or sticky. */
  readonly regexp?: 'receiver' | 'argument';
  readonly impure?: { readonly kind: 'nondeterministic' | 'input-output'; readonly why: string };
}

const clock: BuiltinBehaviour = { impure: { kind: 'nondeterministic', why: 'which reads the clock' } };
const random: BuiltinBehaviour = { impure: { kind: 'nondeterministic', why: 'which is different every time' } };
const output: BuiltinBehaviour = { impure: { kind: 'input-output', why: 'which is input or output' } };

const behaviours = {
  computes: { coercesArguments: 'all' },
  'computes from one argument': { coercesArguments: 'first' },
  'compares by identity': {},
  'coerces elements': { coercesElements: 'always', coercesArguments: 'all' },
  'returns an element': { returns: 'element', coercesArguments: 'all' },
  'looks up': { returns: 'element' },
  'returns something fresh': { returns: 'fresh', coercesArguments: 'all' },
  'parses a text': { returns: 'fresh', coercesArguments: 'all', isOfNamespace: true },
  'copies elements': { returns: 'fresh-array', coercesArguments: 'all' },
  'collects its arguments': { returns: 'fresh-array' },
  'copies its argument': { returns: 'fresh' },
  'returns a view': { returns: 'receiver', coercesArguments: 'all' },
  'tests elements': { callback: { argument: 0, receives: 'elements' } },
  'finds an element': { callback: { argument: 0, receives: 'elements' }, returns: 'element' },
  'selects elements': { callback: { argument: 0, receives: 'elements' }, returns: 'fresh-array' },
  'maps elements': { callback: { argument: 0, receives: 'elements' }, returns: 'fresh-of-results' },
  accumulates: { callback: { argument: 0, receives: 'accumulator' }, returns: 'accumulator' },
  'sorts in place': {
    writes: 'receiver',
    callback: { argument: 0, receives: 'pairs' },
    coercesElements: 'without-callback',
    returns: 'receiver',
  },
  'sorts numbers in place': { writes: 'receiver', callback: { argument: 0, receives: 'pairs' }, returns: 'receiver' },
  'sorts a copy': {
    callback: { argument: 0, receives: 'pairs' },
    coercesElements: 'without-callback',
    returns: 'fresh-array',
  },
  'writes itself': { writes: 'receiver', storesArguments: true },
  'writes and returns itself': { writes: 'receiver', storesArguments: true, returns: 'receiver' },
  'hands out what it gathered': { writes: 'receiver', returns: 'fresh', coercesArguments: 'all' },
  'removes an element': { writes: 'receiver', returns: 'element' },
  'removes elements': { writes: 'receiver', storesArguments: true, returns: 'fresh-array' },
  'writes its first argument': {
    writes: 'first-argument',
    storesArguments: true,
    readsProperties: 'once',
    returns: 'first-argument',
  },
  'returns its first argument': { returns: 'first-argument' },
  'reads properties': { readsProperties: 'once', returns: 'fresh' },
  'makes JSON': { readsProperties: 'in depth', returns: 'fresh' },
  'iterates its argument': { iterates: 0, returns: 'fresh' },
  'iterates and maps': {
    iterates: 0,
    callback: { argument: 1, receives: 'argument-elements' },
    returns: 'fresh-of-results',
  },
  'matches with a regular expression': { regexp: 'receiver', returns: 'fresh', coercesArguments: 'all' },
  'searches for a pattern': { regexp: 'argument', returns: 'fresh', coercesArguments: 'all' },
  'replaces a pattern': { regexp: 'argument', callback: { argument: 1, receives: 'nothing' }, coercesArguments: 'all' },
  'reads the clock': clock,
  'is random': random,
  'is input or output': output,
} as const satisfies Record<string, BuiltinBehaviour>;

type BehaviourName = keyof typeof behaviours;
type Members = Readonly<Partial<Record<BehaviourName, string>>>;

const typedArray: Members = {
  computes: 'includes indexOf lastIndexOf join toString at',
  'returns a view': 'subarray',
  'copies elements': 'slice toReversed with',
  'returns something fresh': 'keys values entries [Symbol.iterator]',
  'tests elements': 'every some findIndex findLastIndex forEach',
  'finds an element': 'find findLast',
  'selects elements': 'filter map',
  accumulates: 'reduce reduceRight',
  'sorts numbers in place': 'sort',
  'sorts a copy': 'toSorted',
  'writes itself': 'set',
  'writes and returns itself': 'fill copyWithin reverse',
};

/** A Buffer is one as well, which has methods of its own for what is not named here, and whose `slice` is a view. */
const bytes: Members = {
  ...typedArray,
  computes: 'join at',
  'returns a view': 'subarray slice',
  'copies elements': 'toReversed with',
};

const typedArrayConstructor: Members = { 'collects its arguments': 'of', 'iterates and maps': 'from' };

const arrayReaders: Members = {
  'compares by identity': 'includes indexOf lastIndexOf',
  'coerces elements': 'join toString',
  'returns an element': 'at',
  'copies elements': 'slice flat toReversed',
  'returns something fresh': 'keys values entries [Symbol.iterator]',
  'collects its arguments': 'concat toSpliced with',
  'tests elements': 'every some findIndex findLastIndex forEach',
  'finds an element': 'find findLast',
  'selects elements': 'filter',
  'maps elements': 'map flatMap',
  accumulates: 'reduce reduceRight',
  'sorts a copy': 'toSorted',
};

const dateReaders =
  'getTime valueOf getFullYear getMonth getDate getDay getHours getMinutes getSeconds getMilliseconds getUTCFullYear ' +
  'getUTCMonth getUTCDate getUTCDay getUTCHours getUTCMinutes getUTCSeconds getUTCMilliseconds getTimezoneOffset ' +
  'toISOString toJSON toString toDateString toTimeString toUTCString';
const dateWriters =
  'setTime setFullYear setMonth setDate setHours setMinutes setSeconds setMilliseconds setUTCFullYear setUTCMonth ' +
  'setUTCDate setUTCHours setUTCMinutes setUTCSeconds setUTCMilliseconds';
const mathFunctions =
  'abs acos acosh asin asinh atan atanh cbrt ceil clz32 cos cosh exp expm1 floor fround f16round log log10 log1p log2 round sign ' +
  'sin sinh sqrt tan tanh trunc';
const stringReaders =
  'at charAt charCodeAt codePointAt concat endsWith includes indexOf lastIndexOf localeCompare normalize padEnd padStart ' +
  'repeat slice startsWith substr substring toLocaleLowerCase toLocaleUpperCase toLowerCase toString toUpperCase trim ' +
  'trimEnd trimLeft trimRight trimStart valueOf isWellFormed toWellFormed anchor big bold';

/** Methods and functions by the interface that declares them. `Global` holds the functions of the global scope. */
const membersOf: Readonly<Record<string, Members>> = {
  Math: {
    'computes from one argument': mathFunctions,
    computes: 'atan2 hypot imul max min pow',
    'is random': 'random',
  },
  Number: { computes: 'toFixed toExponential toPrecision toString valueOf' },
  NumberConstructor: {
    'computes from one argument': 'isFinite isInteger isNaN isSafeInteger parseFloat',
    computes: 'parseInt',
  },
  Boolean: { computes: 'valueOf toString' },
  BigInt: { computes: 'toString valueOf' },
  BigIntConstructor: { computes: 'asIntN asUintN' },
  String: {
    computes: stringReaders,
    'returns something fresh': '[Symbol.iterator]',
    'searches for a pattern': 'match matchAll split search',
    'replaces a pattern': 'replace replaceAll',
  },
  StringConstructor: { computes: 'fromCharCode fromCodePoint raw' },
  Symbol: { computes: 'toString valueOf' },
  Array: {
    ...arrayReaders,
    'writes itself': 'push unshift',
    'writes and returns itself': 'fill copyWithin reverse',
    'removes an element': 'pop shift',
    'removes elements': 'splice',
    'sorts in place': 'sort',
  },
  ReadonlyArray: arrayReaders,
  ArrayConstructor: { 'compares by identity': 'isArray', 'collects its arguments': 'of', 'iterates and maps': 'from' },
  ObjectConstructor: {
    'compares by identity': 'is hasOwn isFrozen isSealed isExtensible',
    'collects its arguments': 'keys getOwnPropertyNames',
    'reads properties': 'values entries',
    'writes its first argument': 'assign',
    'returns its first argument': 'freeze seal preventExtensions',
    'iterates its argument': 'fromEntries',
  },
  Object: { 'compares by identity': 'hasOwnProperty isPrototypeOf propertyIsEnumerable' },
  Map: {
    'compares by identity': 'has',
    'looks up': 'get',
    'returns something fresh': 'keys values entries [Symbol.iterator]',
    'tests elements': 'forEach',
    'writes itself': 'clear delete',
    'writes and returns itself': 'set',
  },
  ReadonlyMap: {
    'compares by identity': 'has',
    'looks up': 'get',
    'returns something fresh': 'keys values entries [Symbol.iterator]',
    'tests elements': 'forEach',
  },
  Set: {
    computes: 'has isSubsetOf isSupersetOf isDisjointFrom',
    'returns something fresh':
      'keys values entries [Symbol.iterator] union intersection difference symmetricDifference',
    'tests elements': 'forEach',
    'writes itself': 'clear delete',
    'writes and returns itself': 'add',
  },
  ReadonlySet: {
    'compares by identity': 'has',
    'returns something fresh': 'keys values entries [Symbol.iterator]',
    'tests elements': 'forEach',
  },
  WeakMap: {
    'compares by identity': 'has',
    'looks up': 'get',
    'writes itself': 'delete',
    'writes and returns itself': 'set',
  },
  WeakSet: { 'compares by identity': 'has', 'writes itself': 'delete', 'writes and returns itself': 'add' },
  RegExp: { 'matches with a regular expression': 'test exec', computes: 'toString' },
  JSON: { 'parses a text': 'parse', 'makes JSON': 'stringify' },
  Date: { computes: dateReaders, 'writes itself': dateWriters },
  DateConstructor: { computes: 'UTC parse', 'reads the clock': 'now' },
  Error: { computes: 'toString' },
  ArrayBuffer: { 'returns something fresh': 'slice' },
  Buffer: {
    computes:
      'toString equals compare readInt8 readUInt8 readInt16BE readInt16LE readUInt16BE readUInt16LE readInt32BE readInt32LE readUInt32BE ' +
      'readUInt32LE readFloatBE readFloatLE readDoubleBE readDoubleLE',
  },
  BufferConstructor: { computes: 'byteLength isBuffer isEncoding' },
  ArrayBufferConstructor: { 'compares by identity': 'isView' },
  DataView: {
    computes: 'getInt8 getUint8 getInt16 getUint16 getInt32 getUint32 getFloat32 getFloat64 getBigInt64 getBigUint64',
    'writes itself':
      'setInt8 setUint8 setInt16 setUint16 setInt32 setUint32 setFloat32 setFloat64 setBigInt64 setBigUint64',
  },
  Global: {
    'computes from one argument':
      'isFinite isNaN parseFloat encodeURIComponent decodeURIComponent encodeURI decodeURI escape unescape',
    computes: 'parseInt',
    'copies its argument': 'structuredClone',
    'is input or output':
      'setTimeout setInterval setImmediate clearTimeout clearInterval clearImmediate queueMicrotask fetch alert confirm prompt ' +
      'requestAnimationFrame cancelAnimationFrame requestIdleCallback require',
  },
  Console: {
    'is input or output': 'log info warn error debug trace table time timeEnd timeLog group groupEnd count dir assert',
  },
  Performance: { 'reads the clock': 'now mark measure' },
  Crypto: { 'is random': 'getRandomValues randomUUID' },
  Process: {
    'reads the clock': 'hrtime uptime cpuUsage memoryUsage',
    'is input or output': 'exit emitWarning nextTick chdir',
  },
};

/** Functions of Node's modules that only compute, and methods of what those give; options and data that they are handed are only read. */
const membersOfNode: Readonly<Record<string, Members>> = {
  crypto: {
    computes: 'hash timingSafeEqual',
    'returns something fresh': 'createHash createHmac hkdfSync pbkdf2Sync scryptSync',
  },
  'crypto/Hash': { 'writes and returns itself': 'update', 'hands out what it gathered': 'digest' },
  'crypto/Hmac': { 'writes and returns itself': 'update', 'hands out what it gathered': 'digest' },
  'path/PlatformPath': {
    computes: 'basename dirname extname format isAbsolute join normalize',
    'returns something fresh': 'parse',
  },
  zlib: {
    computes: 'crc32',
    'returns something fresh':
      'brotliCompressSync brotliDecompressSync deflateRawSync deflateSync gunzipSync gzipSync inflateRawSync inflateSync unzipSync',
  },
};

const typedArrayNames = [
  'Int8Array',
  'Uint8Array',
  'Uint8ClampedArray',
  'Int16Array',
  'Uint16Array',
  'Int32Array',
  'Uint32Array',
  'Float32Array',
  'Float64Array',
  'BigInt64Array',
  'BigUint64Array',
];

export function isTypedArrayName(name: string): boolean {
  return typedArrayNames.includes(name);
}

/** The behaviour of a library function: `('Array', 'push')`, `('Global', 'parseInt')`. Undefined when it is not known. */
export function builtinBehaviour(parent: string, name: string): BuiltinBehaviour | undefined {
  const members = lookUpMembers(parent);
  if (members === undefined) return undefined;
  for (const [behaviour, names] of Object.entries(members)) {
    if (names.split(' ').includes(name)) return behaviours[behaviour as BehaviourName];
  }
  return undefined;
}

function lookUpMembers(parent: string): Members | undefined {
  if (Object.hasOwn(membersOf, parent)) return membersOf[parent];
  if (parent.startsWith('node:')) return membersOfNode[parent.slice('node:'.length)];
  if (isTypedArrayName(parent)) return parent === 'Uint8Array' ? bytes : typedArray;
  const instance = parent.replace(/Constructor$/, '');
  return instance !== parent && isTypedArrayName(instance) ? typedArrayConstructor : undefined;
}

/** Library constructors called as functions: `Number(x)`, `String(x)`. */
const conversions: Readonly<Record<string, BuiltinBehaviour>> = {
  Number: { coercesArguments: 'first' },
  String: { coercesArguments: 'first' },
  BigInt: { coercesArguments: 'first' },
  Boolean: {},
  Array: { returns: 'fresh-array' },
  Date: clock,
};

/** Library constructors behind `new`. The clock is read by `new Date()` without arguments only. */
const constructors: Readonly<Record<string, BuiltinBehaviour>> = {
  Array: { returns: 'fresh-array' },
  Map: { iterates: 0, returns: 'fresh' },
  Set: { iterates: 0, returns: 'fresh' },
  WeakMap: { iterates: 0, returns: 'fresh' },
  WeakSet: { iterates: 0, returns: 'fresh' },
  Date: { coercesArguments: 'all', returns: 'fresh' },
  RegExp: { coercesArguments: 'all', returns: 'fresh' },
  ArrayBuffer: { returns: 'fresh' },
};

/** Error objects capture a stack trace, which nobody is expected to compare. */
const errorNames = [
  'Error',
  'TypeError',
  'RangeError',
  'SyntaxError',
  'ReferenceError',
  'EvalError',
  'URIError',
  'AggregateError',
];

export function conversionBehaviour(name: string): BuiltinBehaviour | undefined {
  return Object.hasOwn(conversions, name) ? conversions[name] : errorBehaviour(name);
}

export function constructorBehaviour(name: string, argumentCount: number): BuiltinBehaviour | undefined {
  if (name === 'Date' && argumentCount === 0) return clock;
  return Object.hasOwn(constructors, name) ? constructors[name] : errorBehaviour(name);
}

export function errorBehaviour(name: string): BuiltinBehaviour | undefined {
  return errorNames.includes(name) ? { coercesArguments: 'all', returns: 'fresh' } : undefined;
}

/** Properties of global objects that never change, by the interface that declares them. */
const constantsOf: Readonly<Record<string, readonly string[]>> = {
  Math: ['E', 'LN10', 'LN2', 'LOG10E', 'LOG2E', 'PI', 'SQRT1_2', 'SQRT2'],
  NumberConstructor: [
    'EPSILON',
    'MAX_SAFE_INTEGER',
    'MAX_VALUE',
    'MIN_SAFE_INTEGER',
    'MIN_VALUE',
    'NEGATIVE_INFINITY',
    'NaN',
    'POSITIVE_INFINITY',
  ],
  SymbolConstructor: ['iterator', 'asyncIterator', 'hasInstance', 'toPrimitive', 'toStringTag', 'species'],
};

export function isConstantMember(parent: string, name: string): boolean {
  if (name === 'BYTES_PER_ELEMENT') return true;
  return Object.hasOwn(constantsOf, parent) && (constantsOf[parent] ?? []).includes(name);
}

/** Global variables that are constants. */
export function isConstantGlobal(name: string): boolean {
  return name === 'undefined' || name === 'NaN' || name === 'Infinity';
}

/** Node's modules whose functions reach outside of the process. */
const inputOutputModules = [
  'child_process',
  'cluster',
  'dgram',
  'dns',
  'fs',
  'fs/promises',
  'http',
  'http2',
  'https',
  'inspector',
  'net',
  'readline',
  'repl',
  'tls',
  'worker_threads',
];

export function isInputOutputModule(name: string): boolean {
  return inputOutputModules.includes(name.replace(/^node:/, ''));
}
