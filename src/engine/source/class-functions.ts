// The functions of a class: methods, accessors, constructors and fields that hold a function.
import ts from 'typescript';
import type { FunctionKind } from '../../model/function-listing.ts';
import {
  hasModifier,
  type MemberName,
  memberName,
  type Place,
  type Target,
  unwrapValue,
  type Visit,
} from './binding-target.ts';
import { type Obstacle, obstacles } from './obstacles.ts';
import type { AccessPath, SubjectNode } from './subject.ts';

export function visitsOfClass(node: ts.ClassLikeDeclaration, owner: Target, place: Place): Visit[] {
  const visits: Visit[] = [];
  for (const clause of node.heritageClauses ?? []) visits.push({ kind: 'code', node: clause, place });
  for (const member of node.members) {
    if (ts.isClassStaticBlockDeclaration(member)) {
      const enclosing = { name: place.prefix + owner.name, node: member };
      visits.push({
        kind: 'code',
        node: member.body,
        place: { prefix: place.prefix + owner.memberPrefix, enclosing, isConditional: false },
      });
      continue;
    }
    const shape = shapeOf(member);
    if (shape === undefined) continue;
    const target = memberTarget(member, shape, owner, hasModifier(node, ts.SyntaxKind.AbstractKeyword));
    if (shape.node !== undefined) {
      const isOverloadSignature = shape.node.body === undefined && target.obstacle?.code !== 'abstract';
      if (!isOverloadSignature)
        visits.push({ kind: 'function', node: shape.node, functionKind: kindOf(shape), target, place });
    } else if (ts.isPropertyDeclaration(member) && member.initializer !== undefined)
      visits.push({ kind: 'value', expression: member.initializer, target: { ...target, access: undefined }, place });
  }
  return visits;
}

interface MemberShape {
  readonly key: MemberName;
  readonly isStatic: boolean;
  readonly as: 'method' | 'getter' | 'setter' | 'constructor' | 'field';
  /** Undefined for a field that holds something else than a function. */
  readonly node: SubjectNode | undefined;
}

function shapeOf(member: ts.ClassElement): MemberShape | undefined {
  if (ts.isConstructorDeclaration(member))
    return {
      key: { label: 'constructor', isComputed: false, isPrivate: false },
      isStatic: false,
      as: 'constructor',
      node: member,
    };
  if (member.name === undefined) return undefined;
  const key = memberName(member.name);
  const isStatic = hasModifier(member, ts.SyntaxKind.StaticKeyword);
  if (ts.isMethodDeclaration(member)) return { key, isStatic, as: 'method', node: member };
  if (ts.isGetAccessor(member)) return { key, isStatic, as: 'getter', node: member };
  if (ts.isSetAccessor(member)) return { key, isStatic, as: 'setter', node: member };
  if (!ts.isPropertyDeclaration(member)) return undefined;
  const value = member.initializer === undefined ? undefined : unwrapValue(member.initializer);
  const isFunction = value !== undefined && (ts.isArrowFunction(value) || ts.isFunctionExpression(value));
  return { key, isStatic, as: 'field', node: isFunction ? value : undefined };
}

function memberTarget(member: ts.ClassElement, shape: MemberShape, owner: Target, isAbstractClass: boolean): Target {
  const name = owner.memberPrefix + shape.key.label;
  return {
    name,
    memberPrefix: `${name}.`,
    nameNode: member.name ?? member,
    declaration: member,
    access: memberAccess(shape, owner.access),
    obstacle: memberObstacle(member, shape, isAbstractClass) ?? owner.obstacle,
    isClassMember: true,
  };
}

function memberAccess({ key, isStatic, as }: MemberShape, owner: AccessPath | undefined): AccessPath | undefined {
  const className = owner?.kind === 'binding' ? owner.name : owner?.kind === 'default-export' ? 'default' : undefined;
  if (className === undefined || key.isComputed) return undefined;
  return { kind: 'class-member', className, member: key.label, isStatic, isPrivate: key.isPrivate, as };
}

function memberObstacle(
  member: ts.ClassElement,
  { key, as }: MemberShape,
  isAbstractClass: boolean,
): Obstacle | undefined {
  if (hasModifier(member, ts.SyntaxKind.AbstractKeyword)) return obstacles.abstractMember();
  if (isAbstractClass && as === 'constructor') return obstacles.abstractConstructor();
  return key.isComputed ? obstacles.computedName() : undefined;
}

function kindOf({ as, key, isStatic }: MemberShape): FunctionKind {
  if (as !== 'method') return as;
  if (key.isPrivate) return 'private-method';
  return isStatic ? 'static-method' : 'method';
}
