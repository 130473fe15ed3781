// The shapes of a subject's parameters (and of a constructor's, for receivers): types first, uses where there is no type, with the roles
// that the parameters play together. Leaves sizes to choose-sizes.ts and text to the printers.
import ts from 'typescript';
import { isOptionalParameter } from '../source/optional-parameter.ts';
import { guessShape } from './guess-shape.ts';
import { type Maker, reasonAgainst } from './input-shape.ts';
import { type KnownParameter, knownParameter, type Parameterized, shownName } from './known-parameter.ts';
import type { ParameterFacts, PlannedParameter } from './parameter-facts.ts';
import { factsOf } from './parameter-roles.ts';
import { shapeOfType } from './shape-of-type.ts';
import type { TypeReading } from './type-reading.ts';

export interface ParameterScope {
  readonly checker: ts.TypeChecker;
  readonly program: ts.Program;
  readonly sourceFile: ts.SourceFile;
  readonly makers: Map<ts.Type, Maker>;
  readonly spend: () => boolean;
  readonly note: (sentence: string) => void;
}

/** Where a call stands: the subject's own, or a constructor's somewhere inside of an argument. */
type Standing = Pick<TypeReading, 'place' | 'depth'>;

/**
 * The parameters that a call must give, in order. `this` parameters are left out; optional ones too, unless all are optional, or they are lists of
 * data right after those that are not: without them a function does little.
 */
export function planParameters(
  declaration: Parameterized,
  scope: ParameterScope,
  from: Standing = { place: 'outer', depth: 0 },
): readonly PlannedParameter[] {
  const real = declaration.parameters.filter(
    (parameter) => !(ts.isIdentifier(parameter.name) && parameter.name.text === 'this'),
  );
  const known = given(real, scope.checker).map((node) => knownParameter(node, declaration, scope.checker));
  const keyedParameters = keyedTypeParameters(declaration, scope.checker);
  return known.map((parameter) => planParameter(parameter, known, { declaration, keyedParameters, from }, scope));
}

function given(
  parameters: readonly ts.ParameterDeclaration[],
  checker: ts.TypeChecker,
): readonly ts.ParameterDeclaration[] {
  const firstOptional = parameters.findIndex(isOptionalParameter);
  if (firstOptional > 0) {
    const rest = parameters.slice(firstOptional);
    const firstLeftOut = rest.findIndex((parameter) => !isListOfData(parameter, checker));
    return parameters.slice(0, firstOptional + (firstLeftOut < 0 ? rest.length : firstLeftOut));
  }
  // With nothing required, defaults alone would measure one fixed case: the first optional parameter is given.
  return firstOptional === 0 ? parameters.slice(0, 1) : parameters;
}

/** Not one that the function fills, hands down to itself or keeps results in. */
const ownLists =
  /^(memo|cache|seen|visited|acc|accumulator|results?|out|output|path|stack|queue|buffer|found|collected|parts)$|(Memo|Cache|Results?|Output|Stack|Queue|Buffer)$/;

function isListOfData(parameter: ts.ParameterDeclaration, checker: ts.TypeChecker): boolean {
  if (parameter.initializer !== undefined || parameter.dotDotDotToken !== undefined) return false;
  const type = checker.getNonNullableType(checker.getTypeAtLocation(parameter));
  return checker.isArrayLikeType(type) && !ownLists.test(parameter.name.getText());
}

function planParameter(
  parameter: KnownParameter,
  all: readonly KnownParameter[],
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

function typeOfValue(parameter: KnownParameter, isRest: boolean, checker: ts.TypeChecker): ts.Type {
  // `(...values: number[])`: the list itself is made, and spread into the call.
  return isRest ? checker.getTypeAtLocation(parameter.node) : parameter.type;
}

/** How the types of one call's parameters are read; `parameter` is absent for receivers. */
export function readingOf(
  scope: ParameterScope,
  parameter?: { readonly known: KnownParameter; readonly facts: ParameterFacts },
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
    isOfGrid: false,
    wholeNumbers: false,
    facts: parameter?.facts ?? plainFacts,
    substitutes: new Map(),
    keyedParameters: new Set(),
    shapeOf: shapeOfType,
    withoutType: (name, { isArgument }) => guessShape(name, isArgument, parameter, scope),
    spend: scope.spend,
    planConstructor: (declaration, { place, depth }) => planParameters(declaration, scope, { place, depth }),
  };
}

const plainFacts: ParameterFacts = {
  numberRole: 'free',
  isWhole: false,
  isCharacterCode: false,
  besideCollection: false,
  besideFile: false,
  isFlatGrid: false,
  isSorted: false,
  parsedAs: undefined,
  contents: undefined,
  readText: undefined,
  comparedFields: new Map(),
  chosenTexts: undefined,
  readFields: undefined,
  namesFiles: false,
};

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
