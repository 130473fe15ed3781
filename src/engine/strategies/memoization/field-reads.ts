// Which fields of an object a function reads, itself and through the project's functions that it hands the object to. When these fields are all
// that it takes of the object, and are primitives, their values at the call say everything that the result can depend on: then it does not
// matter whether the object changes between two calls. Any use that is not the reading of such a field is a refusal.
import ts from 'typescript';
import { withoutAlias } from '../../source/aliases.ts';
import { isWriteTarget } from '../../source/effects-references.ts';
import type { Subject, SubjectNode } from '../../source/subject.ts';
import { isSimpleObject, typeOfField } from './field-types.ts';
import { type KeyKind, kindsOfType } from './key-kinds.ts';

export interface FieldRead {
  /** As the function may read it: `line.start.x`, `pair[0]`. */
  readonly text: string;
  /** `['start', 'x']` */
  readonly path: readonly string[];
  readonly kinds: ReadonlySet<KeyKind>;
  /** Where the function takes the value: the expressions, and the variables that it is taken apart into. */
  readonly uses: (ts.Expression | ts.BindingElement)[];
  /** A function that the object is handed to takes it as well. */
  isReadElsewhere: boolean;
}

export type FieldReads =
  | { readonly ok: true; readonly fields: readonly FieldRead[] }
  | { readonly ok: false; readonly use: ts.Node };

export type NamedVariable = (ts.ParameterDeclaration | ts.BindingElement | ts.VariableDeclaration) & {
  readonly name: ts.Identifier;
};

/** Deeper paths are those of data that refers to itself. */
const DEEPEST = 3;

export function fieldReads(subject: Subject, variable: NamedVariable): FieldReads {
  const search = new FieldSearch(subject);
  const type = subject.checker.getTypeAtLocation(variable.name);
  const use = search.inVariable(variable, subject.node, {
    text: variable.name.text,
    path: [],
    type,
    mayBeMissing: false,
  });
  return use === undefined ? { ok: true, fields: search.fields } : { ok: false, use };
}

/** An object on the way: the argument itself, or an object in it. */
interface Place {
  readonly text: string;
  readonly path: readonly string[];
  readonly type: ts.Type;
  readonly mayBeMissing: boolean;
}

/** Each method answers with the first use, in the subject, that is no reading of a field. */
class FieldSearch {
  readonly #subject: Subject;
  readonly #fields = new Map<string, FieldRead>();
  readonly #handedTo = new Set<string>();

  constructor(subject: Subject) {
    this.#subject = subject;
  }

  get fields(): readonly FieldRead[] {
    return [...this.#fields.values()];
  }

  inVariable(variable: NamedVariable, scope: ts.Node, place: Place): ts.Node | undefined {
    const visit = (node: ts.Node): ts.Node | undefined => {
      const isUse = ts.isIdentifier(node) && node !== variable.name && node.text === variable.name.text;
      if (isUse && this.#means(node, variable)) return this.#inUse(node, scope, place);
      return ts.forEachChild(node, visit);
    };
    return visit(scope);
  }

  #means(node: ts.Identifier, variable: NamedVariable): boolean {
    const { checker } = this.#subject;
    const symbol = ts.isShorthandPropertyAssignment(node.parent)
      ? checker.getShorthandAssignmentValueSymbol(node.parent)
      : checker.getSymbolAtLocation(node);
    return symbol?.declarations?.includes(variable) === true;
  }

  #inUse(node: ts.Expression, scope: ts.Node, place: Place): ts.Node | undefined {
    const { parent } = node;
    if (ts.isTypeQueryNode(parent)) return undefined;
    if (
      ts.isParenthesizedExpression(parent) ||
      ts.isNonNullExpression(parent) ||
      ts.isAsExpression(parent) ||
      ts.isSatisfiesExpression(parent)
    )
      return this.#inUse(parent, scope, place);
    if (ts.isPropertyAccessExpression(parent) && parent.expression === node)
      return this.#inAccess(parent, parent.name.text, scope, place);
    if (ts.isElementAccessExpression(parent) && parent.expression === node) {
      const { argumentExpression: key } = parent;
      const isLiteral = ts.isNumericLiteral(key) || ts.isStringLiteralLike(key);
      return isLiteral ? this.#inAccess(parent, key.text, scope, place) : parent;
    }
    if (ts.isVariableDeclaration(parent) && parent.initializer === node) return this.#inAlias(parent, scope, place);
    if (ts.isCallExpression(parent) && parent.expression !== node) return this.#inCall(parent, node, place);
    return parent;
  }

