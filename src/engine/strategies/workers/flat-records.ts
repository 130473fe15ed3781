// Records of primitives, alone or in a list, of which code uses nothing but the fields that their type tells: a copy in another thread serves as well, unless
// the record is an instance of a class, which a look at its prototype tells. What else it holds nobody asks for.
import ts from 'typescript';
import { isPrimitiveType } from '../../source/primitive-types.ts';
import { isNameOnly } from '../../source/ranges/expressions.ts';
import { calledFunctions } from './called-functions.ts';

/** `one` record, which may be missing, or a `list` of them. */
export type RecordForm = 'one' | 'list';

export function recordForm(type: ts.Type, checker: ts.TypeChecker): RecordForm | undefined {
  if (recordsIn(type, checker).length > 0) return 'one';
  const element = elementOf(type, checker);
  return element !== undefined && recordsIn(element, checker).length > 0 ? 'list' : undefined;
}

/** Whether the code at `root`, and the functions of the project that it mentions, use nothing of such records but their fields. */
export function usesFieldsOnly(root: ts.Node, types: readonly ts.Type[], checker: ts.TypeChecker): boolean {
  const records = new Set(types.flatMap((type) => recordsIn(elementOf(type, checker) ?? type, checker)));
  const [, ...functions] = calledFunctions(root, checker);
  const use = new FieldUse(records, new Set(functions), checker);
  // What comes of an expression is not used in it.
  return use.areOfFields(root) && functions.every((one) => use.isOfFields(one));
}

function elementOf(type: ts.Type, checker: ts.TypeChecker): ts.Type | undefined {
  return checker.isArrayType(type) ? checker.getTypeArguments(type as ts.TypeReference)[0] : undefined;
}

/** The types of the records that a value may be, beside primitives; none where it may be anything else. */
function recordsIn(type: ts.Type, checker: ts.TypeChecker): readonly ts.Type[] {
  const parts = (type.isUnion() ? type.types : [type]).filter((part) => !isPrimitiveType(part));
  return parts.every((part) => isRecord(part, checker)) ? parts : [];
}

function isRecord(type: ts.Type, checker: ts.TypeChecker): boolean {
  const properties = checker.getPropertiesOfType(type);
  return (
    (type.flags & ts.TypeFlags.Object) !== 0 &&
    !checker.isArrayType(type) &&
    !checker.isTupleType(type) &&
    checker.getIndexInfosOfType(type).length === 0 &&
    type.getCallSignatures().length + type.getConstructSignatures().length === 0 &&
    properties.length > 0 &&
    properties.every((property) => isPrimitiveType(checker.getTypeOfSymbol(property)))
  );
}

class FieldUse {
  readonly #records: ReadonlySet<ts.Type>;
  readonly #functions: ReadonlySet<ts.Node>;
  readonly #checker: ts.TypeChecker;
  readonly #known = new Map<ts.Type, boolean>();

  constructor(records: ReadonlySet<ts.Type>, functions: ReadonlySet<ts.Node>, checker: ts.TypeChecker) {
    this.#records = records;
    this.#functions = functions;
    this.#checker = checker;
  }

  isOfFields(node: ts.Node): boolean {
    if (ts.isTypeNode(node)) return true;
    if (ts.isIdentifier(node) && node.text === 'arguments') return false;
    if (ts.isObjectBindingPattern(node) && node.elements.some(isOpenElement)) return false;
    if (ts.isParameter(node) && !ts.isObjectBindingPattern(node.name) && this.#takesUnseen(this.#typeOf(node)))
      return false;
    if (ts.isExpression(node) && !isNameOnly(node) && this.#holds(this.#typeOf(node)) && !this.#isInParts(node))
      return false;
    return this.areOfFields(node);
  }

  areOfFields(node: ts.Node): boolean {
    return ts.forEachChild(node, (child) => (this.isOfFields(child) ? undefined : true)) === undefined;
  }

  #typeOf(node: ts.Node): ts.Type {
    return this.#checker.getTypeAtLocation(node);
  }

  /** Whether values of the type are such records, or lists and iterators of them. Nothing puts them anywhere else: that would be another use. */
  #holds(type: ts.Type): boolean {
    const known = this.#known.get(type);
    if (known !== undefined) return known;
    this.#known.set(type, false);
    const holds = this.#records.has(type) || this.#partsOf(type).some((part) => this.#holds(part));
    this.#known.set(type, holds);
    return holds;
  }

