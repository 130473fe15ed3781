// Code that runs without a call being written: conversions to primitives, iteration, getters and setters.
import ts from 'typescript';
import { isParsedJson } from './effects-parsed.ts';
import {
  areAllFresh,
  areAllFreshArrays,
  noRoots,
  type Root,
  type Roots,
  union,
  unknownRoots,
} from './effects-roots.ts';
import { textOf, type WalkState } from './effects-state.ts';
import { isTypedArrayName } from './known-globals.ts';

/** The value of `node` is converted to a primitive: `valueOf` or `toString` may run. */
export function convertToPrimitive(state: WalkState, node: ts.Expression, roots: Roots): void {
  if (roots.size === 0) return;
  const type = state.facts.symbols.typeOf(node);
  if (state.facts.symbols.isPrimitive(type)) return;
  const parts = state.facts.symbols.partsOf(type);
  if (parts.length > 0 && parts.every((part) => hasBuiltinConversion(state, part))) return;
  if (isParsedJson(node, state.facts.symbols.checker)) return;
  const reason = state.facts.symbols.isAny(type)
    ? `whose type is ${state.facts.symbols.checker.typeToString(type)}`
    : 'which is an object';
  state.emit(
    'unknown-call',
    node,
    `converts \`${textOf(node)}\`, ${reason}, and so may run its \`valueOf\` or \`toString\``,
  );
}

/** Whether converting a value of the type runs only library code: primitives, dates, arrays of primitives. */
function hasBuiltinConversion(state: WalkState, type: ts.Type): boolean {
  if (state.facts.symbols.isPrimitive(type)) return true;
  const name = state.facts.symbols.libraryTypeName(type);
  if (name === undefined) return false;
  if (name === 'Date' || name === 'RegExp' || isTypedArrayName(name)) return true;
  return (name === 'Array' || name === 'ReadonlyArray') && areElementsPrimitive(state, type);
}

export function areElementsPrimitive(state: WalkState, type: ts.Type): boolean {
  return state.facts.symbols.partsOf(type).every((part) => {
    const name = state.facts.symbols.libraryTypeName(part);
    if (name !== undefined && isTypedArrayName(name)) return true;
    if (!state.facts.symbols.checker.isArrayLikeType(part)) return false;
    const elements = state.facts.symbols.checker.getTypeArguments(part as ts.TypeReference);
    return elements.length > 0 && elements.every((element) => hasBuiltinConversion(state, element));
  });
}

const indexedCollections = [
  'Array',
  'ReadonlyArray',
  'Map',
  'Set',
  'ReadonlyMap',
  'ReadonlySet',
  'String',
  'RegExpMatchArray',
  'RegExpExecArray',
];

/** `pair()` of `const [a, b] = pair()`. */
function takenApart(node: ts.Node): ts.Node {
  const { parent } = node;
  return ts.isVariableDeclaration(parent) && parent.name === node ? (parent.initializer ?? node) : node;
}

/** Iterates the value of `node`; answers the roots of what the iteration gives. */
export function iterate(state: WalkState, node: ts.Node, roots: Roots, type = state.facts.symbols.typeOf(node)): Roots {
  if (roots.size === 0 || state.facts.symbols.isPrimitive(type)) return noRoots;
  for (const part of state.facts.symbols.partsOf(type)) {
    if (state.facts.symbols.isPrimitive(part)) continue;
    const name = state.facts.symbols.libraryTypeName(part);
    if (name !== undefined && (indexedCollections.includes(name) || isTypedArrayName(name))) continue;
    if (name !== undefined && areAllFresh(roots)) continue;
    if (name !== undefined && /^(Array|Map|Set|String)Iterator$/.test(name)) {
      state.emitWrite(roots, node, `consumes the iterator \`${textOf(node)}\``);
      continue;
    }
    state.emit('unknown-call', node, `iterates \`${textOf(takenApart(node))}\`, whose iterator may run any code`);
    return unknownRoots;
  }
  return state.heap.reachable(roots);
}

/** The property `key` of `node` is read or copied without its declaration being known. */
export function mayRunGetter(state: WalkState, node: ts.Node, roots: Roots, type: ts.Type): boolean {
  if (!state.facts.symbols.isAny(type) || areAllFreshArrays(roots)) return false;
  if (isParsedJson(node, state.facts.symbols.checker)) return false;
  const name = state.facts.symbols.checker.typeToString(type);
  state.emit(
    'unknown-call',
    node,
    `reads a property of \`${textOf(node)}\`, whose type is ${name}: it may be a getter`,
  );
  return true;
}

/** Copies all properties of a value (`{ ...x }`, `Object.assign`): getters run. */
export function copyProperties(state: WalkState, node: ts.Expression, roots: Roots): void {
  const type = state.facts.symbols.typeOf(node);
  if (roots.size === 0 || state.facts.symbols.isPrimitive(type)) return;
  if (mayRunGetter(state, node, roots, type)) return;
  for (const part of state.facts.symbols.partsOf(type)) {
    for (const property of part.getProperties()) {
      const runsCode = (property.declarations ?? []).some(
        (declaration) => ts.isGetAccessor(declaration) && state.facts.symbols.originOf(declaration).kind !== 'library',
      );
      if (runsCode)
        state.emit('unknown-call', node, `reads \`${property.name}\` of \`${textOf(node)}\`, which runs code`);
    }
  }
}

/** Where an exotic view shares its memory: `new Uint8Array(buffer)`. */
export function sharedMemory(state: WalkState, argument: ts.Expression | undefined, roots: Roots): Roots {
  if (argument === undefined) return noRoots;
  const parts = state.facts.symbols.partsOf(state.facts.symbols.typeOf(argument));
  const copies = parts.every((part) => {
    if (state.facts.symbols.isPrimitive(part)) return true;
    const name = state.facts.symbols.libraryTypeName(part);
    return name !== undefined && (name === 'Array' || name === 'ReadonlyArray' || isTypedArrayName(name));
  });
  return copies ? noRoots : union(roots, new Set<Root>());
}
