// The variables that a function uses: where each gets its values, and whether it can change between two places of the function.
// Types and values are left to value-ranges.ts.
import ts from 'typescript';

export type Definition =
  /** `x = e`, or an initializer. */
  | { readonly kind: 'value'; readonly node: ts.Node; readonly expression: ts.Expression }
  /** `x += e` and the like; `operator` is the operator without the `=`. */
  | {
      readonly kind: 'update';
      readonly node: ts.BinaryExpression;
      readonly operator: ts.SyntaxKind;
      readonly operand: ts.Expression;
    }
  /** `x++`, `--x`. */
  | { readonly kind: 'step'; readonly node: ts.Node; readonly delta: 1 | -1 }
  /** Declared without a value: undefined. */
  | { readonly kind: 'unset'; readonly node: ts.Node }
  /** A parameter, a loop binding, a destructured value: only its type is known. */
  | { readonly kind: 'typed'; readonly node: ts.Node };

export interface Variable {
  readonly id: number;
  readonly name: string;
  readonly symbol: ts.Symbol;
  readonly declaration: ts.Declaration | undefined;
  readonly definitions: readonly Definition[];
  /** Every mention, the declaring one and assignment targets included. */
  readonly references: readonly ts.Identifier[];
  /** Declared outside of the function: a global, a name of the module or of an enclosing function. */
  readonly isFree: boolean;
  /** Mentioned in a function nested in the function. */
  readonly isCaptured: boolean;
  /** Given a value in a nested function, or free and not constant: may change whenever other code runs. */
  readonly changesElsewhere: boolean;
}

export interface FunctionVariables {
  readonly functionNode: ts.Node;
  readonly all: readonly Variable[];
  of(node: ts.Node): Variable | undefined;
  /** Never given a value after its first. */
  isConstant(variable: Variable): boolean;
  /**
   * Whether the value at `use` is still the one that was seen at `seen`, whenever control reaches `use`.
   * `seen` is evaluated on every way to `use` since the variable came into being.
   */
  isFixedBetween(variable: Variable, seen: ts.Node, use: ts.Node): boolean;
  /** No value is given to it inside `region`. */
  isFixedDuring(variable: Variable, region: ts.Node): boolean;
}

interface MutableVariable {
  readonly id: number;
  readonly symbol: ts.Symbol;
  readonly definitions: Definition[];
  readonly references: ts.Identifier[];
  isFree: boolean;
  isCaptured: boolean;
  changesElsewhere: boolean;
}

export function collectVariables(functionNode: ts.SignatureDeclaration, checker: ts.TypeChecker): FunctionVariables {
  const bySymbol = new Map<ts.Symbol, MutableVariable>();
  const byIdentifier = new Map<ts.Node, MutableVariable>();

  const enter = (identifier: ts.Identifier): void => {
    const symbol = symbolOf(identifier, checker);
    if (symbol === undefined) return;
    let variable = bySymbol.get(symbol);
    if (variable === undefined) {
      const isFree = !declaredInside(symbol, functionNode);
      variable = {
        id: bySymbol.size,
        symbol,
        definitions: [],
        references: [],
        isFree,
        isCaptured: false,
        changesElsewhere: false,
      };
      if (isFree) {
        variable.changesElsewhere = !isConstDeclared(symbol);
        const initializer = constInitializer(symbol);
        if (initializer !== undefined)
          variable.definitions.push({ kind: 'value', node: initializer, expression: initializer });
      }
      bySymbol.set(symbol, variable);
    }
    byIdentifier.set(identifier, variable);
    variable.references.push(identifier);
    const nested = enclosingFunction(identifier) !== functionNode;
    if (nested) variable.isCaptured = true;
    const definition = definitionAt(identifier);
    if (definition === undefined) return;
    variable.definitions.push(definition);
    if (nested) variable.changesElsewhere = true;
  };

  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && !isMemberName(node)) enter(node);
    if (!ts.isTypeNode(node)) ts.forEachChild(node, visit);
  };
  ts.forEachChild(functionNode, visit);

  for (const variable of bySymbol.values()) {
    const declaration = variable.symbol.valueDeclaration;
    if (!variable.isFree && declaration && mayBeReadUnset(variable, declaration)) variable.definitions.push({ kind: 'unset', node: declaration });
  }
  const all = [...bySymbol.values()].map(
    (variable): Variable =>
      Object.assign(variable, { name: variable.symbol.name, declaration: variable.symbol.valueDeclaration }),
  );
  const finished = new Map(all.map((variable) => [variable.symbol, variable]));
  const of = (node: ts.Node): Variable | undefined => {
    const found = byIdentifier.get(node);
    return found && finished.get(found.symbol);
  };
  return {
    functionNode,
    all,
    of,
    isConstant: (variable) => !variable.changesElsewhere && variable.definitions.length <= 1,
    isFixedDuring: (variable, region) =>
      !variable.changesElsewhere && !variable.definitions.some((definition) => isInside(definition.node, region)),
    isFixedBetween: (variable, seen, use) =>
      !variable.changesElsewhere &&
      !variable.definitions.some((definition) => mayRunBetween(definition.node, seen, use)),
  };
}

