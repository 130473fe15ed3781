// What the parameters of untyped functions of the file are when the subject calls them: types for an analysis of the subject alone. They say
// nothing of calls from anywhere else.
import ts from 'typescript';
import { changesKind, keepsType } from './changes-kind.ts';
import type { Subject } from './subject.ts';

type Helper = ts.FunctionDeclaration | ts.FunctionExpression | ts.ArrowFunction;

/** What these hand to their callback follows from the list alone; of `reduce` it also depends on what the callback gives. */
const ELEMENT_WISE: ReadonlySet<string> = new Set([
  'map',
  'filter',
  'forEach',
  'some',
  'every',
  'find',
  'findIndex',
  'flatMap',
  'sort',
]);

/**
 * Types by parameter, of functions whose every use in reach of the subject is a call that says what each open parameter is. Those that are given
 * other values later on are among them; `helpersFulfil` asks whether these values are of the type.
 */
export function helperTypes(subject: Subject): ReadonlyMap<ts.ParameterDeclaration, string> {
  const types = new Map<ts.ParameterDeclaration, string>();
  for (const [helper, uses] of usesInReach(subject)) {
    const open = helper.parameters
      .map((parameter, index) => ({ parameter, index }))
      .filter(({ parameter }) => isOpen(parameter, subject));
    const found = open.map(({ parameter, index }) => [parameter, sharedType(uses, index, subject)] as const);
    for (const [parameter, type] of found) if (type !== undefined) types.set(parameter, type);
  }
  return types;
}

/** `types` without those of parameters that are given anything later on. */
export function neverChanged(
  types: ReadonlyMap<ts.ParameterDeclaration, string>,
  { checker }: Subject,
): ReadonlyMap<ts.ParameterDeclaration, string> {
  return new Map([...types].filter(([parameter, type]) => !changesKind(parameter, checker, type === 'number')));
}

/** Whether every call in reach of the subject gives the helpers what their parameters are now said to be, and they keep to it. */
export function helpersFulfil(subject: Subject): boolean {
  const { checker } = subject;
  return [...usesInReach(subject)].every(([helper, uses]) =>
    helper.parameters.every((parameter, index) => {
      const wanted = checker.getTypeAtLocation(parameter.name);
      if (isAny(wanted) || !ts.isIdentifier(parameter.name)) return true;
      if (!keepsType(parameter, checker)) return false;
      return uses.every((use) => {
        const given = argumentType(use, index, subject);
        if (given === undefined) return parameter.initializer !== undefined && isLeftOut(use, index);
        return !isAny(given) && checker.isTypeAssignableTo(given, wanted);
      });
    }),
  );
}

function isLeftOut({ parent }: ts.Identifier, index: number): boolean {
  return ts.isCallExpression(parent) && parent.arguments.length <= index && !parent.arguments.some(ts.isSpreadElement);
}

/** Same-file functions with all mentions of them that the subject reaches. */
function usesInReach({ node, sourceFile, checker }: Subject): ReadonlyMap<Helper, readonly ts.Identifier[]> {
  const uses = new Map<Helper, ts.Identifier[]>();
  const visit = (current: ts.Node): void => {
    if (ts.isIdentifier(current)) {
      const helper = helperCalled(current, checker);
      if (helper !== undefined && helper !== node && helper.getSourceFile() === sourceFile && !isDeclared(current)) {
        const known = uses.get(helper);
        if (known !== undefined) known.push(current);
        else {
          uses.set(helper, [current]);
          visit(helper);
        }
      }
    }
    ts.forEachChild(current, visit);
  };
  visit(node);
  return uses;
}

function isDeclared(name: ts.Identifier): boolean {
  return 'name' in name.parent && name.parent.name === name;
}

function helperCalled(name: ts.Identifier, checker: ts.TypeChecker): Helper | undefined {
  const declarations = checker.getSymbolAtLocation(name)?.declarations ?? [];
  const [only] = declarations;
  if (only === undefined || declarations.length > 1) return undefined;
  if (ts.isFunctionDeclaration(only)) return only;
  const isConstant = ts.isVariableDeclaration(only) && (ts.getCombinedNodeFlags(only) & ts.NodeFlags.Const) !== 0;
  if (!isConstant || only.initializer === undefined) return undefined;
  const { initializer } = only;
  return ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer) ? initializer : undefined;
}

/** Declared as nothing, by a plain name, and never given another value that may be of another kind. */
function isOpen(parameter: ts.ParameterDeclaration, { checker }: Subject): boolean {
  if (!ts.isIdentifier(parameter.name) || parameter.dotDotDotToken !== undefined) return false;
  if (parameter.initializer !== undefined || ts.getJSDocType(parameter) !== undefined) return false;
  return isAny(checker.getTypeAtLocation(parameter));
}

function sharedType(uses: readonly ts.Identifier[], index: number, subject: Subject): string | undefined {
  const { checker } = subject;
  const shown = new Set(
    uses.map((use) => {
      const type = argumentType(use, index, subject);
      return type && printed(checker.getBaseTypeOfLiteralType(type), checker);
    }),
  );
  const [only] = shown;
  return shown.size === 1 ? only : undefined;
}

/** What a use of the helper gives for a parameter: `helper(order)`, `orders.map(helper)`. Undefined where that does not show. */
function argumentType(use: ts.Identifier, index: number, { checker }: Subject): ts.Type | undefined {
  const { parent } = use;
  if (!ts.isCallExpression(parent)) return undefined;
  if (parent.expression === use) {
    const argument = parent.arguments[index];
    if (argument === undefined || parent.arguments.slice(0, index + 1).some(ts.isSpreadElement)) return undefined;
    return checker.getTypeAtLocation(argument);
  }
  const { expression } = parent;
  if (!ts.isPropertyAccessExpression(expression) || !ELEMENT_WISE.has(expression.name.text)) return undefined;
  const [signature] = checker.getContextualType(use)?.getCallSignatures() ?? [];
  const given = signature?.parameters[index];
  return given && checker.getTypeOfSymbolAtLocation(given, use);
}

/** As a doc comment says it: of numbers, texts, truths, lists of them, and objects of such fields. */
function printed(type: ts.Type, checker: ts.TypeChecker, depth = 0): string | undefined {
  const { flags } = type;
  if ((flags & ts.TypeFlags.NumberLike) !== 0) return 'number';
  if ((flags & ts.TypeFlags.StringLike) !== 0) return 'string';
  if ((flags & ts.TypeFlags.BooleanLike) !== 0) return 'boolean';
  if ((flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0 || depth > 3) return depth > 0 ? 'any' : undefined;
  if (checker.isArrayType(type)) {
    const [element] = checker.getTypeArguments(type as ts.TypeReference);
    return element && `${printed(element, checker, depth + 1) ?? 'any'}[]`;
  }
  const declaration = type.getSymbol()?.declarations?.[0];
  if (declaration === undefined || !ts.isTypeLiteralNode(declaration)) return depth > 0 ? 'any' : undefined;
  const fields = checker.getPropertiesOfType(type).map((field) => {
    const inner = checker.getTypeOfSymbol(field);
    return `${field.name}: ${printed(inner, checker, depth + 1) ?? 'any'}`;
  });
  return `{ ${fields.join(', ')} }`;
}

function isAny(type: ts.Type): boolean {
  return (type.flags & ts.TypeFlags.Any) !== 0;
}
