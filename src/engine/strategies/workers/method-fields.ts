// What a method needs of its object: data fields that it reads, and private methods that it calls, with what these need. Anything else keeps its work in
// the class. Which method is called is known of private ones (private-methods.ts).
import ts from 'typescript';
import { freshLocalName, isReserved } from '../../source/names.ts';
import type { Subject } from '../../source/subject.ts';
import { isNamedByKey, type PrivateCall, privateMethod } from './private-methods.ts';
import { typeText } from './type-text.ts';

export interface Field {
  readonly name: string;
  /** `this.bias` */
  readonly text: string;
  readonly parameter: string;
  readonly type: string;
}

export interface MovedBody {
  readonly method: ts.MethodDeclaration;
  readonly body: ts.Block;
  /** Every `this.bias` in it. */
  readonly uses: readonly ts.PropertyAccessExpression[];
  /** Every `this.scale(x)` in it, with the names of the fields that go along. */
  readonly calls: readonly (PrivateCall & { readonly given: readonly string[] })[];
  /** What it reads itself, or a method that it calls. */
  readonly fields: readonly Field[];
  /** Private, and called from bodies that move and from nowhere else. */
  readonly isNeededNoMore: boolean;
}

interface Need extends Pick<MovedBody, 'method' | 'body' | 'uses'> {
  readonly calls: readonly PrivateCall[];
}

/** The method first, then the private ones that it calls. Undefined where one of them does anything else with its object. */
export function movedBodies(method: ts.MethodDeclaration, subject: Subject): readonly MovedBody[] | undefined {
  const needs = new Map<ts.MethodDeclaration, Need>();
  if (!addNeeds(method, needs, subject)) return undefined;
  const found = [...needs.values()];
  const fields = fieldsOf(found, subject);
  if (fields === undefined) return undefined;
  const fieldsReadBy = (need: Need): readonly Field[] => {
    const read = namesReadBy(need, needs);
    return fields.filter(({ name }) => read.has(name));
  };
  return found.map((need) => ({
    ...need,
    calls: need.calls.map((one) => {
      const called = needs.get(one.method);
      return { ...one, given: called === undefined ? [] : fieldsReadBy(called).map(({ name }) => name) };
    }),
    fields: fieldsReadBy(need),
    isNeededNoMore: need.method !== method && isCalledIn(found, need) && !isNamedByKey(need.method),
  }));
}

function isCalledIn(needs: readonly Need[], { method }: Need): boolean {
  const { name, parent } = method;
  const calls = needs.flatMap((need) =>
    need.calls.filter((one) => one.method === method).map(({ call }) => call.expression),
  );
  const isOther = (node: ts.Node): boolean => {
    // What is private can be reached by a text in brackets.
    const isNamed = (ts.isMemberName(node) || ts.isStringLiteralLike(node)) && node.text === name.getText();
    const isName = isNamed && node !== name;
    const isOfCall = calls.some((access) => ts.isPropertyAccessExpression(access) && access.name === node);
    return (isName && !isOfCall) || (ts.forEachChild(node, isOther) ?? false);
  };
  return !isOther(parent.getSourceFile());
}

/** False where that is more than can be handed over. */
function addNeeds(method: ts.MethodDeclaration, needs: Map<ts.MethodDeclaration, Need>, subject: Subject): boolean {
  if (needs.has(method)) return true;
  const { body } = method;
  const need = body && needOf(method, body, subject);
  if (need === undefined) return false;
  needs.set(method, need);
  return need.calls.every((one) => addNeeds(one.method, needs, subject));
}

function needOf(method: ts.MethodDeclaration, body: ts.Block, subject: Subject): Need | undefined {
  const { checker } = subject;
  const uses: ts.PropertyAccessExpression[] = [];
  const calls: PrivateCall[] = [];
  const isFine = (child: ts.Node): boolean => {
    if (ts.isFunctionDeclaration(child) || ts.isFunctionExpression(child) || ts.isClassLike(child))
      return !mentionsObject(child);
    if (child.kind === ts.SyntaxKind.SuperKeyword || ts.isMetaProperty(child)) return false;
    if (ts.isIdentifier(child) && child.text === 'arguments') return false;
    if (child.kind === ts.SyntaxKind.ThisKeyword) {
      const { parent } = child;
      if (!ts.isPropertyAccessExpression(parent) || parent.questionDotToken !== undefined) return false;
      const called = privateMethod(parent, method.parent, subject);
      if (called !== undefined) {
        calls.push(called);
        return true;
      }
      uses.push(parent);
      return isDataField(parent, checker);
    }
    if (child.kind === ts.SyntaxKind.ThisType) return false;
    return ts.forEachChild(child, (one) => (isFine(one) ? undefined : true)) === undefined;
  };
  return isFine(body) && !uses.some(isChanged) ? { method, body, uses, calls } : undefined;
}