/** A `var` is undefined until its first assignment, which must stand before every mention and around it. */
function mayBeReadUnset(variable: MutableVariable, declaration: ts.Declaration): boolean {
  if (!ts.isVariableDeclaration(declaration) || (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.BlockScoped) !== 0) return false;
  const first = variable.definitions[0];
  if (first?.kind !== 'value') return true;
  let block = first.node.parent;
  while (!ts.isBlock(block) && !ts.isForStatement(block) && !ts.isFunctionLike(block) && block.parent !== undefined) block = block.parent;
  return variable.references.some((reference) => reference.pos < first.node.pos || !isInside(reference, block));
}

/**
 * Whether `change` may run after `seen` and before `use`. Control flow is structured, so text order is execution order except around
 * loops: one that holds `use` and `change` but not `seen` may run the change and come back to the use, and one that holds `seen` and
 * `change` but not `use` may run the change on its way out.
 */
function mayRunBetween(change: ts.Node, seen: ts.Node, use: ts.Node): boolean {
  for (let loop: ts.Node | undefined = seen.parent; loop !== undefined && !ts.isFunctionLike(loop); loop = loop.parent) {
    if (ts.isIterationStatement(loop, false) && isInside(change, loop) && !isInside(use, loop)) return true;
  }
  for (let loop: ts.Node | undefined = use.parent; loop !== undefined && !ts.isFunctionLike(loop); loop = loop.parent) {
    if (!ts.isIterationStatement(loop, false) || !isInside(change, loop)) continue;
    // The initializer of a loop runs once, like code before it.
    const seenEachTime =
      isInside(seen, loop) && !(ts.isForStatement(loop) && loop.initializer && isInside(seen, loop.initializer));
    if (!seenEachTime && !(ts.isForStatement(loop) && loop.initializer && isInside(change, loop.initializer)))
      return true;
    // The incrementor runs after the body and before the condition is looked at again.
    if (
      ts.isForStatement(loop) &&
      loop.incrementor &&
      isInside(change, loop.incrementor) &&
      loop.condition &&
      isInside(seen, loop.condition)
    ) {
      if (isInside(use, loop.statement)) return false;
    }
  }
  return change.end > seen.end && change.pos < use.end;
}

export function isInside(node: ts.Node, region: ts.Node): boolean {
  for (let ancestor: ts.Node | undefined = node; ancestor !== undefined; ancestor = ancestor.parent) {
    if (ancestor === region) return true;
  }
  return false;
}

/** The expression without parentheses, `!`, `as` and `satisfies`. */
export function bare(expression: ts.Expression): ts.Expression {
  let inner = expression;
  while (isWrapper(inner)) inner = inner.expression;
  return inner;
}

