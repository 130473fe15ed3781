// Types as text that means the same at the top of the subject's module.
import ts from 'typescript';
import type { Subject } from '../../source/subject.ts';

/** Undefined when the type has no name there: it comes from a module that the file does not import, or from inside a function. */
export function typeText(type: ts.Type, { checker, sourceFile }: Subject): string | undefined {
  const widened = checker.getBaseTypeOfLiteralType(type);
  const printed = checker.typeToString(widened, sourceFile, ts.TypeFormatFlags.NoTruncation);
  // Typed arrays have been generic over their memory since TypeScript 5.7 only; without it they mean the same.
  const text = printed.replaceAll('<ArrayBufferLike>', '');
  return /\bimport\(|\btypeof import\b|\.\.\./.test(text) ? undefined : text;
}