  /** A callback may be given such records under another type, `(q: { x: number }) => ...`, and what it does with them would not be seen. */
  #takesUnseen(type: ts.Type, seen = new Set(this.#records)): boolean {
    if (seen.has(type)) return false;
    seen.add(type);
    const takesAny = (one: ts.Type): boolean =>
      one.isTypeParameter() || [...this.#records].some((record) => this.#checker.isTypeAssignableTo(record, one));
    if (!type.isUnion() && takesAny(type)) return true;
    return this.#partsOf(type).some((part) => this.#takesUnseen(part, seen));
  }

  #partsOf(type: ts.Type): readonly ts.Type[] {
    if (type.isUnionOrIntersection()) return type.types;
    const isReference =
      (type.flags & ts.TypeFlags.Object) !== 0 &&
      ((type as ts.ObjectType).objectFlags & ts.ObjectFlags.Reference) !== 0;
    return isReference ? this.#checker.getTypeArguments(type as ts.TypeReference) : [];
  }

  /** The record, or the list, stays what it is here under a type that tells of it, or a part of it is read. */
  #isInParts(node: ts.Expression): boolean {
    const { parent } = node;
    const isKept = (): boolean => this.#holds(this.#typeOf(parent));
    // The `value` of what an iterator gives is of any type.
    if (ts.isPropertyAccessExpression(parent))
      return parent.expression === node && (this.#typeOf(parent).flags & ts.TypeFlags.Any) === 0;
    if (ts.isElementAccessExpression(parent)) {
      return parent.expression === node && !this.#isRecord(this.#typeOf(node));
    }
    if (ts.isCallExpression(parent)) return this.#isHandedToHelper(node, parent);
    if (ts.isVariableDeclaration(parent))
      return ts.isIdentifier(parent.name) ? this.#holds(this.#typeOf(parent.name)) : parent.type === undefined;
    if (ts.isForOfStatement(parent))
      return parent.expression === node && ts.isVariableDeclarationList(parent.initializer);
    if (ts.isNonNullExpression(parent) || ts.isParenthesizedExpression(parent)) return isKept();
    if (ts.isArrayLiteralExpression(parent)) return isKept();
    if (ts.isSpreadElement(parent)) return ts.isArrayLiteralExpression(parent.parent) && isKept();
    if (ts.isConditionalExpression(parent)) return parent.condition === node || isKept();
    if (ts.isBinaryExpression(parent)) return this.#isQuiet(node, parent);
    if (ts.isPrefixUnaryExpression(parent)) return parent.operator === ts.SyntaxKind.ExclamationToken;
    return ts.isIfStatement(parent) || ts.isExpressionStatement(parent);
  }

  #isRecord(type: ts.Type): boolean {
    return (type.isUnion() ? type.types : [type]).some((part) => this.#records.has(part));
  }

  #isHandedToHelper(node: ts.Expression, call: ts.CallExpression): boolean {
    const helper = this.#checker.getResolvedSignature(call)?.declaration;
    const parameter = helper?.parameters[call.arguments.indexOf(node)];
    if (helper === undefined || parameter === undefined || !this.#functions.has(helper)) return false;
    if (!ts.isParameter(parameter) || parameter.dotDotDotToken !== undefined) return false;
    return this.#holds(this.#typeOf(parameter));
  }

  #isQuiet(node: ts.Expression, whole: ts.BinaryExpression): boolean {
    const { left, operatorToken } = whole;
    const { kind } = operatorToken;
    if (kind === ts.SyntaxKind.EqualsEqualsEqualsToken || kind === ts.SyntaxKind.ExclamationEqualsEqualsToken)
      return true;
    if (kind === ts.SyntaxKind.AmpersandAmpersandToken && left === node) return true;
    return joining.has(kind) && this.#holds(this.#typeOf(whole));
  }
}

/** One of both is what comes of them. */
const joining: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
]);

/** What is left of an object, or has a computed name: nobody knows which fields that is. */
function isOpenElement({ dotDotDotToken, propertyName }: ts.BindingElement): boolean {
  return dotDotDotToken !== undefined || (propertyName !== undefined && ts.isComputedPropertyName(propertyName));
}