  #inAccess(
    access: ts.PropertyAccessExpression | ts.ElementAccessExpression,
    name: string,
    scope: ts.Node,
    place: Place,
  ): ts.Node | undefined {
    if (access.questionDotToken || isWriteTarget(access)) return access;
    const field = this.#fieldOf(place, name);
    if (field === undefined) return access;
    if (isObject(field)) return this.#inUse(access, scope, field);
    return this.#record(field, access, scope) ? undefined : access;
  }

  #fieldOf(place: Place, name: string): Place | undefined {
    const isIndex = /^\d+$/.test(name);
    if (place.path.length === DEEPEST || !(isIndex || /^[A-Za-z_$][\w$]*$/.test(name))) return undefined;
    const field = typeOfField(this.#subject, place.type, name);
    const text = `${place.text}${isIndex ? `[${name}]` : `.${name}`}`;
    return field && { ...field, text, path: [...place.path, name] };
  }

  #record(field: Place, use: FieldRead['uses'][number], scope: ts.Node): boolean {
    const kinds = kindsOfType(field.type);
    if (kinds === undefined) return false;
    const { text, path, mayBeMissing } = field;
    if (mayBeMissing) kinds.add('undefined');
    const known = this.#fields.get(text) ?? { text, path, kinds, uses: [], isReadElsewhere: false };
    this.#fields.set(field.text, known);
    if (scope === this.#subject.node) known.uses.push(use);
    else known.isReadElsewhere = true;
    return true;
  }

  /** `const { x, y } = p`, `const q = p`. */
  #inAlias(variable: ts.VariableDeclaration, scope: ts.Node, place: Place): ts.Node | undefined {
    const { name } = variable;
    if (!ts.isIdentifier(name)) return this.inPattern(name, scope, place);
    return this.inVariable(variable as NamedVariable, scope, place);
  }

  inPattern(pattern: ts.BindingPattern, scope: ts.Node, place: Place): ts.Node | undefined {
    for (const [index, element] of pattern.elements.entries()) {
      if (ts.isOmittedExpression(element)) continue;
      const name = ts.isArrayBindingPattern(pattern) ? String(index) : nameOf(element);
      const field = name === undefined || element.dotDotDotToken ? undefined : this.#fieldOf(place, name);
      if (field === undefined) return element;
      const refused = this.#inElement(element, scope, field);
      if (refused) return refused;
    }
    return undefined;
  }

  #inElement(element: ts.BindingElement, scope: ts.Node, field: Place): ts.Node | undefined {
    if (!isObject(field)) {
      const isVariable = ts.isIdentifier(element.name);
      return isVariable && this.#record(field, element, scope) ? undefined : element;
    }
    if (element.initializer) return element;
    if (!ts.isIdentifier(element.name)) return this.inPattern(element.name, scope, field);
    return this.inVariable(element as NamedVariable, scope, field);
  }

  /** What the called function takes of the object is followed; where it takes more, the call is what is refused. */
  #inCall(call: ts.CallExpression, argument: ts.Expression, place: Place): ts.Node | undefined {
    const index = call.arguments.indexOf(argument);
    if (index < 0 || call.arguments.slice(0, index).some(ts.isSpreadElement)) return call;
    const called = this.#functionOf(call.expression);
    const parameter = called?.parameters[index];
    if (called === undefined || parameter === undefined || parameter.dotDotDotToken) return call;
    const key = `${called.getSourceFile().fileName}:${called.pos}:${index}:${place.text}`;
    if (this.#handedTo.has(key)) return undefined;
    this.#handedTo.add(key);
    const refused = ts.isIdentifier(parameter.name)
      ? this.inVariable(parameter as NamedVariable, called, place)
      : this.inPattern(parameter.name, called, place);
    return refused === undefined ? undefined : call;
  }

  /** A function of the project, called by a name that always means it. */
  #functionOf(callee: ts.Expression): SubjectNode | undefined {
    if (!ts.isIdentifier(callee)) return undefined;
    const { checker } = this.#subject;
    const symbol = withoutAlias(checker.getSymbolAtLocation(callee), checker);
    const [declaration, ...others] = symbol?.declarations ?? [];
    if (declaration === undefined || others.length > 0) return undefined;
    if (ts.isFunctionDeclaration(declaration)) return declaration.body && declaration;
    if (ts.isFunctionExpression(declaration)) return declaration;
    if (!ts.isVariableDeclaration(declaration)) return undefined;
    const { initializer } = declaration;
    const isConstant = (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0;
    const isFunction = initializer && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer));
    return isConstant && isFunction ? initializer : undefined;
  }
}

function isObject({ type, mayBeMissing }: Place): boolean {
  return !mayBeMissing && isSimpleObject(type);
}

function nameOf({ propertyName, name }: ts.BindingElement): string | undefined {
  const key = propertyName ?? name;
  if (ts.isIdentifier(key) || ts.isStringLiteralLike(key) || ts.isNumericLiteral(key)) return key.text;
  return undefined;
}
