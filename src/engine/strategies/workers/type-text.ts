// Types as text that means the same at the top of the subject's module.
import ts from 'typescript';
import type { Subject } from '../../source/subject.ts';

/** Undefined when the type has no name there: it comes from a module that the file does not import, or from inside a function. */
export function typeText(type: ts.Type, { checker, sourceFile, style }: Subject): string | undefined {
  const widened = checker.getBaseTypeOfLiteralType(type);
  const single = style.quote === "'" ? ts.TypeFormatFlags.UseSingleQuotesForStringLiteralType : ts.TypeFormatFlags.None;
  const printed = checker.typeToString(widened, sourceFile, ts.TypeFormatFlags.NoTruncation | single);
  // Typed arrays have been generic over their memory since TypeScript 5.7 only; without it they mean the same.
  const text = printed.replaceAll('<ArrayBufferLike>', '').replaceAll('; }', ' }');
  return /\bimport\(|\btypeof import\b|\.\.\./.test(text) ? undefined : text;
}

/** An object that is made where one of a declared type is wanted has that type: its name reads better than all of its fields. */
export function declaredType(type: ts.Type, wanted: ts.Type | undefined, checker: ts.TypeChecker): ts.Type {
  const named = wanted === undefined ? undefined : checker.getNonNullableType(wanted);
  const name = named?.aliasSymbol?.name ?? named?.getSymbol()?.name ?? '__type';
  const isMade = type.aliasSymbol === undefined && ['__type', '__object'].includes(type.getSymbol()?.name ?? '');
  return named !== undefined && isMade && !name.startsWith('__') && checker.isTypeAssignableTo(type, named)
    ? named
    : type;
}
