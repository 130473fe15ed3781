// Values that came of `JSON.parse`: plain data whatever their type says, without getters as long as nobody puts something into them.
import ts from 'typescript';
import { isWriteTarget } from './effects-references.ts';
import { isLibrary } from './library-symbols.ts';
import { isPrimitiveType } from './primitive-types.ts';
import { bare } from './ranges/expressions.ts';
import { globalName } from './ranges/library-facts.ts';

/** `JSON.parse(text)`, members of it, and a constant that holds one and is only read, or members of it. */
export function isParsedJson(node: ts.Node, checker: ts.TypeChecker): boolean {
  const base = baseOf(node);
  if (base === undefined) return false;
  if (!ts.isIdentifier(base)) return isParseCall(base, checker);
  const symbol = checker.getSymbolAtLocation(base);
  const declaration = symbol?.valueDeclaration;
  if (declaration === undefined || !ts.isVariableDeclaration(declaration)) return false;
  if ((ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) === 0) return false;
  const { initializer } = declaration;
  if (initializer === undefined || !isParseCall(bare(initializer), checker)) return false;
  const scope = ts.findAncestor(declaration, ts.isBlock);
  return (
    scope !== undefined && isOnlyRead(declaration, { scope, isWhole: base === bare(node as ts.Expression) }, checker)
  );
}

/** What a chain of members begins with; of a pattern, the value that is taken apart. */
function baseOf(node: ts.Node): ts.Expression | undefined {
  if (ts.isObjectBindingPattern(node)) {
    const { parent } = node;
    return ts.isVariableDeclaration(parent) && parent.initializer !== undefined
      ? baseOf(parent.initializer)
      : undefined;
  }
  let base = bare(node as ts.Expression);
  while (ts.isPropertyAccessExpression(base) || ts.isElementAccessExpression(base)) base = bare(base.expression);
  return base;
}

/** Without a reviver, which could make anything. */
function isParseCall(node: ts.Expression, checker: ts.TypeChecker): boolean {
  return ts.isCallExpression(node) && node.arguments.length === 1 && isMethodOfJson(node, 'parse', checker);
}

function isMethodOfJson({ expression }: ts.CallExpression, name: string, checker: ts.TypeChecker): boolean {
  const callee = bare(expression);
  return (
    ts.isPropertyAccessExpression(callee) &&
    callee.name.text === name &&
    globalName(callee.expression, checker) === 'JSON'
  );
}

/** Every use but the declaration reads a member or makes JSON of the whole: no second name for it, and nothing is put into it but primitives. */
function isOnlyRead(
  { name }: ts.VariableDeclaration,
  { scope, isWhole }: { readonly scope: ts.Node; readonly isWhole: boolean },
  checker: ts.TypeChecker,
): boolean {
  const symbol = checker.getSymbolAtLocation(name);
  if (!ts.isIdentifier(name) || symbol === undefined) return false;
  const visit = (node: ts.Node): boolean => {
    const isUse = ts.isIdentifier(node) && node !== name && node.text === name.text;
    if (isUse && isMeant(node, symbol, checker) && !isReadMember(node, isWhole, checker) && !isMadeJson(node, checker))
      return false;
    return ts.forEachChild(node, (child) => (visit(child) ? undefined : true)) === undefined;
  };
  return visit(scope);
}

/** `JSON.stringify(record)`, which hands it to nobody. */
function isMadeJson(use: ts.Identifier, checker: ts.TypeChecker): boolean {
  const { parent } = use;
  const isFirst = ts.isCallExpression(parent) && parent.arguments[0] === use && parent.arguments.length === 1;
  return isFirst && isMethodOfJson(parent, 'stringify', checker);
}

function isMeant(use: ts.Identifier, symbol: ts.Symbol, checker: ts.TypeChecker): boolean {
  // A short property names two things.
  return ts.isShorthandPropertyAssignment(use.parent) || checker.getSymbolAtLocation(use) === symbol;
}

/** `record.user.name`, into which nothing is put but primitives; of a record that is made JSON, members that nobody keeps. */
function isReadMember(use: ts.Identifier, isWhole: boolean, checker: ts.TypeChecker): boolean {
  const { parent } = use;
  if (!ts.isPropertyAccessExpression(parent) && !ts.isElementAccessExpression(parent)) return false;
  if (parent.expression !== use) return false;
  let access: ts.Expression = parent;
  while (
    (ts.isPropertyAccessExpression(access.parent) ||
      ts.isElementAccessExpression(access.parent) ||
      ts.isNonNullExpression(access.parent) ||
      ts.isAsExpression(access.parent) ||
      ts.isParenthesizedExpression(access.parent)) &&
    access.parent.expression === access
  ) {
    access = access.parent;
  }
  if (isWriteTarget(access)) return isGivenPrimitive(access.parent, access, checker);
  return !isWhole || isLookedAt(access, checker);
}

/** `record.at = Date.now()`, `record.count += 1`. */
function isGivenPrimitive(write: ts.Node, target: ts.Node, checker: ts.TypeChecker): boolean {
  if (ts.isPrefixUnaryExpression(write) || ts.isPostfixUnaryExpression(write) || ts.isDeleteExpression(write))
    return true;
  if (!ts.isBinaryExpression(write) || write.left !== target) return false;
  return isArithmetic(write.operatorToken.kind) || isPrimitiveType(checker.getTypeAtLocation(write.right));
}

/** Of the assignments: those whose value is a number or a text whatever there was. */
function isArithmetic(operator: ts.SyntaxKind): boolean {
  const keeps = [
    ts.SyntaxKind.EqualsToken,
    ts.SyntaxKind.QuestionQuestionEqualsToken,
    ts.SyntaxKind.BarBarEqualsToken,
    ts.SyntaxKind.AmpersandAmpersandEqualsToken,
  ];
  return !keeps.includes(operator);
}

/** Its value is a primitive, or is only asked about: it gets no second name through which something could be put into it. */
function isLookedAt(value: ts.Expression, checker: ts.TypeChecker): boolean {
  const outer = value.parent;
  if (isPrimitiveType(checker.getTypeAtLocation(value)) || isWriteTarget(value)) return true;
  if (ts.isParenthesizedExpression(outer) || ts.isAsExpression(outer) || ts.isNonNullExpression(outer)) {
    return isLookedAt(outer, checker);
  }
  if (ts.isBinaryExpression(outer)) {
    const { kind } = outer.operatorToken;
    const chooses = [
      ts.SyntaxKind.BarBarToken,
      ts.SyntaxKind.AmpersandAmpersandToken,
      ts.SyntaxKind.QuestionQuestionToken,
    ];
    if (chooses.includes(kind)) return isLookedAt(outer, checker);
    if (kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment) return isArithmetic(kind);
    return kind !== ts.SyntaxKind.CommaToken;
  }
  if (ts.isConditionalExpression(outer)) return outer.condition === value || isLookedAt(outer, checker);
  if (ts.isCallExpression(outer)) {
    const callee = bare(outer.expression);
    const named = ts.isPropertyAccessExpression(callee) ? callee.name : callee;
    const asks = ['has', 'includes', 'get', 'isArray', 'String', 'Number', 'Boolean', 'test', 'stringify'];
    return (
      outer.expression !== value && asks.includes(named.getText()) && isLibrary(checker.getSymbolAtLocation(named))
    );
  }
  return (
    ts.isPrefixUnaryExpression(outer) ||
    ts.isTypeOfExpression(outer) ||
    ts.isTemplateSpan(outer) ||
    ts.isIfStatement(outer) ||
    (ts.isElementAccessExpression(outer) && outer.argumentExpression === value)
  );
}
