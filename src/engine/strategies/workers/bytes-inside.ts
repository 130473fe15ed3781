// Bytes inside of what a function is given (`{ data: Uint8Array }`, `chunks: Uint8Array[]`) may be Buffers, which arrive in a thread as plain arrays of
// bytes. By the elements and the length nobody can tell.
import ts from 'typescript';
import type { Subject } from '../../source/subject.ts';
import { typedArrayClass } from './shared-views.ts';

/** The first use of such bytes, or of what holds them, by which a Buffer may differ. Of a parameter that is bytes itself nothing is said. */
export function bytesInside(parameter: ts.ParameterDeclaration, { node, checker }: Subject): ts.Expression | undefined {
  const isBytes = (type: ts.Type): boolean =>
    partsOf(type, checker).some((one) => typedArrayClass(one) === 'Uint8Array');
  const holds = (type: ts.Type, depth: number): boolean =>
    depth > 0 &&
    partsOf(type, checker).some((part) =>
      insideOf(part, node, checker).some((inner) => isBytes(inner) || holds(inner, depth - 1)),
    );
  const given = checker.getTypeAtLocation(parameter);
  if (!holds(given, DEPTH) && !(parameter.dotDotDotToken !== undefined && isBytes(given))) return undefined;
  const visit = (part: ts.Node): ts.Expression | undefined => {
    if (ts.isTypeNode(part)) return undefined;
    const isValue = ts.isIdentifier(part) || ts.isPropertyAccessExpression(part) || ts.isElementAccessExpression(part);
    if ((isValue || ts.isCallExpression(part)) && !isName(part)) {
      const type = checker.getTypeAtLocation(part);
      if (isBytes(type) ? !isPlainUse(part, true) : holds(type, DEPTH) && !isPlainUse(part, false)) return part;
    }
    return ts.forEachChild(part, visit);
  };
  return node.body && visit(node.body);
}

/** Deeper than that nobody keeps bytes. */
const DEPTH = 3;

function partsOf(type: ts.Type, checker: ts.TypeChecker): readonly ts.Type[] {
  const present = checker.getNonNullableType(type);
  return present.isUnionOrIntersection() ? present.types : [present];
}

/** Elements, values of a Map, properties of a plain object. */
function insideOf(type: ts.Type, at: ts.Node, checker: ts.TypeChecker): readonly ts.Type[] {
  if (typedArrayClass(type) !== undefined || (type.flags & ts.TypeFlags.Object) === 0) return [];
  const isContainer = checker.isArrayLikeType(type) || /^(Readonly)?(Map|Set)$/.test(type.getSymbol()?.name ?? '');
  if (isContainer) return checker.getTypeArguments(type as ts.TypeReference);
  return [
    ...checker.getIndexInfosOfType(type).map((info) => info.type),
    ...checker.getPropertiesOfType(type).map((property) => checker.getTypeOfSymbolAtLocation(property, at)),
  ];
}

/** A name that is declared, or the last part of an access, which is looked at as a whole. */
function isName(part: ts.Expression): boolean {
  const { parent } = part;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === part;
  const isDeclared = ts.isVariableDeclaration(parent) || ts.isParameter(parent) || ts.isPropertyAssignment(parent);
  return (isDeclared && parent.name === part) || ts.isBindingElement(parent);
}

function isPlainUse(part: ts.Expression, isBytes: boolean): boolean {
  const { parent } = part;
  if (ts.isParenthesizedExpression(parent) || ts.isNonNullExpression(parent)) return isPlainUse(parent, isBytes);
  if (ts.isForOfStatement(parent)) return parent.expression === part;
  if (ts.isVariableDeclaration(parent)) return parent.initializer === part;
  if (ts.isElementAccessExpression(parent)) return parent.expression === part;
  return ts.isPropertyAccessExpression(parent) && (!isBytes || parent.name.text === 'length');
}
