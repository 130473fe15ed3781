// Parameters in the kernel's form: numbers, arrays, tables, records, fields of objects that are given, and what helpers use of the function around them.
import ts from 'typescript';
import { isTypeScriptFileName } from '../source/parse-source.ts';
import { type ArrayKind, cellsGroup, groupOfKind, isOfSeveralKinds, scalarKind } from './array-groups.ts';
import type { FunctionLowering } from './function-lowering.ts';
import { hasFields, tableParameter } from './given-fields.ts';
import {
  type ArrayLocal,
  type Given,
  groupOf,
  type Local,
  NotAKernel,
  type Parameter,
  type RecordsLocal,
} from './kernel-ir.ts';
import type { Captured } from './lower-kernel.ts';
import { areAssumed, areRecords } from './lower-records.ts';

/** Those that stand for it, several for a pattern, none for an object, whose fields are added where they are read. */
export function lowerParameter(
  scope: FunctionLowering,
  node: ts.ParameterDeclaration,
  index: number,
  kind: ArrayKind | undefined,
): readonly (readonly [Parameter, Omit<Given, 'index'>])[] {
  const { name } = node;
  const isEntry = scope.fields !== undefined;
  const left = mayBeLeftOut(scope, node);
  if (node.dotDotDotToken !== undefined || (node.questionToken !== undefined && !left))
    throw new NotAKernel('parameter', node, name.getText());
  if (left && ts.isIdentifier(name)) {
    const type = scope.checker.getNonNullableType(scope.checker.getTypeAtLocation(name));
    return [[scope.declareParameter(name, type, 'may be left out'), { text: name.text }]];
  }
  if (ts.isIdentifier(name)) {
    const type = scope.checker.getTypeAtLocation(name);
    if (kind !== undefined && isOfSeveralKinds(type, scope.checker))
      return [[oneOfSeveral(scope, name, kind), { text: name.text }]];
    // In plain JavaScript nothing is known of an object for certain, getters included.
    const isObject = hasFields(type, scope.checker) && isTypeScriptFileName(node.getSourceFile().fileName);
    if (!isObject || scope.fields === undefined) return [[parameterNamed(scope, name, type), { text: name.text }]];
    scope.fields.addObject(name, index);
    return [];
  }
  if (!isEntry || ts.isArrayBindingPattern(name)) throw new NotAKernel('parameter', node, name.getText());
  return name.elements.map((element) => {
    const field = element.propertyName ?? element.name;
    if (!ts.isIdentifier(element.name) || !ts.isIdentifier(field) || element.dotDotDotToken !== undefined)
      throw new NotAKernel('parameter', node, name.getText());
    const type = scope.checker.getTypeAtLocation(element.name);
    return [parameterNamed(scope, element.name, type), { field: field.text, text: element.name.text }];
  });
}

/** `k?: number` of the function that is called from outside. */
function mayBeLeftOut(scope: FunctionLowering, { name, initializer }: ts.ParameterDeclaration): boolean {
  if (scope.fields === undefined || initializer !== undefined || !ts.isIdentifier(name)) return false;
  const type = scope.checker.getTypeAtLocation(name);
  const parts = type.isUnion() ? type.types : [];
  const known = parts.filter(({ flags }) => (flags & ts.TypeFlags.Undefined) === 0);
  const kinds = new Set(known.map(scalarKind));
  return known.length > 0 && known.length < parts.length && kinds.size === 1 && !kinds.has(undefined);
}

function oneOfSeveral(scope: FunctionLowering, name: ts.Identifier, kind: ArrayKind): Parameter {
  const group = { ...groupOfKind(kind), isFromOutside: scope.fields !== undefined };
  const array: ArrayLocal = { kind: 'array', name: name.text, group, isOneOfSeveral: true };
  scope.alias(name, array);
  return array;
}

function parameterNamed(scope: FunctionLowering, name: ts.Identifier, type: ts.Type): Parameter {
  const isEntry = scope.fields !== undefined;
  const cells = cellsGroup(type, scope.checker, 'with tuples');
  if (cells !== undefined) {
    cells.isFromOutside = isEntry;
    const table = tableParameter(name.text, cells);
    scope.addTable(name, table);
    return table;
  }
  if (isEntry && areRecords(type, scope.checker)) {
    const count: Local = { kind: 'number', name: `${name.text}Length` };
    const isAssumed = areAssumed(type, scope.checker);
    const records: RecordsLocal = { kind: 'records', name: name.text, count, isAssumed, fields: new Map() };
    scope.addRecords(name, records);
    return records;
  }
  const variable = scope.declareParameter(name, type);
  if (variable.kind === 'array' && isEntry) groupOf(variable).isFromOutside = true;
  return variable;
}

/** A parameter that gets the value of the variable with each call. */
export function lowerCaptured(scope: FunctionLowering, { symbol, variable }: Captured): Parameter {
  const { name } = variable;
  if (variable.kind === 'table') {
    const table = tableParameter(name, variable.cells.group);
    scope.hold(symbol, table);
    return table;
  }
  const own: Local | ArrayLocal =
    variable.kind === 'array' ? { kind: 'array', name, group: variable.group } : { kind: variable.kind, name };
  scope.hold(symbol, own);
  return own;
}
