// Finds out what a function body does with a value. Follows aliases, elements, properties, callbacks of array methods, and calls to
// functions of the same program. Leaves the conclusion to shape-of-use.ts and parameter-roles.ts.
import ts from 'typescript';
import { fileCallOf } from '../source/file-calls.ts';
import { methodEvidence } from './method-evidence.ts';
import {
  enclosingFunction,
  isArithmetic,
  isBitOperator,
  isCondition,
  isEquality,
  isLoopCondition,
  isOrderComparison,
} from './operators.ts';
import { type ParsedAs, Uses } from './uses.ts';

/** Uses of everything that the names in `binding` stand for, within `body`. */
export function usesOfBinding(binding: ts.BindingName, body: ts.Node, checker: ts.TypeChecker): Uses {
  const uses = new Uses();
  new UseCollector(checker).followBinding(binding, body, uses);
  return uses;
}

export function usesOfExpressions(expressions: readonly ts.Expression[], checker: ts.TypeChecker): Uses {
  const uses = new Uses();
  const collector = new UseCollector(checker);
  for (const expression of expressions) collector.place(expression, uses);
  return uses;
}

class UseCollector {
  private readonly checker: ts.TypeChecker;
  private readonly seen = new Set<ts.Symbol>();

  constructor(checker: ts.TypeChecker) {
    this.checker = checker;
  }

  followBinding(binding: ts.BindingName, body: ts.Node, uses: Uses): void {
    if (ts.isIdentifier(binding)) {
      this.followName(binding, body, uses);
      return;
    }
    for (const [index, element] of binding.elements.entries()) {
      if (ts.isOmittedExpression(element)) continue;
      if (ts.isArrayBindingPattern(binding)) {
        uses.total++;
        uses.list++;
        const itsUses = uses.isCells ? uses.cellAt(index) : uses.elements;
        if (element.dotDotDotToken === undefined) this.followBinding(element.name, body, itsUses);
      } else if (element.dotDotDotToken === undefined) {
        const name = element.propertyName ?? element.name;
        if (!ts.isIdentifier(name)) continue;
        uses.total++;
        const property = uses.property(name.text);
        property.total++;
        if (element.initializer !== undefined) this.literal(element.initializer, property);
        this.followBinding(element.name, body, property);
      }
    }
  }

  private followName(name: ts.Identifier, body: ts.Node, uses: Uses): void {
    const symbol = this.checker.getSymbolAtLocation(name);
    if (symbol === undefined || this.seen.has(symbol)) return;
    this.seen.add(symbol);
    const visit = (node: ts.Node): void => {
      if (ts.isIdentifier(node) && node.text === name.text && node !== name) {
        const found = ts.isShorthandPropertyAssignment(node.parent)
          ? this.checker.getShorthandAssignmentValueSymbol(node.parent)
          : this.checker.getSymbolAtLocation(node);
        if (found === symbol) this.place(node, uses);
      }
      ts.forEachChild(node, visit);
    };
    visit(body);
  }

