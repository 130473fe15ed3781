// Parameters that are arrays of records: `points[i].x`, `const p = points[i]` and then `p.x`, `for (const p of points)`. A record itself is no
// value here, and none is written.
import ts from 'typescript';
import { bare } from '../source/ranges/expressions.ts';
import { isAssumed } from '../source/whole-uses.ts';
import { scalarKind } from './array-groups.ts';
import type { FunctionLowering } from './function-lowering.ts';
import {
  type ArrayLocal,
  type Expression,
  type Local,
  NotAKernel,
  type RecordsLocal,
  type Statement,
} from './kernel-ir.ts';
import { assign, read } from './kernel-steps.ts';
import { numberOf } from './lower-operands.ts';

/** One of the records, by its index. */
export interface RecordLocal {
  readonly records: RecordsLocal;
  readonly index: Local;
}

/** Whether the type is an array of objects with some field that is a number or a boolean. */
export function areRecords(type: ts.Type, checker: ts.TypeChecker): boolean {
  if (!checker.isArrayType(type)) return false;
  const record = checker.getTypeArguments(type as ts.TypeReference)[0];
  if (record === undefined || (record.flags & ts.TypeFlags.Object) === 0) return false;
  if (checker.isArrayType(record) || checker.isTupleType(record)) return false;
  return record.getProperties().some((field) => scalarKind(checker.getTypeOfSymbol(field)) !== undefined);
}

/** Whether the type of the records was only observed. */
export function areAssumed(type: ts.Type, checker: ts.TypeChecker): boolean {
  return isAssumed(checker.getTypeArguments(type as ts.TypeReference)[0]?.getSymbol()?.declarations?.[0]);
}

/** `points[i].x` and `p.x`; undefined when the expression is no field of a record. */
export function fieldOf(scope: FunctionLowering, node: ts.PropertyAccessExpression): Expression | undefined {
  const receiver = bare(node.expression);
  if (ts.isIdentifier(receiver)) {
    const record = scope.recordOf(receiver);
    if (record === undefined) return undefined;
    const array = fieldArray(scope, record.records, node.name, receiver);
    return { kind: 'read', array, index: read(record.index) };
  }
  const element = elementOfRecords(scope, receiver);
  if (element === undefined) return undefined;
  const array = fieldArray(scope, element.records, node.name, receiver);
  return { kind: 'read', array, index: numberOf(scope, element.index) };
}

/** What `p` and `points[i]` stand for, as values that are handed to a helper; undefined for what is no record. */
export function recordOf(
  scope: FunctionLowering,
  node: ts.Expression,
): { readonly record: RecordLocal; readonly before: readonly Statement[] } | undefined {
  const known = ts.isIdentifier(node) ? scope.recordOf(node) : undefined;
  if (known !== undefined) return { record: known, before: [] };
  const element = elementOfRecords(scope, node);
  if (element === undefined) return undefined;
  const index = scope.temporary('number');
  return { record: { records: element.records, index }, before: [assign(index, numberOf(scope, element.index))] };
}

/** `const p = points[i]` and `const { x, y } = points[i]`; undefined for other declarations. */
export function lowerRecordDeclaration(
  scope: FunctionLowering,
  { name, initializer }: ts.VariableDeclaration,
): readonly Statement[] | undefined {
  const node = initializer && bare(initializer);
  const given = node && !ts.isIdentifier(node) ? recordOf(scope, node) : undefined;
  return given && [...given.before, ...recordNamed(scope, name, given.record)];
}

/** What a name, or the names of a pattern, stand for: a record and its fields. */
export function recordNamed(scope: FunctionLowering, name: ts.BindingName, record: RecordLocal): readonly Statement[] {
  if (ts.isIdentifier(name)) {
    scope.addRecord(name, record);
    return [];
  }
  if (ts.isArrayBindingPattern(name)) throw new NotAKernel('statement', name, 'this destructuring declaration');
  return name.elements.map((element): Statement => {
    const field = element.propertyName ?? element.name;
    const isPlain = element.initializer === undefined && element.dotDotDotToken === undefined;
    if (!ts.isIdentifier(element.name) || !ts.isIdentifier(field) || !isPlain)
      throw new NotAKernel('statement', element, 'this destructuring declaration');
    const variable = scope.declare(element.name);
    const array = fieldArray(scope, record.records, field, name);
    if (variable.kind === 'array' || variable.kind !== array.group.elements)
      throw new NotAKernel('type', element, element.getText());
    return assign(variable, { kind: 'read', array, index: read(record.index) });
  });
}

function elementOfRecords(
  scope: FunctionLowering,
  node: ts.Expression,
): { readonly records: RecordsLocal; readonly index: ts.Expression } | undefined {
  if (!ts.isElementAccessExpression(node)) return undefined;
  const receiver = bare(node.expression);
  const records = ts.isIdentifier(receiver) ? scope.recordsOf(receiver) : undefined;
  if (records === undefined) return undefined;
  if (node.questionDotToken !== undefined) throw new NotAKernel('expression', node, node.getText());
  return { records, index: node.argumentExpression };
}

/** The array of one field. An accessor is code, and what may be missing is no number. */
function fieldArray(scope: FunctionLowering, records: RecordsLocal, field: ts.MemberName, place: ts.Node): ArrayLocal {
  const known = records.fields.get(field.text);
  if (known !== undefined) return known;
  const { checker } = scope;
  // Where there is no such record, the original throws.
  const owner = checker.getNonNullableType(checker.getTypeAtLocation(place));
  const symbol = checker.getPropertyOfType(owner, field.text);
  const elements = symbol && scalarKind(checker.getTypeOfSymbol(symbol));
  const isAccessor = ((symbol?.flags ?? 0) & ts.SymbolFlags.Accessor) !== 0;
  if (isAccessor) throw new NotAKernel('accessor', field, field.parent.getText());
  if (elements === undefined || !ts.isIdentifier(field)) throw new NotAKernel('type', field, field.parent.getText());
  const group = { elements, typedName: undefined, isFromOutside: true, isWritten: false };
  const array: ArrayLocal = { kind: 'array', name: `${records.name}.${field.text}`, group };
  records.fields.set(field.text, array);
  return array;
}
