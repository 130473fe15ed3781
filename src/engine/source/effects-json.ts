// What runs when a value is made JSON: getters, and `toJSON` of the value and of everything in it. What its type declares is plain data unless it says a getter
// or a `toJSON` of the user's; what has no type may be anything.
import ts from 'typescript';
import { isParsedJson } from './effects-parsed.ts';
import { textOf, type WalkState } from './effects-state.ts';
import { isTypedArrayName } from './known-globals.ts';
import { bare } from './ranges/expressions.ts';

/** Types nest for ever where generic ones make new ones of themselves. */
const deepest = 12;

export function readAsJson(state: WalkState, node: ts.Expression): void {
  const value = bare(node);
  if (ts.isObjectLiteralExpression(value) && value.properties.every(isWrittenOut)) {
    for (const property of value.properties) readPart(state, property);
  } else if (ts.isArrayLiteralExpression(value)) {
    for (const element of value.elements) readAsJson(state, ts.isSpreadElement(element) ? element.expression : element);
  } else if (!isParsedJson(value, state.facts.symbols.checker)) {
    const code = codeIn(state.facts.symbols.typeOf(value), state, new Set(), deepest);
    const message = `makes JSON of \`${textOf(node)}\`, ${code}`;
    if (code !== undefined) state.emit('unknown-call', node, message, { name: 'JSON.stringify' });
  }
}

/** Anything but methods and accessors, which the type of the literal tells of. */
function isWrittenOut(property: ts.ObjectLiteralElementLike): boolean {
  if (ts.isSpreadAssignment(property) || ts.isShorthandPropertyAssignment(property)) return true;
  return ts.isPropertyAssignment(property) && property.name.getText() !== 'toJSON';
}

function readPart(state: WalkState, property: ts.ObjectLiteralElementLike): void {
  if (ts.isPropertyAssignment(property)) readAsJson(state, property.initializer);
  if (ts.isShorthandPropertyAssignment(property)) readAsJson(state, property.name);
  if (ts.isSpreadAssignment(property)) readAsJson(state, property.expression);
}

/** What code a value of the type may bring along, as a clause; undefined for plain data. */
function codeIn(type: ts.Type, state: WalkState, seen: Set<ts.Type>, levels: number): string | undefined {
  const { symbols } = state.facts;
  if (seen.has(type) || symbols.isPrimitive(type)) return undefined;
  seen.add(type);
  if (type.isUnion()) return firstOf(symbols.partsOf(type), (part) => codeIn(part, state, seen, levels));
  if (type.flags & ts.TypeFlags.Instantiable) {
    const constraint = symbols.checker.getBaseConstraintOfType(type);
    return constraint === undefined || constraint === type
      ? unknownPart(type, state)
      : codeIn(constraint, state, seen, levels);
  }
  if (symbols.isAny(type) || type.flags & ts.TypeFlags.NonPrimitive || levels === 0) return unknownPart(type, state);
  if (type.getCallSignatures().length > 0) return undefined;
  const name = symbols.libraryTypeName(type);
  if (name !== undefined && isTypedArrayName(name)) return undefined;
  const { checker } = symbols;
  if (checker.isArrayLikeType(type)) {
    const elements = checker.getTypeArguments(type as ts.TypeReference);
    return firstOf(elements, (element) => codeIn(element, state, seen, levels - 1));
  }
  // `Record`, `Partial` and the like are declared by the library, and say what the user's types say.
  if (name !== undefined && name !== '__type') return undefined;
  const declared = firstOf(type.getProperties(), (property) => codeOfProperty(property, state, seen, levels));
  return declared ?? firstOf(checker.getIndexInfosOfType(type), (info) => codeIn(info.type, state, seen, levels - 1));
}

function codeOfProperty(property: ts.Symbol, state: WalkState, seen: Set<ts.Type>, levels: number): string | undefined {
  const { symbols } = state.facts;
  const runsCode = (property.declarations ?? []).some(
    (declaration) =>
      (property.name === 'toJSON' || isOwnGetter(declaration)) && symbols.originOf(declaration).kind !== 'library',
  );
  if (runsCode) return `whose \`${property.name}\` runs code`;
  if (property.flags & ts.SymbolFlags.Method) return undefined;
  return codeIn(symbols.checker.getTypeOfSymbol(property), state, seen, levels - 1);
}

/** Accessors of a class stand in its prototype, of which JSON takes nothing. */
function isOwnGetter(declaration: ts.Declaration): boolean {
  return ts.isGetAccessor(declaration) && !ts.isClassLike(declaration.parent);
}

function unknownPart(type: ts.Type, { facts: { symbols } }: WalkState): string {
  return `whose parts of type ${symbols.checker.typeToString(type)} may run a \`toJSON\` or a getter`;
}

function firstOf<T>(list: readonly T[], ask: (one: T) => string | undefined): string | undefined {
  for (const one of list) {
    const answer = ask(one);
    if (answer !== undefined) return answer;
  }
  return undefined;
}
