// Arrays that cannot have holes, so that a loop over them needs not ask for each element whether it is there.
import ts from 'typescript';
import { isWriteTarget } from '../../source/effects-references.ts';
import { bare, outermost } from '../../source/ranges/expressions.ts';
import type { FunctionVariables } from '../../source/ranges/function-variables.ts';
import { globalName, isLibrarySymbol } from '../../source/ranges/library-facts.ts';
import { isFilledWhole } from './filled-arrays.ts';

const givingNoHoles: ReadonlySet<string> = new Set([
  'split',
  'filter',
  'flatMap',
  'toSorted',
  'toReversed',
  'toSpliced',
]);

/** Freshly made without holes, or a constant that is, and of which nothing is done but what makes none. */
export function isDense(array: ts.Expression, checker: ts.TypeChecker, variables: FunctionVariables): boolean {
  if (ts.isIdentifier(array)) return isDenseConstant(array, checker, variables);
  if (ts.isArrayLiteralExpression(array)) return array.elements.every((element) => !ts.isOmittedExpression(element));
  if (!ts.isCallExpression(array)) return false;
  const callee = bare(array.expression);
  if (!ts.isPropertyAccessExpression(callee)) return false;
  const object = globalName(bare(callee.expression), checker);
  if (object === 'Object') return ['keys', 'values', 'entries'].includes(callee.name.text);
  if (object === 'Array') return callee.name.text === 'from';
  if (!isLibrarySymbol(checker.getSymbolAtLocation(callee))) return false;
  if (givingNoHoles.has(callee.name.text) || isFilledWhole(array, checker)) return true;
  const isKept =
    ['slice', 'sort', 'reverse'].includes(callee.name.text) ||
    (callee.name.text === 'map' && array.arguments.every((mapping) => seesNoArray(bare(mapping), checker)));
  return isKept && isDense(bare(callee.expression), checker, variables);
}

/** It could take elements away from the array that is mapped. */
function seesNoArray(callback: ts.Expression, checker: ts.TypeChecker, method = 'map'): boolean {
  if (ts.isArrowFunction(callback)) {
    const { parameters } = callback;
    const isShort = parameters.length < (method === 'reduce' ? 4 : 3);
    return isShort && parameters.every(({ dotDotDotToken }) => dotDotDotToken === undefined);
  }
  return ['Number', 'String', 'Boolean', 'parseFloat'].includes(globalName(callback, checker) ?? '');
}

/** `const lines = text.split('\n')`, which nobody else gets hold of. */
function isDenseConstant(name: ts.Identifier, checker: ts.TypeChecker, variables: FunctionVariables): boolean {
  const variable = variables.of(name);
  const declaration = variable?.declaration;
  if (variable === undefined || declaration === undefined || !ts.isVariableDeclaration(declaration)) return false;
  const { initializer } = declaration;
  const isConstant = (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0;
  if (!isConstant || variable.isFree || initializer === undefined || !ts.isIdentifier(declaration.name)) return false;
  return (
    isDense(bare(initializer), checker, variables) &&
    variable.references.every((reference) => reference === declaration.name || makesNoHoles(reference, checker))
  );
}

/** None takes elements away: that could be done while a loop runs. */
const makingNoHoles: ReadonlySet<string> = new Set([
  'at',
  'concat',
  'includes',
  'indexOf',
  'join',
  'lastIndexOf',
  'push',
  'slice',
  'unshift',
]);

const calledForEach: ReadonlySet<string> = new Set([
  'every',
  'filter',
  'find',
  'findIndex',
  'flatMap',
  'forEach',
  'map',
  'reduce',
  'some',
]);

/** `xs[i]` and `xs.length` that are read, `xs.push(x)`, and `xs.map((x) => ...)` whose callback is not handed the array. */
function makesNoHoles(reference: ts.Identifier, checker: ts.TypeChecker): boolean {
  const { parent } = reference;
  if (ts.isForOfStatement(parent)) return parent.expression === reference;
  if (ts.isSpreadElement(parent)) return !isWriteTarget(parent);
  if (ts.isElementAccessExpression(parent) && parent.expression === reference)
    return !isWriteTarget(parent) && !isCalled(parent);
  if (!ts.isPropertyAccessExpression(parent) || parent.expression !== reference) return false;
  const { parent: call, name } = parent;
  if (name.text === 'length') return !isWriteTarget(parent);
  if (!ts.isCallExpression(call) || call.expression !== parent) return false;
  if (!isLibrarySymbol(checker.getSymbolAtLocation(parent))) return false;
  const [callback] = call.arguments;
  const isEach = calledForEach.has(name.text) && callback !== undefined;
  return isEach ? seesNoArray(bare(callback), checker, name.text) : makingNoHoles.has(name.text);
}

/** `xs[i]()` hands the array to what it calls. */
function isCalled(access: ts.ElementAccessExpression): boolean {
  const { parent } = outermost(access);
  const callee = ts.isCallExpression(parent) ? parent.expression : ts.isTaggedTemplateExpression(parent) && parent.tag;
  return callee === outermost(access);
}
