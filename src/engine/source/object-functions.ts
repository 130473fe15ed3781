// The functions of an object literal: methods and properties that hold a function, nested objects included.
import ts from 'typescript';
import { type MemberName, memberName, type Place, type Target, type Visit } from './binding-target.ts';
import { obstacles } from './obstacles.ts';
import type { AccessPath } from './subject.ts';

export function visitsOfObject(node: ts.ObjectLiteralExpression, owner: Target, place: Place): Visit[] {
  const lastSpread = node.properties.findLastIndex(ts.isSpreadAssignment);
  return node.properties.map((property, index): Visit => {
    if (ts.isSpreadAssignment(property) || ts.isShorthandPropertyAssignment(property))
      return { kind: 'code', node: property, place };
    const target = memberTarget(property, owner, index < lastSpread);
    if (ts.isPropertyAssignment(property)) return { kind: 'value', expression: property.initializer, target, place };
    if (ts.isMethodDeclaration(property))
      return { kind: 'function', node: property, functionKind: target.kind ?? 'object-method', target, place };
    const functionKind = ts.isGetAccessor(property) ? 'getter' : 'setter';
    return {
      kind: 'function',
      node: property,
      functionKind,
      target: { ...target, obstacle: obstacles.objectAccessor() },
      place,
    };
  });
}

function memberTarget(
  property: ts.PropertyAssignment | ts.MethodDeclaration | ts.AccessorDeclaration,
  owner: Target,
  maybeReplaced: boolean,
): Target {
  const key = memberName(property.name);
  const name = owner.memberPrefix + key.label;
  const access = accessOf(key, owner.access);
  return {
    name,
    memberPrefix: `${name}.`,
    nameNode: property.name,
    declaration: property,
    access,
    kind: access?.kind === 'class-member' ? 'method' : 'object-method',
    obstacle:
      owner.obstacle ??
      (key.isComputed ? obstacles.computedName() : maybeReplaced ? obstacles.overridden() : undefined),
  };
}

function accessOf(key: MemberName, owner: AccessPath | undefined): AccessPath | undefined {
  if (key.isComputed) return undefined;
  switch (owner?.kind) {
    case 'binding':
      return { kind: 'object-member', binding: owner.name, path: [key.label] };
    case 'default-export':
      return { kind: 'object-member', binding: 'default', path: [key.label] };
    case 'object-member':
      return { kind: 'object-member', binding: owner.binding, path: [...owner.path, key.label] };
    case 'class-member':
      // `Grid.prototype = { step() {} }` arrives as a member without a name.
      return owner.member === '' ? { ...owner, member: key.label } : undefined;
    case undefined:
      return undefined;
  }
}
