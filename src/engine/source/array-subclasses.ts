// Arrays that are instances of a class that extends Array: `map`, `filter` and the like give such an instance again, although TypeScript says
// `number[]`. Whoever writes a plain array in its place takes the methods of the class away.
import ts from 'typescript';
import { isLibrary } from './library-symbols.ts';
import { bare } from './ranges/expressions.ts';
import { globalName } from './ranges/library-facts.ts';
import type { Subject } from './subject.ts';

/** Methods that make an array of the class of the one they are called on (ECMAScript: ArraySpeciesCreate). */
const keepingTheClass: ReadonlySet<string> = new Set([
  ...['map', 'filter', 'slice', 'splice', 'concat', 'flat', 'flatMap'],
]);
/** Methods of the constructor that make an array of the class that they are called on. */
const makingTheClass: ReadonlySet<string> = new Set(['from', 'of', 'fromAsync']);

/** The first call that gives an instance of such a class under the type of a plain array. */
export function hiddenArrayClass({ node: root, checker }: Subject): ts.Node | undefined {
  const visit = (node: ts.Node): ts.Node | undefined => {
    if (ts.isPropertyAccessExpression(node) && ts.isCallExpression(node.parent) && node.parent.expression === node) {
      const { name, expression } = node;
      const isHidden =
        (keepingTheClass.has(name.text) && isOfArrayClass(expression, checker)) ||
        (makingTheClass.has(name.text) &&
          globalName(bare(expression), checker) !== 'Array' &&
          isMemberOfArray(node, checker));
      if (isHidden) return node;
    }
    return ts.forEachChild(node, visit);
  };
  return visit(root);
}

function isOfArrayClass(node: ts.Expression, checker: ts.TypeChecker): boolean {
  const type = checker.getApparentType(checker.getTypeAtLocation(node));
  const types = type.isUnion() ? type.types : [type];
  return types.some((one) => {
    if (checker.isArrayType(one) || checker.isTupleType(one)) return false;
    const { symbol } = one as { readonly symbol?: ts.Symbol };
    return symbol !== undefined && !isLibrary(symbol) && checker.isArrayLikeType(one);
  });
}

/** `from` as the constructor of arrays has it, and a class that extends it. */
function isMemberOfArray(node: ts.PropertyAccessExpression, checker: ts.TypeChecker): boolean {
  const symbol = checker.getSymbolAtLocation(node);
  if (!isLibrary(symbol)) return false;
  return (symbol?.declarations ?? []).some(
    ({ parent }) => ts.isInterfaceDeclaration(parent) && parent.name.text === 'ArrayConstructor',
  );
}
