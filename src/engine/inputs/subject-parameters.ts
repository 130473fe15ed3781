// The shapes of a subject's parameters (and of a constructor's, for receivers): types first, uses where there is no type, and the roles that
// the parameters play together. Leaves sizes to choose-sizes.ts and text to the printers.
import ts from 'typescript';
import { type Maker, reasonAgainst, type Shape, undefinedShape } from './input-shape.ts';
import {
  isDimensionName,
  isLengthName,
  isPositionName,
  isSizeName,
  isStartName,
  numberRangeOf,
  suggestsSorted,
} from './name-hints.ts';
import type { NumberRole, ParameterFacts, PlannedParameter } from './parameter-facts.ts';
import { shapeOfType } from './shape-of-type.ts';
import { shapeOfUse } from './shape-of-use.ts';
import type { TypeReading } from './type-reading.ts';
import { type Uses, usesOfBinding } from './uses.ts';
import { isSteppedInRecursion } from './work-growth.ts';

export interface ParameterScope {
  readonly checker: ts.TypeChecker;
  readonly program: ts.Program;
  readonly sourceFile: ts.SourceFile;
  readonly makers: Map<ts.Type, Maker>;
  readonly spend: () => boolean;
  readonly note: (sentence: string) => void;
}

type Parameterized = ts.SignatureDeclaration & { readonly body?: ts.Node | undefined };

/** Where a call stands: the subject's own, or a constructor's somewhere inside of an argument. */
type Standing = Pick<TypeReading, 'place' | 'depth'>;

interface Known {
  readonly node: ts.ParameterDeclaration;
  readonly name: string;
  readonly type: ts.Type;
  readonly uses: Uses;
  readonly kind: 'number' | 'collection' | 'other';
}

/** The parameters that a call must give, in order. `this` parameters are left out; optional ones too, unless all are optional. */
export function planParameters(
  declaration: Parameterized,
  scope: ParameterScope,
  from: Standing = { place: 'outer', depth: 0 },
): readonly PlannedParameter[] {
  const real = declaration.parameters.filter(
    (parameter) => !(ts.isIdentifier(parameter.name) && parameter.name.text === 'this'),
  );
  const known = given(real).map((node) => knownOf(node, declaration, scope));
  const keyedParameters = keyedTypeParameters(declaration, scope.checker);
  return known.map((parameter) => planParameter(parameter, known, { declaration, keyedParameters, from }, scope));
}

function given(parameters: readonly ts.ParameterDeclaration[]): readonly ts.ParameterDeclaration[] {
  const isOptional = (parameter: ts.ParameterDeclaration): boolean =>
    parameter.initializer !== undefined || parameter.questionToken !== undefined || isOptionalByDoc(parameter);
  const firstOptional = parameters.findIndex(isOptional);
  if (firstOptional > 0) return parameters.slice(0, firstOptional);
  // With nothing required, defaults alone would measure one fixed case: the first optional parameter is given.
  return firstOptional === 0 ? parameters.slice(0, 1) : parameters;
}

function isOptionalByDoc(parameter: ts.ParameterDeclaration): boolean {
  return ts
    .getJSDocParameterTags(parameter)
    .some((tag) => tag.isBracketed || tag.typeExpression?.type.kind === ts.SyntaxKind.JSDocOptionalType);
}

function knownOf(node: ts.ParameterDeclaration, declaration: Parameterized, scope: ParameterScope): Known {
  const name = ts.isIdentifier(node.name) ? node.name.text : 'parameter';
  const whole = scope.checker.getTypeAtLocation(node);
  const type = whole.flags & ts.TypeFlags.Instantiable ? whole : scope.checker.getNonNullableType(whole);
  const uses = usesOfBinding(node.name, declaration.body ?? node, scope.checker);
  return { node, name, type, uses, kind: kindOf(type, node, uses, scope.checker) };
}

function kindOf(type: ts.Type, node: ts.ParameterDeclaration, uses: Uses, checker: ts.TypeChecker): Known['kind'] {
  if (type.flags & ts.TypeFlags.NumberLike) return 'number';
  if (node.dotDotDotToken !== undefined) return 'collection';
  if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) {
    if (uses.list > 0 || uses.sequence > 0 || uses.hasElements || uses.map > 0 || uses.set > 0) return 'collection';
    return uses.properties.size === 0 && uses.calls.length === 0 && uses.text === 0 ? 'number' : 'other';
  }
  if (checker.isArrayLikeType(type)) return 'collection';
  const symbolName = (type.symbol as ts.Symbol | undefined)?.name ?? '';
  const isLibraryCollection =
    /^(Map|Set|Readonly(Map|Set|Array)|.*(Int|Uint|Float)\d+(Clamped)?Array|Buffer|Iterable)$/.test(symbolName);
  return isLibraryCollection || (checker.getIndexInfosOfType(type).length > 0 && type.flags & ts.TypeFlags.Object)
    ? 'collection'
    : 'other';
}

