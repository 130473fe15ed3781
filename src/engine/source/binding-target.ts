// The vocabulary of the search for functions: where code stands, what a value is bound to, and what is still to be visited.
import ts from 'typescript';
import type { FunctionKind } from '../../model/function-listing.ts';
import type { Obstacle } from './obstacles.ts';
import type { AccessPath, SubjectNode } from './subject.ts';

/** Where a node stands. */
export interface Place {
  /** Names in front of what is declared here: `outer.`; empty at the top. */
  readonly prefix: string;
  /** The innermost function around; its name is missing when it is a callback without one. */
  readonly enclosing?: { readonly name: string | undefined; readonly node: ts.Node };
  /** Inside an `if`, a loop, a bare block: declared perhaps, and block-scoped names are out of reach. */
  readonly isConditional: boolean;
  /** The namespaces that lead here, outermost first. */
  readonly namespace?: readonly string[];
  /** Why nothing that is declared here can be reached, other than by standing in a function. */
  readonly obstacle?: Obstacle;
}

/** What a value is bound to: how its functions are called and reached. */
export interface Target {
  /** Without the prefix of the place. */
  readonly name: string;
  /** In front of the names of members: `Grid.`. */
  readonly memberPrefix: string;
  readonly nameNode: ts.Node;
  /** The whole declaration. */
  readonly declaration: ts.Node;
  readonly access?: AccessPath | undefined;
  /** Overrides the kind that the syntax of the function tells. */
  readonly kind?: FunctionKind | undefined;
  readonly obstacle?: Obstacle | undefined;
  readonly isClassMember?: boolean;
}

/** What is still to be looked at: any code, a value with a name, or a function that is already recognised. */
export type Visit =
  | { readonly kind: 'code'; readonly node: ts.Node; readonly place: Place }
  | { readonly kind: 'value'; readonly expression: ts.Expression; readonly target: Target; readonly place: Place }
  | {
      readonly kind: 'function';
      readonly node: SubjectNode;
      readonly functionKind: FunctionKind;
      readonly target: Target;
      readonly place: Place;
    };

export function hasModifier(node: ts.Node, kind: ts.ModifierSyntaxKind): boolean {
  return ts.canHaveModifiers(node) && node.modifiers?.some((modifier) => modifier.kind === kind) === true;
}

export interface MemberName {
  readonly label: string;
  /** The label shows an expression; no path leads to the member. */
  readonly isComputed: boolean;
  readonly isPrivate: boolean;
}

export function memberName(name: ts.PropertyName): MemberName {
  if (ts.isPrivateIdentifier(name)) return { label: name.text, isComputed: false, isPrivate: true };
  if (!ts.isComputedPropertyName(name)) return { label: name.text, isComputed: false, isPrivate: false };
  const { expression } = name;
  if (ts.isStringLiteralLike(expression) || ts.isNumericLiteral(expression))
    return { label: expression.text, isComputed: false, isPrivate: false };
  return { label: `[${dottedName(expression) ?? '...'}]`, isComputed: true, isPrivate: false };
}

/** `a.b.c` as text; undefined for anything else. */
export function dottedName(expression: ts.Expression): string | undefined {
  if (ts.isIdentifier(expression)) return expression.text;
  if (expression.kind === ts.SyntaxKind.ThisKeyword) return 'this';
  if (!ts.isPropertyAccessExpression(expression)) return undefined;
  const owner = dottedName(expression.expression);
  return owner === undefined ? undefined : `${owner}.${expression.name.text}`;
}

/** The value inside parentheses, type assertions and `Object.freeze(...)`, which give back the same object. */
export function unwrapValue(expression: ts.Expression): ts.Expression {
  let value = expression;
  for (;;) {
    if (
      ts.isParenthesizedExpression(value) ||
      ts.isAsExpression(value) ||
      ts.isSatisfiesExpression(value) ||
      ts.isNonNullExpression(value) ||
      ts.isTypeAssertionExpression(value)
    ) {
      value = value.expression;
      continue;
    }
    const [first, second] = ts.isCallExpression(value) ? value.arguments : [];
    const callee = ts.isCallExpression(value) ? dottedName(value.expression) : undefined;
    if (first === undefined || second !== undefined || (callee !== 'Object.freeze' && callee !== 'Object.seal'))
      return value;
    value = first;
  }
}
