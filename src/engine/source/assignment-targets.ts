// Assignments that bind a function to something that can be called later: `module.exports = `, `exports.scale = `,
// `Grid.prototype.step = `, `tools.scale = ` and plain variables.
import ts from 'typescript';
import { dottedName, type Target, unwrapValue } from './binding-target.ts';
import type { AccessPath } from './subject.ts';

/** Undefined when the left side is no name that leads anywhere. */
export function assignmentTarget(
  expression: ts.BinaryExpression,
  declaration: ts.Node,
  isCommonJs: boolean,
): Target | undefined {
  if (expression.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return undefined;
  const { left } = expression;
  const dotted = dottedName(left);
  if (dotted === undefined) return undefined;
  const nameNode = ts.isPropertyAccessExpression(left) ? left.name : left;
  if (isCommonJs && (dotted === 'module.exports' || dotted === 'exports'))
    return moduleValueTarget(expression, left, declaration);
  const path = dotted.split('.');
  if (path[0] === 'this') path.shift();
  else if (isCommonJs && path[0] === 'exports') path[0] = 'default';
  else if (isCommonJs && path[0] === 'module' && path[1] === 'exports') path.splice(0, 2, 'default');
  const access = dotted.startsWith('this.') ? undefined : accessOf(path);
  const prototypeAt = path.indexOf('prototype');
  const shown = path.filter(
    (part, index) => index !== prototypeAt && !(index === 0 && part === 'default' && path.length > 1),
  );
  const name = shown.join('.');
  const kind =
    access?.kind === 'class-member' ? 'method' : access?.kind === 'object-member' ? 'object-method' : undefined;
  return { name, memberPrefix: `${name}.`, nameNode, declaration, access, kind };
}

function moduleValueTarget(expression: ts.BinaryExpression, left: ts.Expression, declaration: ts.Node): Target {
  const value = unwrapValue(expression.right);
  const own = ts.isFunctionExpression(value) || ts.isClassExpression(value) ? value.name : undefined;
  return {
    name: own?.text ?? 'module.exports',
    memberPrefix: own === undefined ? '' : `${own.text}.`,
    nameNode: own ?? left,
    declaration,
    access: { kind: 'default-export' },
  };
}

function accessOf(path: readonly string[]): AccessPath | undefined {
  const [binding, ...members] = path;
  if (binding === undefined) return undefined;
  if (members.length === 0) return { kind: 'binding', name: binding };
  const [first, second, ...more] = members;
  if (first !== 'prototype') return { kind: 'object-member', binding, path: members };
  if (more.length > 0) return undefined;
  return {
    kind: 'class-member',
    className: binding,
    member: second ?? '',
    isStatic: false,
    isPrivate: false,
    as: 'method',
  };
}