function planParameter(
  parameter: Known,
  all: readonly Known[],
  call: {
    readonly declaration: Parameterized;
    readonly keyedParameters: ReadonlySet<ts.Type>;
    readonly from: Standing;
  },
  scope: ParameterScope,
): PlannedParameter {
  const facts = factsOf(parameter, all, call.declaration, scope.checker);
  const typeText = scope.checker.typeToString(scope.checker.getTypeAtLocation(parameter.node), parameter.node);
  const isRest = parameter.node.dotDotDotToken !== undefined;
  const base = readingOf(scope, { known: parameter, facts });
  const reading: TypeReading = {
    ...base,
    ...call.from,
    keyedParameters: call.keyedParameters,
    isArgument: call.from.place === 'outer',
  };
  const shape = shapeOfType(typeOfValue(parameter, isRest, scope.checker), parameter.name, reading);
  return { name: shownName(parameter.node), typeText, shape, isRest, reason: reasonAgainst(shape) };
}

function typeOfValue(parameter: Known, isRest: boolean, checker: ts.TypeChecker): ts.Type {
  // `(...values: number[])`: the list itself is made, and spread into the call.
  return isRest ? checker.getTypeAtLocation(parameter.node) : parameter.type;
}

/** How the types of one call's parameters are read; `parameter` is absent for receivers. */
export function readingOf(
  scope: ParameterScope,
  parameter?: { readonly known: Known; readonly facts: ParameterFacts },
): TypeReading {
  const { checker, program, sourceFile, makers, note } = scope;
  return {
    checker,
    program,
    sourceFile,
    makers,
    note,
    place: 'outer',
    depth: 0,
    isArgument: true,
    wholeNumbers: false,
    facts: parameter?.facts ?? plainFacts,
    substitutes: new Map(),
    keyedParameters: new Set(),
    shapeOf: shapeOfType,
    withoutType: (name, { isArgument }) => guessed(name, isArgument, parameter, scope),
    spend: scope.spend,
    planConstructor: (constructor, { place, depth }) => planParameters(constructor, scope, { place, depth }),
  };
}

const plainFacts: ParameterFacts = {
  numberRole: 'free',
  isWhole: false,
  besideCollection: false,
  isFlatGrid: false,
  isSorted: false,
  parsedAs: undefined,
};

/** A value without a type: guessed from its uses when it is the parameter itself, a number when it is somewhere inside. */
function guessed(
  name: string,
  isArgument: boolean,
  parameter: { readonly known: Known; readonly facts: ParameterFacts } | undefined,
  scope: ParameterScope,
): Shape {
  const uses = parameter === undefined ? undefined : usesOfPart(name, isArgument, parameter.known);
  if (parameter === undefined || uses === undefined) {
    scope.note(`\`${name}\` has no type; numbers were assumed`);
    return { kind: 'integer', range: { from: 0, below: 1000 } };
  }
  const { facts, known } = parameter;
  const shape = shapeOfUse(name, uses, {
    checker: scope.checker,
    place: isArgument || uses !== known.uses.elements ? 'outer' : 'inner',
    isArgument,
    numberRole: isArgument ? facts.numberRole : 'free',
    besideCollection: facts.besideCollection,
    isSorted: facts.isSorted,
  });
  // Elements that are only passed on may be anything.
  if (!isArgument && (shape.kind === 'impossible' || shape === undefinedShape))
    return { kind: 'integer', range: { from: 0, below: 1000 } };
  if (shape.kind === 'impossible') return shape;
  scope.note(
    `\`${isArgument ? shownName(known.node) : name}\` has no type: it was guessed from use as ${inWords(shape)}`,
  );
  return shape;
}

/** The uses of the parameter, of its elements (which go by the same name), or of a property of either. */
function usesOfPart(name: string, isArgument: boolean, { name: ownName, uses }: Known): Uses | undefined {
  if (isArgument) return uses;
  if (name === ownName) return uses.elements;
  return uses.properties.get(name) ?? uses.elements.properties.get(name);
}

