// Calls and constructions that do nothing when a module is loaded but make a value. Known by their full name, and only as the language's
// or the host's own: the checker tells when a file declares such a name itself.
import type ts from 'typescript';

export const knownPureCalls: ReadonlySet<string> = new Set([
  ...words(`
    Array BigInt Boolean Number Object String Symbol RegExp Error TypeError RangeError parseInt parseFloat isNaN isFinite
    encodeURIComponent decodeURIComponent structuredClone Array.from Array.of Array.isArray Symbol.for String.raw
    String.fromCharCode String.fromCodePoint Object.create Object.entries Object.freeze Object.fromEntries Object.keys
    Object.seal Object.values Object.getPrototypeOf Object.getOwnPropertyNames Object.getOwnPropertyDescriptor Object.hasOwn
    Object.is Number.isInteger Number.isSafeInteger Number.isFinite Number.isNaN Number.parseFloat Number.parseInt JSON.parse
    JSON.stringify Date.now Date.UTC performance.now BigInt.asIntN BigInt.asUintN Buffer.alloc Buffer.allocUnsafe Buffer.from
    Buffer.byteLength Buffer.concat Promise.resolve
  `),
  ...Object.getOwnPropertyNames(Math).map((name) => `Math.${name}`),
  ...words(`
    Int8Array Int16Array Int32Array Uint8Array Uint8ClampedArray Uint16Array Uint32Array Float32Array Float64Array BigInt64Array
    BigUint64Array
  `).flatMap((name) => [`${name}.from`, `${name}.of`]),
]);

export const knownPureClasses: ReadonlySet<string> = new Set(
  words(`
    Array ArrayBuffer Boolean DataView Date Map Number Object RegExp Set SharedArrayBuffer String WeakMap WeakRef WeakSet Error
    TypeError RangeError SyntaxError AggregateError AbortController Int8Array Int16Array Int32Array Uint8Array Uint8ClampedArray
    Uint16Array Uint32Array Float32Array Float64Array BigInt64Array BigUint64Array TextDecoder TextEncoder URL URLSearchParams
    Intl.Collator Intl.DateTimeFormat Intl.NumberFormat Intl.PluralRules Intl.Segmenter Intl.ListFormat
  `),
);

const readingMethods: ReadonlySet<string> = new Set(
  words(`
    at concat entries every filter find findIndex flat flatMap forEach get has includes indexOf join keys map reduce reduceRight
    slice some subarray toSorted values with charAt charCodeAt codePointAt endsWith match matchAll normalize padEnd padStart
    repeat replace replaceAll search split startsWith substring toLowerCase toUpperCase trim trimEnd trimStart getTime toFixed
    toISOString toString valueOf bind
  `),
);

const fillingMethods: ReadonlySet<string> = new Set(
  words(`
    add fill push reverse set sort splice unshift
  `),
);

/** What a method of the language does to its receiver; undefined when it is not the language's own, or not known. */
export function languageMethod(symbol: ts.Symbol | undefined, name: string): 'reads' | 'fills' | undefined {
  const declarations = symbol?.declarations ?? [];
  const isOwn = declarations.every((declaration) =>
    /[\\/]lib\.(?!dom|webworker)[^\\/]*\.d\.ts$/.test(declaration.getSourceFile().fileName),
  );
  if (declarations.length === 0 || !isOwn) return undefined;
  if (readingMethods.has(name)) return 'reads';
  return fillingMethods.has(name) ? 'fills' : undefined;
}

/** True when no file of the user's declares the symbol. An unresolved name counts as the host's own. */
export function isHostSymbol(symbol: ts.Symbol | undefined): boolean {
  return (symbol?.declarations ?? []).every((declaration) => declaration.getSourceFile().isDeclarationFile);
}

function words(list: string): string[] {
  return list.trim().split(/\s+/);
}
