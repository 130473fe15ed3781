// Which functions of the language throw for some values of the types that they ask for: a text that is no JSON, an invalid date, a lone surrogate.
// What throws for values of other types only is not here: types are believed.
import ts from 'typescript';
import { isPrimitiveType } from './primitive-types.ts';

const always: Readonly<Record<string, string>> = {
  JSON: 'parse',
  Global: 'decodeURI decodeURIComponent encodeURI encodeURIComponent',
  Date: 'toISOString',
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
  if (isIn(always)) return true;
  if (isIn(byArgument)) return !args.every((argument) => argument !== undefined && ts.isLiteralExpression(argument));
  const [first] = args;
  return isIn(byContents) && !(first !== undefined && holdsNothing(typeOf(first)));
}

function holdsNothing(type: ts.Type): boolean {
  return isPrimitiveType(type) && (type.flags & ts.TypeFlags.BigIntLike) === 0;
}