/** The outermost expression that only wraps this one in parentheses, `!`, `as` or `satisfies`. */
export function wrapped(expression: ts.Expression): ts.Expression {
  let outer = expression;
  while (isWrapper(outer.parent)) outer = outer.parent;
  return outer;
}

function isWrapper(node: ts.Node): node is ts.Expression & { readonly expression: ts.Expression } {
  return ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node);
}

export function enclosingFunction(node: ts.Node): ts.Node | undefined {
  let ancestor: ts.Node | undefined = node.parent;
  while (ancestor !== undefined && !ts.isFunctionLike(ancestor) && !ts.isClassLike(ancestor))
    ancestor = ancestor.parent;
  return ancestor;
}

function symbolOf(identifier: ts.Identifier, checker: ts.TypeChecker): ts.Symbol | undefined {
  if (ts.isShorthandPropertyAssignment(identifier.parent))
    return checker.getShorthandAssignmentValueSymbol(identifier.parent);
  return checker.getSymbolAtLocation(identifier);
}

function isMemberName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  if (ts.isPropertyAssignment(parent) || ts.isMethodDeclaration(parent)) return parent.name === node;
  if (ts.isBindingElement(parent)) return parent.propertyName === node;
  return ts.isLabeledStatement(parent) || ts.isBreakOrContinueStatement(parent);
}

function declaredInside(symbol: ts.Symbol, functionNode: ts.Node): boolean {
  const { declarations } = symbol;
  return (
    declarations !== undefined &&
    declarations.length > 0 &&
    declarations.every((node) => node !== functionNode && isInside(node, functionNode))
  );
}

