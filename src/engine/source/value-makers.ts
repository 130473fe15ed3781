// Functions of a module that only make a value when they run, such as `function crcTable() { ... }`: a module that fills its tables with them does nothing
// else when it is loaded.
import ts from 'typescript';
import { dottedName } from './binding-target.ts';
import { effectOf, isReference, rootOf, runningChildren, writtenBy } from './module-scope.ts';
import { languageMethod } from './module-scope-globals.ts';

/** Which calls of a module's own functions do nothing when they run, besides making what they give back. */
export class ValueMakers {
  readonly #checker: ts.TypeChecker;
  readonly #known = new Map<OwnFunction, boolean>();

  constructor(checker: ts.TypeChecker) {
    this.#checker = checker;
  }

  /** Bodies that run when a module is loaded, as far as calls were asked for. */
  get bodies(): readonly ts.Node[] {
    return [...this.#known.keys()].flatMap(({ body }) => body ?? []);
  }

  onlyMakesValue(call: ts.CallExpression): boolean {
    const called = ownFunction(call, this.#checker);
    if (called === undefined) return false;
    const known = this.#known.get(called);
    if (known !== undefined) return known;
    // One that calls itself does no more than the rest of it.
    this.#known.set(called, true);
    const answer = this.#isWithoutEffects(called);
    this.#known.set(called, answer);
    return answer;
  }

  #isWithoutEffects(called: OwnFunction): boolean {
    const file = called.getSourceFile();
    const pending: ts.Node[] = [...called.parameters, ...(called.body === undefined ? [] : [called.body])];
    for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
      const isMaking = ts.isCallExpression(node) && this.onlyMakesValue(node);
      if (!isMaking && effectOf(node, file, this.#checker) !== undefined) return false;
      if (changesOutside(node, called, this.#checker)) return false;
      pending.push(...runningChildren(node, this.#checker));
    }
    return true;
  }
}

type OwnFunction = ts.FunctionDeclaration | ts.FunctionExpression | ts.ArrowFunction;

/** A function of the same file that the call surely means. */
export function ownFunction({ expression }: ts.CallExpression, checker: ts.TypeChecker): OwnFunction | undefined {
  if (!ts.isIdentifier(expression)) return undefined;
  const [declaration, ...more] = checker.getSymbolAtLocation(expression)?.declarations ?? [];
  if (declaration === undefined || more.length > 0 || declaration.getSourceFile() !== expression.getSourceFile())
    return undefined;
  const made = ts.isVariableDeclaration(declaration) && isConstant(declaration) ? declaration.initializer : declaration;
  if (
    made === undefined ||
    !(ts.isFunctionDeclaration(made) || ts.isFunctionExpression(made) || ts.isArrowFunction(made))
  )
    return undefined;
  const isPlain = !(ts.getCombinedModifierFlags(made) & ts.ModifierFlags.Async) && made.asteriskToken === undefined;
  return isPlain ? made : undefined;
}

function isConstant(declaration: ts.VariableDeclaration): boolean {
  return (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0;
}

/** Whether something is written, or filled, that the function has not made itself. */
function changesOutside(node: ts.Node, called: OwnFunction, checker: ts.TypeChecker): boolean {
  const target = filledBy(node, checker) ?? writtenBy(node);
  if (target === undefined) return false;
  const root = rootOf(target);
  if (!ts.isIdentifier(root)) return isReference(root);
  const declaration = checker.getSymbolAtLocation(root)?.valueDeclaration;
  const owner = declaration && ts.findAncestor(declaration, ts.isFunctionLike);
  if (declaration === undefined || ts.findAncestor(owner, (one) => one === called) === undefined) return true;
  if (root === target) return false;
  return !ts.isVariableDeclaration(declaration) || !isConstant(declaration) || !makesObject(declaration.initializer);
}

function filledBy(node: ts.Node, checker: ts.TypeChecker): ts.Expression | undefined {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  const { name, expression } = node.expression;
  return languageMethod(checker.getSymbolAtLocation(name), name.text) === 'fills' ? expression : undefined;
}

/** `[]`, `new Uint32Array(256)`, `Array.from({ length: 9 })`, `new Array(9).fill(0)`. */
function makesObject(value: ts.Expression | undefined): boolean {
  if (value === undefined) return false;
  if (ts.isArrayLiteralExpression(value) || ts.isObjectLiteralExpression(value) || ts.isNewExpression(value))
    return true;
  if (!ts.isCallExpression(value)) return false;
  const name = dottedName(value.expression) ?? '';
  if (/^\w*Array\.(?:from|of)$/.test(name)) return true;
  const { expression } = value;
  return (
    ts.isPropertyAccessExpression(expression) && expression.name.text === 'fill' && makesObject(expression.expression)
  );
}