function namesReadBy(need: Need, needs: ReadonlyMap<ts.MethodDeclaration, Need>): ReadonlySet<string> {
  const all = new Set([need]);
  for (const one of all) {
    for (const { method } of one.calls) {
      const called = needs.get(method);
      if (called !== undefined) all.add(called);
    }
  }
  return new Set([...all].flatMap(({ uses }) => uses.map(({ name }) => name.text)));
}

/** In order of appearance, each under one name in all of the bodies. */
function fieldsOf(needs: readonly Need[], subject: Subject): readonly Field[] | undefined {
  const { checker } = subject;
  const uses = needs.flatMap((need) => need.uses);
  const taken: string[] = [];
  const fields = [...new Set(uses.map(({ name }) => name.text))].map((fieldName): Field | undefined => {
    const ofField = uses.filter(({ name }) => name.text === fieldName);
    const [first] = ofField;
    // Asked of the access, a private name has no type.
    const symbol = first && checker.getSymbolAtLocation(first.name);
    const type = symbol && typeText(checker.getTypeOfSymbol(symbol), subject);
    if (first === undefined || type === undefined) return undefined;
    const plain = fieldName.replace(/^[#_]+/, '');
    const isFree = needs.every(({ method }) => isNamedByFieldsOnly(plain, method));
    const parameter = isFree ? plain : nameForAll(`own${plain.charAt(0).toUpperCase()}${plain.slice(1)}`, needs, taken);
    taken.push(parameter);
    return { name: fieldName, text: first.getText(), parameter, type };
  });
  return fields.includes(undefined) || new Set(taken).size < taken.length ? undefined : (fields as readonly Field[]);
}

function nameForAll(wanted: string, needs: readonly Need[], taken: readonly string[]): string {
  return needs.reduce((name, { method }) => freshLocalName({ node: method }, name, taken), wanted);
}

/** Declared in the class, as a value of its own and by no accessor. */
function isDataField({ name }: ts.PropertyAccessExpression, checker: ts.TypeChecker): boolean {
  const declarations = checker.getSymbolAtLocation(name)?.declarations ?? [];
  return (
    declarations.length > 0 &&
    declarations.every(
      (one) =>
        (ts.isPropertyDeclaration(one) && !isAccessor(one)) || ts.isParameterPropertyDeclaration(one, one.parent),
    )
  );
}

function isAccessor(declaration: ts.PropertyDeclaration): boolean {
  return declaration.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AccessorKeyword) === true;
}

function isChanged(use: ts.PropertyAccessExpression): boolean {
  const { parent } = use;
  if (ts.isBinaryExpression(parent) && parent.left === use)
    return (
      parent.operatorToken.kind >= ts.SyntaxKind.FirstAssignment &&
      parent.operatorToken.kind <= ts.SyntaxKind.LastAssignment
    );
  if (ts.isPrefixUnaryExpression(parent) || ts.isPostfixUnaryExpression(parent))
    return parent.operator === ts.SyntaxKind.PlusPlusToken || parent.operator === ts.SyntaxKind.MinusMinusToken;
  // A function that a field holds would be called without its object; what is taken apart on the left is rare, and left alone.
  if (ts.isCallExpression(parent) && parent.expression === use) return true;
  return ts.isDeleteExpression(parent) || ts.isTaggedTemplateExpression(parent) || isAssignedPattern(use);
}

function isAssignedPattern(use: ts.Node): boolean {
  for (let node = use.parent; !ts.isStatement(node); node = node.parent) {
    const { parent } = node;
    const isLeft =
      (ts.isObjectLiteralExpression(node) || ts.isArrayLiteralExpression(node)) && ts.isBinaryExpression(parent);
    if (isLeft && parent.left === node) return true;
  }
  return ts.isForOfStatement(use.parent) && use.parent.initializer === use;
}

/** No variable that the method uses, its own or one from outside, has the name. */
function isNamedByFieldsOnly(name: string, node: ts.Node): boolean {
  if (!/^[A-Za-z_$][\w$]*$/.test(name) || isReserved(name)) return false;
  const isOther = (child: ts.Node): boolean => {
    const isProperty = ts.isPropertyAccessExpression(child.parent) && child.parent.name === child;
    if (ts.isIdentifier(child) && child.text === name && !isProperty) return true;
    return ts.forEachChild(child, isOther) ?? false;
  };
  return !(ts.forEachChild(node, isOther) ?? false);
}

function mentionsObject(node: ts.Node): boolean {
  const isIt = node.kind === ts.SyntaxKind.ThisKeyword || node.kind === ts.SyntaxKind.SuperKeyword;
  return isIt || (ts.forEachChild(node, mentionsObject) ?? false);
}
