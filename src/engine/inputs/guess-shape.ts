// The shape of a value without a type, and the note that says what it was taken for.
import type ts from 'typescript';
import { type Shape, undefinedShape } from './input-shape.ts';
import { type KnownParameter, shownName } from './known-parameter.ts';
import type { ParameterFacts } from './parameter-facts.ts';
import { shapeOfUse } from './shape-of-use.ts';
import type { Uses } from './uses.ts';

interface GuessScope {
  readonly checker: ts.TypeChecker;
  readonly note: (sentence: string) => void;
}

/** A value without a type: guessed from its uses when it is the parameter itself, a number when it is somewhere inside. */
export function guessShape(
  name: string,
  isArgument: boolean,
  parameter: { readonly known: KnownParameter; readonly facts: ParameterFacts } | undefined,
  scope: GuessScope,
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
    besideFile: facts.besideFile,
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
function usesOfPart(name: string, isArgument: boolean, { name: ownName, uses }: KnownParameter): Uses | undefined {
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