function inWords(shape: Shape): string {
  switch (shape.kind) {
    case 'list':
      return shape.element.kind === 'list' ? 'a list of lists' : `a list of ${plural(shape.element)}`;
    case 'size':
    case 'integer':
    case 'float':
      return 'a number';
    case 'text':
      return 'a string';
    case 'callback':
      return 'a function';
    case 'record':
      return `an object with ${shape.properties.map((property) => property.name).join(', ')}`;
    case 'dictionary':
      return 'an object of keys and values';
    case 'constant':
      return shape.text;
    default:
      return shape.kind === 'wrapped' ? shape.before.replace(/^new |\($/g, '').replace(/^/, 'a ') : `a ${shape.kind}`;
  }
}

function plural(shape: Shape): string {
  if (shape.kind === 'record') return 'objects';
  return shape.kind === 'text' || shape.kind === 'literal' ? 'strings' : 'numbers';
}

function factsOf(
  parameter: Known,
  all: readonly Known[],
  declaration: Parameterized,
  checker: ts.TypeChecker,
): ParameterFacts {
  const others = all.filter((other) => other !== parameter);
  const dimensions = others.filter((other) => other.kind === 'number' && isDimensionName(other.name));
  const name = declaration.name === undefined ? '' : declaration.name.getText();
  const document = ts
    .getJSDocParameterTags(parameter.node)
    .map((tag) => ts.getTextOfJSDocComment(tag.comment) ?? '')
    .join(' ');
  const { uses } = parameter;
  return {
    numberRole: numberRoleOf(parameter, others, declaration, checker),
    isWhole: uses.whole > 0 || uses.elements.whole > 0 || uses.elements.elements.whole > 0,
    besideCollection: others.some((other) => other.kind === 'collection'),
    isFlatGrid: dimensions.length >= 2,
    isSorted:
      /binary.?search|bisect|lowerbound|upperbound|sorted/i.test(name) ||
      suggestsSorted(parameter.name) ||
      /\b(sorted|ascending)\b/i.test(document),
    parsedAs: uses.parsedAs,
  };
}

function numberRoleOf(
  parameter: Known,
  others: readonly Known[],
  declaration: Parameterized,
  checker: ts.TypeChecker,
): NumberRole {
  if (parameter.kind !== 'number') return 'free';
  const { name, uses, node } = parameter;
  const isCounting = uses.bound > 0 || isSizeName(name) || isStepped(node, declaration, checker);
  if (others.some((other) => other.kind === 'collection')) {
    if (isStartName(name)) return 'zero';
    if (uses.position > 0 || isPositionName(name)) return 'position';
    if (isLengthName(name)) return 'size';
    return isCounting ? 'part-of-size' : 'free';
  }
  if (isCounting) return 'size';
  if (isStartName(name) && others.some((other) => other.kind === 'number')) return 'zero';
  const isAlone = !others.some((other) => other.kind === 'number');
  return isAlone && numberRangeOf(name)?.kind !== 'float' ? 'size' : 'free';
}

function isStepped(node: ts.ParameterDeclaration, declaration: Parameterized, checker: ts.TypeChecker): boolean {
  const symbol = ts.isIdentifier(node.name) ? checker.getSymbolAtLocation(node.name) : undefined;
  if (symbol === undefined || declaration.body === undefined) return false;
  return isSteppedInRecursion(symbol, declaration.body, ownSymbol(declaration, checker), checker);
}

/** The symbol by which a function can call itself. */
export function ownSymbol(declaration: ts.Node, checker: ts.TypeChecker): ts.Symbol | undefined {
  const named = declaration as { readonly name?: ts.Node };
  if (named.name !== undefined) return checker.getSymbolAtLocation(named.name);
  let holder = declaration.parent;
  while (ts.isParenthesizedExpression(holder) || ts.isAsExpression(holder) || ts.isSatisfiesExpression(holder))
    holder = holder.parent;
  return ts.isVariableDeclaration(holder) || ts.isPropertyAssignment(holder) || ts.isPropertyDeclaration(holder)
    ? checker.getSymbolAtLocation(holder.name)
    : undefined;
}

/** Type parameters T of this function of which some other type parameter is a `keyof`. */
function keyedTypeParameters(declaration: Parameterized, checker: ts.TypeChecker): ReadonlySet<ts.Type> {
  const keyed = new Set<ts.Type>();
  const visit = (node: ts.Node): void => {
    if (ts.isTypeOperatorNode(node) && node.operator === ts.SyntaxKind.KeyOfKeyword)
      keyed.add(checker.getTypeAtLocation(node.type));
    ts.forEachChild(node, visit);
  };
  for (const node of [...(declaration.typeParameters ?? []), ...declaration.parameters]) visit(node);
  return keyed;
}

function shownName(node: ts.ParameterDeclaration): string {
  return node.name.getText().replaceAll(/\s+/g, ' ');
}
