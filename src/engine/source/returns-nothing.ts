// Whether a function has no result at all, by its type. One that sometimes answers with undefined has: its work decides about it.
import ts from 'typescript';
import type { Subject } from './subject.ts';

export function returnsNothing({ checker, node }: Pick<Subject, 'checker' | 'node'>): boolean {
  const signature = checker.getSignatureFromDeclaration(node);
  if (signature === undefined) return false;
  const type = signature.getReturnType();
  const awaited = checker.getAwaitedType(type) ?? type;
  return (awaited.flags & (ts.TypeFlags.Void | ts.TypeFlags.Undefined | ts.TypeFlags.Never)) !== 0;
}
