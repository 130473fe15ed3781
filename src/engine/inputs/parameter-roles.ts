// What the parameters of a function are to each other: which number is the size, which is a position, which list is a grid.
import ts from 'typescript';
import { chosenTexts, comparedFields } from './compared-texts.ts';
import type { KnownParameter, Parameterized } from './known-parameter.ts';
import {
  isDimensionName,
  isLengthName,
  isPositionName,
  isSizeName,
  isStartName,
  numberRangeOf,
  suggestsSorted,
} from './name-hints.ts';
import type { NumberRole, ParameterFacts } from './parameter-facts.ts';
import { readFields } from './read-fields.ts';
import type { Uses } from './uses.ts';
import { isSteppedInRecursion, ownSymbol } from './work-growth.ts';

export function factsOf(
  parameter: KnownParameter,
  all: readonly KnownParameter[],
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
    isCharacterCode: uses.characterCode > 0,
    besideCollection: others.some((other) => other.kind === 'collection'),
    besideFile: others.some(({ uses: its }) => its.parsedAs === 'file' || its.elements.parsedAs === 'file'),
    isFlatGrid: dimensions.length >= 2,
    isSorted:
      /binary.?search|bisect|lowerbound|upperbound|sorted/i.test(name) ||
      suggestsSorted(parameter.name) ||
      /\b(sorted|ascending)\b/i.test(document),
    parsedAs: uses.parsedAs,
    comparedFields: comparedFields([uses, uses.elements, ...parsedIn(uses)]),
    chosenTexts: chosenTexts(uses),
    readText: [uses, uses.elements].find(({ lines, cells, parsed }) => (lines ?? cells ?? parsed) !== undefined),
    contents: uses.contents ?? uses.elements.contents,
    readFields: readFields(parameter.node.name, declaration.body ?? parameter.node, checker),
    namesFiles: uses.elements.parsedAs === 'file',
  };
}

/** What JSON in the text holds, or in the file that it names. */
function parsedIn(uses: Uses): readonly Uses[] {
  const texts = [uses, uses.elements, uses.contents, uses.elements.contents].filter((text) => text !== undefined);
  const values = texts.flatMap(({ parsed, lines }) => [parsed, lines?.elements.parsed]);
  return values.flatMap((value) => (value === undefined ? [] : [value.uses, value.uses.elements]));
}

function numberRoleOf(
  parameter: KnownParameter,
  others: readonly KnownParameter[],
  declaration: Parameterized,
  checker: ts.TypeChecker,
): NumberRole {
  const { name, uses, node } = parameter;
  if (parameter.kind !== 'number' || uses.characterCode > 0) return 'free';
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
