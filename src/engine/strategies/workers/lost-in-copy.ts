// What a copy to another thread and back loses besides prototypes: the identity of objects, and that they are closed to changes. Errors lose nothing, since what failed in a worker is done again
// by the thread that calls (part-runner.ts).
import ts from 'typescript';
import type { Reason } from '../../../model/reason.ts';
import { isPrimitiveType } from '../../source/primitive-types.ts';
import { bare } from '../../source/ranges/expressions.ts';
import { globalName } from '../../source/ranges/library-facts.ts';
import type { Subject } from '../../source/subject.ts';
import { calledFunctions } from './called-functions.ts';
import { reasonAt } from './shape-proposal.ts';

/** Methods that look an object up by its identity. */
const IDENTITY_METHODS: ReadonlySet<string> = new Set(['indexOf', 'lastIndexOf', 'includes', 'has', 'get', 'delete']);

export function identityReasons(node: ts.Node, { checker, file }: Subject): readonly Reason[] {
  const reasons: Reason[] = [];
  // What no type tells may be an object.
  const isObject = (expression: ts.Expression): boolean => {
    const type = checker.getTypeAtLocation(expression);
    const nothing = ts.TypeFlags.Null | ts.TypeFlags.Undefined;
    return (type.flags & nothing) === 0 && !isPrimitiveType(type) && !ts.isFunctionLike(expression);
  };
  const visit = (child: ts.Node): void => {
    const compared =
      ts.isBinaryExpression(child) &&
      isEquality(child.operatorToken.kind) &&
      isObject(child.left) &&
      isObject(child.right);
    const lookedUp =
      ts.isCallExpression(child) &&
      ts.isPropertyAccessExpression(child.expression) &&
      IDENTITY_METHODS.has(child.expression.name.text) &&
      child.arguments[0] !== undefined &&
      isObject(child.arguments[0]);
    if (compared || lookedUp) {
      const text = child.getText();
      const shown = text.length > 40 ? 'an object' : `\`${text}\``;
      const message = `It asks whether two objects are the very same (${shown}), and copies in a worker never are.`;
      reasons.push(reasonAt(child, file, 'W7', message, 'Compare a key of the objects, such as an id.'));
    }
    ts.forEachChild(child, visit);
  };
  for (const called of calledFunctions(node, checker)) visit(called);
  return reasons;
}

/** The functions of `Object` that close an object to changes, or ask whether it is closed. */
const CLOSING: ReadonlySet<string> = new Set([
  'freeze',
  'isExtensible',
  'isFrozen',
  'isSealed',
  'preventExtensions',
  'seal',
]);

/** In what is done many times over, which is what workers may get; or anywhere in the function, when they get whole calls. */
export function closedReasons(reach: 'repeated' | 'anywhere', { node, checker, file }: Subject): readonly Reason[] {
  const reasons: Reason[] = [];
  const visit = (child: ts.Node, isIncluded: boolean): void => {
    const name = isIncluded ? closingCall(child, checker) : undefined;
    if (name !== undefined) {
      const message = `It calls \`Object.${name}\`, and copies of objects are open to changes, whatever the object was.`;
      reasons.push(reasonAt(child, file, 'W6', message, 'Close the object to changes in the caller.'));
    }
    const isRepeated = ts.isIterationStatement(child, false) || ts.isFunctionLike(child);
    ts.forEachChild(child, (inner) => visit(inner, isIncluded || isRepeated));
  };
  const [own, ...others] = calledFunctions(node, checker);
  own?.forEachChild((child) => visit(child, reach === 'anywhere'));
  for (const other of others) visit(other, true);
  return reasons;
}

function closingCall(node: ts.Node, checker: ts.TypeChecker): string | undefined {
  const callee = ts.isCallExpression(node) ? bare(node.expression) : undefined;
  if (callee === undefined || !ts.isPropertyAccessExpression(callee) || !CLOSING.has(callee.name.text))
    return undefined;
  return globalName(bare(callee.expression), checker) === 'Object' ? callee.name.text : undefined;
}

function isEquality(kind: ts.SyntaxKind): boolean {
  return (
    kind === ts.SyntaxKind.EqualsEqualsEqualsToken ||
    kind === ts.SyntaxKind.ExclamationEqualsEqualsToken ||
    kind === ts.SyntaxKind.EqualsEqualsToken ||
    kind === ts.SyntaxKind.ExclamationEqualsToken
  );
}
