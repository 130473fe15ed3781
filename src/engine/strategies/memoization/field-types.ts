// Fields as their types declare them: which are plain data, so that reading one runs no code and says the same until someone writes it.
import ts from 'typescript';
import type { Subject } from '../../source/subject.ts';

/** An object that cannot be absent, and no function: a field of it can be read whatever the function would have done before. */
export function isSimpleObject(type: ts.Type): boolean {
  const parts = type.isUnion() ? type.types : [type];
  return parts.every((part) => (part.flags & ts.TypeFlags.Object) !== 0 && part.getCallSignatures().length === 0);
}

export interface FieldType {
  readonly type: ts.Type;
  /** Past the end of an array there is nothing, whatever the project's settings make of that. */
  readonly mayBeMissing: boolean;
}

/** As declared, whatever the code around a read has found out; undefined for what is no plain field of every member of a union. */
export function typeOfField({ checker }: Subject, type: ts.Type, name: string): FieldType | undefined {
  if (!isSimpleObject(type)) return undefined;
  const parts = type.isUnion() ? type.types : [type];
  const property = checker.getPropertyOfType(type, name);
  if (property !== undefined) {
    const isPlain = parts.every((part) => isPlainField(checker, part, name));
    return isPlain ? { type: checker.getTypeOfSymbol(property), mayBeMissing: false } : undefined;
  }
  const isIndex = /^\d+$/.test(name) && parts.every((part) => checker.isArrayType(part));
  const element = isIndex ? checker.getIndexTypeOfType(type, ts.IndexKind.Number) : undefined;
  return element && { type: element, mayBeMissing: true };
}

function isPlainField(checker: ts.TypeChecker, type: ts.Type, name: string): boolean {
  const property = checker.getPropertyOfType(type, name);
  if (property === undefined || (property.flags & ts.SymbolFlags.Property) === 0) return false;
  if (checker.isTupleType(type)) return true;
  const declarations = property.declarations ?? [];
  return (
    declarations.length > 0 &&
    declarations.every(
      (one) =>
        ts.isPropertySignature(one) ||
        (ts.isPropertyDeclaration(one) && !one.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AccessorKeyword)) ||
        ts.isParameter(one) ||
        ts.isPropertyAssignment(one) ||
        ts.isShorthandPropertyAssignment(one),
    )
  );
}