  /** Reads what the parents of an expression say about its value. */
  place(expression: ts.Expression, uses: Uses): void {
    let node: ts.Node = expression;
    while (
      ts.isParenthesizedExpression(node.parent) ||
      ts.isNonNullExpression(node.parent) ||
      ts.isAsExpression(node.parent)
    )
      node = node.parent;
    const parent = node.parent;
    uses.total++;
    if (ts.isPropertyAccessExpression(parent) && parent.expression === node) {
      this.member(parent, uses);
    } else if (ts.isElementAccessExpression(parent)) {
      this.element(parent, node, uses);
    } else if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) {
      this.call(parent, node, uses);
    } else if (ts.isBinaryExpression(parent)) {
      this.binary(parent, node, uses);
    } else if (ts.isForOfStatement(parent) && parent.expression === node) {
      this.iteration(parent, uses);
    } else if (ts.isSpreadElement(parent)) {
      uses.iterated++;
    } else if (ts.isPrefixUnaryExpression(parent)) {
      this.prefix(parent, uses);
    } else if (ts.isPostfixUnaryExpression(parent)) {
      uses.number++;
    } else if (ts.isVariableDeclaration(parent) && parent.initializer === node) {
      this.followBinding(parent.name, enclosingFunction(parent), uses);
    } else if (ts.isAwaitExpression(parent)) {
      uses.promise++;
    } else if (ts.isForInStatement(parent) && parent.expression === node) {
      uses.map++;
    } else if (ts.isArrowFunction(parent) && parent.body === node && isMapping(parent)) {
      this.place(parent.parent, uses.listOf());
    } else if (ts.isSwitchStatement(parent) && parent.expression === node) {
      for (const clause of parent.caseBlock.clauses) {
        if (!ts.isCaseClause(clause)) continue;
        if (ts.isStringLiteralLike(clause.expression)) uses.comparedTexts.push(clause.expression.text);
        this.literal(clause.expression, uses);
      }
    } else if (isCondition(parent, node)) {
      uses.truth++;
    } else if (ts.isTypeOfExpression(parent) && ts.isBinaryExpression(parent.parent)) {
      this.typeTest(parent.parent, parent, uses);
    }
  }

  private member(access: ts.PropertyAccessExpression, uses: Uses): void {
    const name = access.name.text;
    const isCall = ts.isCallExpression(access.parent) && access.parent.expression === access;
    if (name === 'toString' && isCall && uses.isFileText) {
      // Bytes become the text.
      this.place(access.parent as ts.CallExpression, uses);
    } else if (name === 'length' && !isCall) {
      uses.sequence++;
    } else if (isCall && methodEvidence(name) !== undefined) {
      this.method(name, access.parent as ts.CallExpression, uses);
    } else {
      this.place(access, uses.property(name));
    }
  }

  private method(name: string, call: ts.CallExpression, uses: Uses): void {
    const evidence = methodEvidence(name);
    if (evidence === undefined) return;
    uses[evidence.of]++;
    if (name === 'split') this.pieces(call, uses);
    const callback = call.arguments[0];
    if (
      evidence.elementParameter !== undefined &&
      callback !== undefined &&
      (ts.isArrowFunction(callback) || ts.isFunctionExpression(callback))
    ) {
      const parameter = callback.parameters[evidence.elementParameter];
      if (parameter !== undefined) this.followBinding(parameter.name, callback.body, uses.elements);
    }
    if (evidence.takesElement === true && callback !== undefined) this.literal(callback, uses.elements);
    if (evidence.givesElement === true) this.place(call, uses.elements);
    // `rows.slice(1)`, `values.filter(...)`: what is done with the result says what the elements are.
    if (evidence.givesSame === true) this.place(call, uses);
  }

  private element(access: ts.ElementAccessExpression, node: ts.Node, uses: Uses): void {
    if (access.expression === node) {
      if (ts.isStringLiteral(access.argumentExpression)) {
        this.place(access, uses.property(access.argumentExpression.text));
      } else {
        uses.sequence++;
        const index = uses.isCells ? access.argumentExpression : undefined;
        const isOneCell = index !== undefined && ts.isNumericLiteral(index);
        this.place(access, isOneCell ? uses.cellAt(Number(index.text)) : uses.elements);
      }
    } else {
      uses.number++;
      uses.whole++;
      uses.position++;
    }
  }

  private call(call: ts.CallExpression | ts.NewExpression, node: ts.Node, uses: Uses): void {
    if (call.expression === node) {
      if (ts.isCallExpression(call)) uses.calls.push(call);
      return;
    }
    const index = [...(call.arguments ?? [])].indexOf(node as ts.Expression);
    const callee = call.expression.getText();
    const file = ts.isCallExpression(call) ? fileCallOf(call, this.checker) : undefined;
    if (file !== undefined && index === 0) {
      const isWritten = /^(append|write|createWrite)/.test(file.name);
      this.parsed(uses, isWritten ? 'new-file' : 'file');
      if (/^readFile/.test(file.name)) {
        uses.contents ??= new Uses();
        uses.contents.isFileText = true;
        this.place(awaited(file.call), uses.contents);
      }
      return;
    }
    if (callee.startsWith('Math.') || callee === 'isNaN' || /^Number\.(is|parse)?/.test(callee)) uses.number++;
    else if (callee === 'JSON.parse' && ts.isCallExpression(call)) this.json(call, uses);
    else if (callee === 'parseInt' || callee === 'parseFloat' || callee === 'Number') this.parsed(uses, 'digits');
    else if (callee === 'Array.isArray' || callee === 'Map') uses.list++;
    else if (callee === 'Array.from' || callee === 'Set') uses.iterated++;
    else if (/^Object\.(keys|values|entries)$/.test(callee)) uses.map++;
    else if (/^(Array|Uint8Array|Float64Array|Int32Array|Uint32Array|Float32Array)$/.test(callee)) uses.number++;
    else if (/\.(has|get|add|set|delete)$/.test(callee) && index === 0) uses.whole++;
    else if (/\.repeat$|\.at$|\.charCodeAt$/.test(callee)) uses.number++;
    else this.followCall(call, index, uses);
  }

  private json(call: ts.CallExpression, uses: Uses): void {
    this.parsed(uses, 'json');
    if (uses.parsed !== undefined) return;
    uses.parsed = { call, uses: new Uses() };
    this.place(call, uses.parsed.uses);
  }

  /** `text.split('\n')`, `line.split(',')`: what is done with the pieces says what the text is. */
  private pieces(call: ts.CallExpression, uses: Uses): void {
    const separator = call.arguments[0]?.getText() ?? '';
    if (/\\n/.test(separator)) {
      uses.lines ??= new Uses();
      this.place(call, uses.lines);
    } else if (/^(['"`]),\1$/.test(separator)) {
      uses.cells ??= new Uses();
      uses.cells.isCells = true;
      this.place(call, uses.cells);
    }
  }

  private parsed(uses: Uses, as: ParsedAs): void {
    uses.text++;
    // A file that is read as well must be there.
    if (uses.parsedAs === undefined || (as === 'file' && uses.parsedAs === 'new-file')) uses.parsedAs = as;
  }

  private followCall(call: ts.CallExpression | ts.NewExpression, index: number, uses: Uses): void {
    const declaration = this.checker.getResolvedSignature(call)?.declaration;
    if (
      declaration === undefined ||
      !ts.isFunctionLike(declaration) ||
      !('body' in declaration) ||
      declaration.body === undefined
    )
      return;
    const parameter = declaration.parameters[index];
    if (parameter === undefined || !ts.isParameter(parameter) || parameter.dotDotDotToken !== undefined) return;
    this.followBinding(parameter.name, declaration.body as ts.Node, uses);
  }

  private binary(binary: ts.BinaryExpression, node: ts.Node, uses: Uses): void {
    const operator = binary.operatorToken.kind;
    const other = binary.left === node ? binary.right : binary.left;
    if (isBitOperator(operator)) {
      uses.number++;
      uses.whole++;
    } else if (isArithmetic(operator)) {
      uses.number++;
      if (operator === ts.SyntaxKind.PercentToken) uses.whole++;
    } else if (operator === ts.SyntaxKind.PlusToken || operator === ts.SyntaxKind.PlusEqualsToken) {
      uses.addition++;
      this.literal(other, uses);
    } else if (isOrderComparison(operator)) {
      uses.comparison++;
      if (isLoopCondition(binary)) uses.bound++;
      this.literal(other, uses);
    } else if (isEquality(operator)) {
      if (ts.isStringLiteralLike(other)) uses.comparedTexts.push(other.text);
      this.literal(other, uses);
      heldAgainst(other, uses);
    } else if (operator === ts.SyntaxKind.BarBarToken || operator === ts.SyntaxKind.QuestionQuestionToken) {
      if (binary.left === node) this.literal(other, uses);
      this.place(binary, uses);
    } else if (operator === ts.SyntaxKind.AmpersandAmpersandToken) {
      uses.truth++;
    } else if (operator === ts.SyntaxKind.InKeyword && binary.right === node) {
      uses.map++;
    } else if (operator === ts.SyntaxKind.EqualsToken && binary.right === node && ts.isIdentifier(binary.left)) {
      this.followName(binary.left, enclosingFunction(binary), uses);
    }
  }

  private prefix(unary: ts.PrefixUnaryExpression, uses: Uses): void {
    if (unary.operator === ts.SyntaxKind.ExclamationToken) uses.truth++;
    else uses.number++;
    if (unary.operator === ts.SyntaxKind.TildeToken) uses.whole++;
  }

  private iteration(loop: ts.ForOfStatement, uses: Uses): void {
    uses.iterated++;
    if (!ts.isVariableDeclarationList(loop.initializer)) return;
    const declaration = loop.initializer.declarations[0];
    if (declaration !== undefined) this.followBinding(declaration.name, loop.statement, uses.elements);
  }

  private typeTest(test: ts.BinaryExpression, node: ts.Expression, uses: Uses): void {
    const other = test.left === node ? test.right : test.left;
    if (!ts.isStringLiteral(other)) return;
    if (other.text === 'string') uses.text++;
    if (other.text === 'number') uses.number++;
  }

  private literal(other: ts.Expression, uses: Uses): void {
    if (ts.isStringLiteralLike(other) || ts.isTemplateExpression(other)) {
      uses.literals.push(ts.isStringLiteralLike(other) ? other.text : '');
      uses.total++;
    } else if (ts.isNumericLiteral(other)) {
      uses.literals.push(Number(other.text));
      uses.total++;
    } else if (ts.isArrayLiteralExpression(other)) {
      uses.list++;
    } else if (other.kind === ts.SyntaxKind.TrueKeyword || other.kind === ts.SyntaxKind.FalseKeyword) {
      uses.literals.push(other.kind === ts.SyntaxKind.TrueKeyword);
    }
  }
}

/** What is equal to a length, a place or the code of a character is a whole number; what is equal to a character is a text. */
function heldAgainst(other: ts.Expression, uses: Uses): void {
  const given = ts.isCallExpression(other) ? other.expression : other;
  if (!ts.isPropertyAccessExpression(given)) return;
  const isCall = given !== other;
  const name = given.name.text;
  if (isCall && name === 'charAt') uses.text++;
  if (isCall && (name === 'charCodeAt' || name === 'codePointAt')) uses.characterCode++;
  if (isCall ? /^(charCodeAt|codePointAt|indexOf|lastIndexOf)$/.test(name) : name === 'length') {
    uses.number++;
    uses.whole++;
  }
}

/** The expression whose value is that of the promise, where it is awaited on the spot. */
function awaited(call: ts.Expression): ts.Expression {
  let node = call;
  while (ts.isAwaitExpression(node.parent) || ts.isParenthesizedExpression(node.parent)) node = node.parent;
  return node;
}

/** `lines.map((line) => JSON.parse(line))`: the elements of the list that `map` gives are what the callback gives. */
function isMapping(callback: ts.ArrowFunction): callback is ts.ArrowFunction & { readonly parent: ts.CallExpression } {
  const { parent } = callback;
  return (
    ts.isCallExpression(parent) &&
    parent.arguments[0] === callback &&
    ts.isPropertyAccessExpression(parent.expression) &&
    parent.expression.name.text === 'map'
  );
}
