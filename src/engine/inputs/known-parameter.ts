// One parameter as it stands: its type, and what the body does with it. The raw material of planning.
import ts from 'typescript';
import { usesOfBinding } from './collect-uses.ts';
import { isText } from './shape-of-use.ts';
import type { Uses } from './uses.ts';

export type Parameterized = ts.SignatureDeclaration & { readonly body?: ts.Node | undefined };

export interface KnownParameter {
  readonly node: ts.ParameterDeclaration;
  readonly name: string;
  readonly type: ts.Type;
  readonly uses: Uses;
  readonly kind: 'number' | 'collection' | 'other';
}

export function knownParameter(
  node: ts.ParameterDeclaration,
  declaration: Parameterized,
  checker: ts.TypeChecker,
): KnownParameter {
  const name = ts.isIdentifier(node.name) ? node.name.text : 'parameter';
  const whole = checker.getTypeAtLocation(node);
  const type = whole.flags & ts.TypeFlags.Instantiable ? whole : checker.getNonNullableType(whole);
  const uses = usesOfBinding(node.name, declaration.body ?? node, checker);
  return { node, name, type, uses, kind: kindOf(name, type, node, uses, checker) };
}

function kindOf(
  name: string,
  type: ts.Type,
  node: ts.ParameterDeclaration,
  uses: Uses,
  checker: ts.TypeChecker,
): KnownParameter['kind'] {
  if (type.flags & ts.TypeFlags.NumberLike) return 'number';
  if (node.dotDotDotToken !== undefined) return 'collection';
  if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) {
    // As where they are declared.
    if (isText(name, uses)) return 'other';
    if (uses.list > 0 || uses.sequence > 0 || uses.iterated > 0 || uses.hasElements || uses.map > 0 || uses.set > 0)
      return 'collection';
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

/** As written: a name, or a pattern on one line. */
export function shownName(node: ts.ParameterDeclaration): string {
  return node.name.getText().replaceAll(/\s+/g, ' ');
}
