// What library functions make of a zero whose sign is uncertain.

/** `keeps`: the result differs in the sign of a zero at most, like the argument. Anything not listed may tell the zeros apart. */
export function useByLibrary(owner: string, name: string, index: number): 'harmless' | 'sensitive' | 'keeps' {
  switch (owner) {
    case 'Math':
      if (forgetsSignOfZero.includes(name)) return 'harmless';
      return keepsSignOfZero.includes(name) ? 'keeps' : 'sensitive';
    case 'String':
      return textMethods.includes(name) ? 'harmless' : 'sensitive';
    case 'NumberConstructor':
      return tests.includes(name) ? 'harmless' : 'sensitive';
    case 'Global':
      if (name === 'String' || name === 'isNaN' || name === 'isFinite') return 'harmless';
      return name === 'Number' ? 'keeps' : 'sensitive';
    case 'Map':
    case 'Set':
    case 'ReadonlyMap':
    case 'ReadonlySet':
      // Keys are normalised, values are not; an element that is added is key and value.
      return index === 0 && collections.includes(name) ? 'harmless' : 'sensitive';
    default:
      return 'sensitive';
  }
}

const keepsSignOfZero = [
  'floor',
  'ceil',
  'round',
  'trunc',
  'fround',
  'sqrt',
  'cbrt',
  'sign',
  'sin',
  'tan',
  'asin',
  'atan',
  'sinh',
  'tanh',
  'expm1',
  'log1p',
  'min',
  'max',
];
const forgetsSignOfZero = ['abs', 'cos', 'cosh', 'exp', 'acos', 'clz32', 'imul', 'hypot', 'log', 'log2', 'log10'];
const textMethods = [
  'charAt',
  'charCodeAt',
  'codePointAt',
  'at',
  'slice',
  'substring',
  'substr',
  'repeat',
  'padStart',
  'padEnd',
  'indexOf',
  'startsWith',
];
const tests = ['isInteger', 'isSafeInteger', 'isNaN', 'isFinite'];
const collections = ['get', 'has', 'set', 'delete'];
