// Which functions of the language throw for some values of the types that they ask for: a text that is no JSON, an invalid date, a lone surrogate.
// What throws for values of other types only is not here: types are believed.
import ts from 'typescript';
import { isTypedArrayName } from './known-globals.ts';
import { isPrimitiveType } from './primitive-types.ts';

const always: Readonly<Record<string, string>> = {
  JSON: 'parse',
  Global: 'decodeURI decodeURIComponent encodeURI encodeURIComponent',
  Date: 'toISOString',
  DataView:
    'getInt8 getUint8 getInt16 getUint16 getInt32 getUint32 getFloat32 getFloat64 getBigInt64 getBigUint64 setInt8 setUint8 ' +
    'setInt16 setUint16 setInt32 setUint32 setFloat32 setFloat64 setBigInt64 setBigUint64',
  'node:crypto': 'timingSafeEqual',
  'node:zlib': 'brotliDecompressSync gunzipSync inflateRawSync inflateSync unzipSync',
};

/** Wherever an argument is not written out as a number or text. */
const byArgument: Readonly<Record<string, string>> = {
  Number: 'toExponential toFixed toPrecision toString',
  BigInt: 'toString',
  String: 'normalize repeat',
  StringConstructor: 'fromCodePoint',
  Conversion: 'BigInt Array',
  Constructor: 'Array ArrayBuffer RegExp',
};

/** Objects may hold what cannot be copied or written: functions, circles, big integers. */
const byContents: Readonly<Record<string, string>> = { JSON: 'stringify', Global: 'structuredClone' };

/** `owner` is the interface that declares it, or `Conversion` for `BigInt(x)`, `Constructor` for `new RegExp(x)`. */
export function throwsForSome(
  owner: string,
  name: string,
  args: readonly (ts.Expression | undefined)[],
  typeOf: (node: ts.Expression) => ts.Type,
): boolean {
  const isIn = (table: Readonly<Record<string, string>>): boolean =>
    Object.hasOwn(table, owner) && (table[owner] ?? '').split(' ').includes(name);
  if (isIn(always) || (isArray(owner) && throwsForEmpty(name, args.length))) return true;
  if (owner === 'Constructor' && (isTypedArrayName(name) || name === 'DataView')) return mayBeNoLength(args, typeOf);
  if (isIn(byArgument)) return !args.every((argument) => argument !== undefined && ts.isLiteralExpression(argument));
  const [first] = args;
  return isIn(byContents) && !(first !== undefined && holdsNothing(typeOf(first)));
}

function isArray(owner: string): boolean {
  return owner === 'Array' || owner === 'ReadonlyArray' || isTypedArrayName(owner);
}

/** Without a first value there is nothing to begin with, and no place to put anything in. */
function throwsForEmpty(method: string, given: number): boolean {
  return method === 'with' || (given === 1 && (method === 'reduce' || method === 'reduceRight'));
}

/** `new Float64Array(count)`, or where in a buffer it begins. */
function mayBeNoLength(
  [first, ...more]: readonly (ts.Expression | undefined)[],
  typeOf: (node: ts.Expression) => ts.Type,
): boolean {
  if (first === undefined || ts.isLiteralExpression(first)) return false;
  return more.length > 0 || isPrimitiveType(typeOf(first));
}

/** Division by no big integer, and powers and shifts of one that leave the integers or the memory. */
export function throwsForBigIntegers(operator: ts.SyntaxKind, left: ts.Type, right: ts.Expression): boolean {
  const mayBeBig = (left.isUnion() ? left.types : [left]).some(({ flags }) => (flags & ts.TypeFlags.BigIntLike) !== 0);
  return mayBeBig && throwing.has(operator) && !(ts.isBigIntLiteral(right) && !/^0[xob]?0*n$/i.test(right.text));
}

const throwing: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.SlashToken,
  ts.SyntaxKind.SlashEqualsToken,
  ts.SyntaxKind.PercentToken,
  ts.SyntaxKind.PercentEqualsToken,
  ts.SyntaxKind.AsteriskAsteriskToken,
  ts.SyntaxKind.AsteriskAsteriskEqualsToken,
  ts.SyntaxKind.LessThanLessThanToken,
  ts.SyntaxKind.LessThanLessThanEqualsToken,
]);

function holdsNothing(type: ts.Type): boolean {
  return isPrimitiveType(type) && (type.flags & ts.TypeFlags.BigIntLike) === 0;
}