function isConstDeclared(symbol: ts.Symbol): boolean {
  const declaration = symbol.valueDeclaration;
  return (
    declaration !== undefined &&
    ts.isVariableDeclaration(declaration) &&
    (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0
  );
}

/** The value of a free constant, when it is written as a number. */
function constInitializer(symbol: ts.Symbol): ts.Expression | undefined {
  const declaration = symbol.valueDeclaration;
  if (declaration === undefined || !isConstDeclared(symbol) || !ts.isVariableDeclaration(declaration)) return undefined;
  const { initializer } = declaration;
  return initializer && ts.isNumericLiteral(bare(initializer)) ? initializer : undefined;
}

/** What the mention of a variable does to it: undefined when it only reads. */
function definitionAt(identifier: ts.Identifier): Definition | undefined {
  const { parent } = identifier;
  if (ts.isVariableDeclaration(parent) && parent.name === identifier) {
    const list = parent.parent;
    if (parent.initializer !== undefined) return { kind: 'value', node: parent, expression: parent.initializer };
    if (ts.isVariableDeclarationList(list) && ts.isForOfStatement(list.parent)) return { kind: 'typed', node: parent };
    if (ts.isVariableDeclarationList(list) && ts.isForInStatement(list.parent)) return { kind: 'typed', node: parent };
    return ts.isCatchClause(list) ? { kind: 'typed', node: parent } : { kind: 'unset', node: parent };
  }
  if ((ts.isParameter(parent) || ts.isBindingElement(parent)) && parent.name === identifier)
    return { kind: 'typed', node: parent };
  if ((ts.isFunctionDeclaration(parent) || ts.isClassDeclaration(parent)) && parent.name === identifier)
    return { kind: 'typed', node: parent };
  return assignmentAt(identifier);
}

function assignmentAt(identifier: ts.Identifier): Definition | undefined {
  const target = wrapped(identifier);
  const { parent } = target;
  if (ts.isBinaryExpression(parent) && parent.left === target && isAssignmentOperator(parent.operatorToken.kind)) {
    const operator = parent.operatorToken.kind;
    if (operator === ts.SyntaxKind.EqualsToken) return { kind: 'value', node: parent, expression: parent.right };
    const plain = operatorOfAssignment(operator);
    return plain === undefined
      ? { kind: 'typed', node: parent }
      : { kind: 'update', node: parent, operator: plain, operand: parent.right };
  }
  if ((ts.isPrefixUnaryExpression(parent) || ts.isPostfixUnaryExpression(parent)) && isStepOperator(parent.operator)) {
    return { kind: 'step', node: parent, delta: parent.operator === ts.SyntaxKind.PlusPlusToken ? 1 : -1 };
  }
  if ((ts.isForOfStatement(parent) || ts.isForInStatement(parent)) && parent.initializer === target)
    return { kind: 'typed', node: parent };
  return isPatternTarget(target) ? { kind: 'typed', node: parent } : undefined;
}

export function isStepOperator(operator: ts.SyntaxKind): boolean {
  return operator === ts.SyntaxKind.PlusPlusToken || operator === ts.SyntaxKind.MinusMinusToken;
}

/** Whether the expression stands in a destructuring pattern on the left of an assignment or in a loop head. */
function isPatternTarget(target: ts.Node): boolean {
  let node = target;
  for (;;) {
    const { parent } = node;
    if (
      ts.isArrayLiteralExpression(parent) ||
      ts.isObjectLiteralExpression(parent) ||
      ts.isSpreadElement(parent) ||
      ts.isSpreadAssignment(parent)
    )
      node = parent;
    else if (ts.isPropertyAssignment(parent) && parent.initializer === node) node = parent;
    else if (ts.isShorthandPropertyAssignment(parent) && parent.name === node) node = parent;
    else if (ts.isParenthesizedExpression(parent)) node = parent;
    else if (
      ts.isBinaryExpression(parent) &&
      parent.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
      parent.left === node
    ) {
      if (ts.isArrayLiteralExpression(node) || ts.isObjectLiteralExpression(node)) return true;
      node = parent;
    } else
      return (
        (ts.isForOfStatement(parent) || ts.isForInStatement(parent)) && parent.initializer === node && node !== target
      );
  }
}

const plainOperators: ReadonlyMap<ts.SyntaxKind, ts.SyntaxKind> = new Map([
  [ts.SyntaxKind.PlusEqualsToken, ts.SyntaxKind.PlusToken],
  [ts.SyntaxKind.MinusEqualsToken, ts.SyntaxKind.MinusToken],
  [ts.SyntaxKind.AsteriskEqualsToken, ts.SyntaxKind.AsteriskToken],
  [ts.SyntaxKind.AsteriskAsteriskEqualsToken, ts.SyntaxKind.AsteriskAsteriskToken],
  [ts.SyntaxKind.SlashEqualsToken, ts.SyntaxKind.SlashToken],
  [ts.SyntaxKind.PercentEqualsToken, ts.SyntaxKind.PercentToken],
  [ts.SyntaxKind.AmpersandEqualsToken, ts.SyntaxKind.AmpersandToken],
  [ts.SyntaxKind.BarEqualsToken, ts.SyntaxKind.BarToken],
  [ts.SyntaxKind.CaretEqualsToken, ts.SyntaxKind.CaretToken],
  [ts.SyntaxKind.LessThanLessThanEqualsToken, ts.SyntaxKind.LessThanLessThanToken],
  [ts.SyntaxKind.GreaterThanGreaterThanEqualsToken, ts.SyntaxKind.GreaterThanGreaterThanToken],
  [ts.SyntaxKind.GreaterThanGreaterThanGreaterThanEqualsToken, ts.SyntaxKind.GreaterThanGreaterThanGreaterThanToken],
]);

/** `+` of `+=`; undefined for `=` and the logical ones. */
export function operatorOfAssignment(operator: ts.SyntaxKind): ts.SyntaxKind | undefined {
  return plainOperators.get(operator);
}

export function isAssignmentOperator(operator: ts.SyntaxKind): boolean {
  return operator >= ts.SyntaxKind.FirstAssignment && operator <= ts.SyntaxKind.LastAssignment;
}
