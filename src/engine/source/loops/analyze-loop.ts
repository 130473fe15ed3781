// Front door of the loop analysis: may the iterations of a loop run in any order, what has to be put together afterwards, what has to be tested
// before, and if not, why not. Conservative: what is not understood is a reason. Objects that several names hold are told apart by guards.
import ts from 'typescript';
import { analyzeEffects, type EffectKind } from '../effects.ts';
import { bare, isInside } from '../ranges/expressions.ts';
import type { Subject } from '../subject.ts';
import { findDependences } from './dependences.ts';
import { type Access, collectAccesses, isPrimitiveAt } from './loop-accesses.ts';
import { loopExits } from './loop-exits.ts';
import type { LoopFacts, LoopReason, LoopScalar } from './loop-facts.ts';
import { type LoopHeader, readLoopHeader } from './loop-header.ts';
import { isTarget, Places } from './places.ts';
import { classifyScalar } from './scalar-classes.ts';
import { isResized, SubscriptForms } from './subscript-forms.ts';

/** The loops of a function that are not inside another one, nor in a function inside of it. */
export function outermostLoops(subject: Subject): readonly ts.IterationStatement[] {
  const loops: ts.IterationStatement[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && node !== subject.node) return;
    if (ts.isIterationStatement(node, false)) loops.push(node);
    else ts.forEachChild(node, visit);
  };
  visit(subject.node);
  return loops;
}

export function analyzeLoop(loop: ts.IterationStatement, subject: Subject): LoopFacts {
  const header = readLoopHeader(loop, subject.checker);
  const facts = { loop, guards: [], scalars: [], collections: [], isSearch: false };
  if (header === undefined) {
    const message = 'The loop does not count from one number to another, and does not go over an array.';
    return { ...facts, isIndependent: false, reasons: [{ code: 'W2', message, node: loop }] };
  }
  const places = new Places(header, subject.checker);
  const forms = new SubscriptForms(header, subject.checker, subject.node);
  const { accesses, reasons: unknown } = collectAccesses(header, subject, places);
  const dependences = findDependences(accesses, header, subject, forms);
  const scalars = scalarsOf(header, subject);
  const exits = loopExits(loop);
  const reasons = [
    ...headReasons(header, subject),
    ...exits,
    ...effectReasons(loop, subject, accesses),
    ...unknown,
    ...dependences.reasons,
    ...scalars.flatMap((scalar) => carriedReason(scalar, loop, subject)),
  ];
  const writesNothing =
    scalars.length === 0 && accesses.every(({ isWrite, place }) => !isWrite || place.kind === 'own');
  return {
    loop,
    isIndependent: reasons.length === 0,
    reasons,
    guards: dependences.guards,
    scalars,
    collections: dependences.collections,
    isSearch:
      exits.length > 0 && exits.length === reasons.length && exits.every(({ code }) => code === 'W4') && writesNothing,
  };
}

function headReasons(header: LoopHeader, subject: Subject): readonly LoopReason[] {
  const { checker } = subject;
  if (header.kind === 'elements') {
    const array = bare(header.array);
    const symbol = ts.isIdentifier(array) ? checker.getSymbolAtLocation(array) : undefined;
    const grows = symbol !== undefined && isResized(symbol, header.loop.statement, checker);
    const message = 'The loop changes the array that it goes over.';
    return grows ? [{ code: 'W2', message, node: header.array }] : [];
  }
  const { loop, variable, name, limit } = header;
  if (mentionsOf(variable, loop.statement, checker).some(isTarget)) {
    return [
      {
        code: 'W1',
        message: `The loop changes \`${name}\` itself, so which iteration is next depends on the ones before.`,
        node: loop.statement,
      },
    ];
  }
  if (!isFixed(limit, header.loop, checker)) {
    const message = `The loop may change \`${limit.getText()}\`, so how many iterations there are depends on the ones before.`;
    return [{ code: 'W2', message, node: limit, unlock: 'Compute the limit before the loop.' }];
  }
  if (header.isDeclaredOutside && isUsedAfter(variable, loop, subject)) {
    return [
      {
        code: 'W1',
        message: `\`${name}\` is used after the loop.`,
        node: loop,
        unlock: `Declare \`${name}\` in the loop.`,
      },
    ];
  }
  return [];
}

/** Literals, variables that the loop does not set, lengths of arrays that it does not resize, and arithmetic on those. */
function isFixed(given: ts.Expression, loop: ts.ForStatement, checker: ts.TypeChecker): boolean {
  const node = bare(given);
  if (ts.isNumericLiteral(node)) return true;
  if (ts.isBinaryExpression(node)) return isFixed(node.left, loop, checker) && isFixed(node.right, loop, checker);
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken)
    return isFixed(node.operand, loop, checker);
  if (ts.isIdentifier(node)) {
    const symbol = checker.getSymbolAtLocation(node);
    return symbol !== undefined && !mentionsOf(symbol, loop.statement, checker).some(isTarget);
  }
  if (ts.isCallExpression(node) && /^Math\.(min|max|floor|ceil|trunc|sqrt)$/.test(node.expression.getText())) {
    return node.arguments.every((argument) => isFixed(argument, loop, checker));
  }
  if (!ts.isPropertyAccessExpression(node)) return false;
  const receiver = bare(node.expression);
  if (!ts.isIdentifier(receiver)) {
    // `grid[0].length`: fixed when no row is set or resized, which only loops without such statements can be sure of.
    return node.name.text === 'length' && ts.isElementAccessExpression(receiver) && isFixedRow(receiver, loop, checker);
  }
  const symbol = checker.getSymbolAtLocation(receiver);
  if (symbol === undefined || mentionsOf(symbol, loop.statement, checker).some(isTarget)) return false;
  if (node.name.text !== 'length') return !writesProperty(loop.statement, node.name.text);
  return !isResized(symbol, loop.statement, checker) && !mayGrow(symbol, loop, checker);
}

function isFixedRow(receiver: ts.ElementAccessExpression, loop: ts.ForStatement, checker: ts.TypeChecker): boolean {
  const base = bare(receiver.expression);
  const symbol = ts.isIdentifier(base) ? checker.getSymbolAtLocation(base) : undefined;
  return (
    symbol !== undefined &&
    ts.isNumericLiteral(receiver.argumentExpression) &&
    mentionsOf(symbol, loop.statement, checker).every(isRead)
  );
}

/** `a[i]`, `a[i][j]` as values. */
function isRead(mention: ts.Identifier): boolean {
  let top: ts.Expression = mention;
  while (ts.isElementAccessExpression(top.parent) && top.parent.expression === top) top = top.parent;
  return top !== mention && !isTarget(top) && !ts.isPropertyAccessExpression(top.parent) && ts.isExpression(top.parent);
}

function writesProperty(region: ts.Node, name: string): boolean {
  if (ts.isPropertyAccessExpression(region) && region.name.text === name && isTarget(region)) return true;
  return ts.forEachChild(region, (child) => writesProperty(child, name)) ?? false;
}

/** `a[expression] = x` where the subscript is not the loop's own variable below `a.length` may make the array longer. */
function mayGrow(symbol: ts.Symbol, loop: ts.ForStatement, checker: ts.TypeChecker): boolean {
  if (!checker.isArrayType(checker.getTypeOfSymbolAtLocation(symbol, loop))) return false;
  return mentionsOf(symbol, loop.statement, checker).some((mention) => {
    const access = mention.parent;
    if (!ts.isElementAccessExpression(access) || access.expression !== mention || !isTarget(access)) return false;
    const index = bare(access.argumentExpression);
    const start = loop.initializer;
    const declared =
      start !== undefined && ts.isVariableDeclarationList(start)
        ? start.declarations[0]?.name.getText()
        : start?.getText().split(/\W/)[0];
    return !ts.isIdentifier(index) || index.text !== declared;
  });
}

function isUsedAfter(symbol: ts.Symbol, loop: ts.IterationStatement, { node, checker }: Subject): boolean {
  return mentionsOf(symbol, node, checker).some((mention) => {
    if (isInside(mention, loop)) return false;
    const { parent } = mention;
    if (ts.isVariableDeclaration(parent) && parent.name === mention) return false;
    const isSet =
      ts.isBinaryExpression(parent) &&
      parent.left === mention &&
      parent.operatorToken.kind === ts.SyntaxKind.EqualsToken;
    return !isSet && !isSetByAnotherLoop(mention, symbol, node, checker);
  });
}

/** `for (i = 0; …)` again: what it held before does not matter. */
function isSetByAnotherLoop(
  mention: ts.Identifier,
  symbol: ts.Symbol,
  within: ts.Node,
  checker: ts.TypeChecker,
): boolean {
  for (let node: ts.Node = mention; node !== within; node = node.parent) {
    if (!ts.isForStatement(node) || node.initializer === undefined) continue;
    const header = readLoopHeader(node, checker);
    if (header?.kind === 'counted' && header.variable === symbol && !isInside(mention, header.start)) return true;
  }
  return false;
}

function scalarsOf({ loop, kind, ...header }: LoopHeader, subject: Subject): readonly LoopScalar[] {
  const { checker, node } = subject;
  const counter = kind === 'counted' && 'variable' in header ? header.variable : undefined;
  const written = new Map<ts.Symbol, ts.Identifier>();
  const visit = (child: ts.Node): void => {
    if (ts.isIdentifier(child) && isTarget(child)) {
      const symbol = checker.getSymbolAtLocation(child);
      const declaration = symbol?.valueDeclaration;
      if (symbol !== undefined && symbol !== counter && declaration !== undefined && !isInside(declaration, loop))
        written.set(symbol, child);
    }
    ts.forEachChild(child, visit);
  };
  visit(loop.statement);
  return [...written].map(([symbol, mention]) => {
    const type = checker.getTypeAtLocation(mention);
    const isKnown = isPrimitiveAt(mention, checker);
    const scalar = classifyScalar({
      symbol,
      name: mention.text,
      loop,
      mentions: mentionsOf(symbol, node, checker),
      functionNode: node,
      isText: (type.flags & ts.TypeFlags.StringLike) !== 0,
      isIntegral: (expression) => isIntegral(expression, checker),
    });
    // What is not known to be a primitive may be any object, and `+` of it any code.
    return isKnown || scalar.class !== 'reduction' ? scalar : { name: scalar.name, symbol, class: 'carried' };
  });
}

/** Whole numbers small enough that no sum over an array leaves the exact ones. */
function isIntegral(given: ts.Expression, checker: ts.TypeChecker): boolean {
  const node = bare(given);
  if (ts.isNumericLiteral(node)) return Number.isInteger(Number(node.text)) && Math.abs(Number(node.text)) <= 2 ** 20;
  if (ts.isConditionalExpression(node))
    return isIntegral(node.whenTrue, checker) && isIntegral(node.whenFalse, checker);
  if (ts.isElementAccessExpression(node)) {
    return /^U?[Ii]nt(8|16)|^Uint8Clamped/.test(checker.getTypeAtLocation(node.expression).getSymbol()?.name ?? '');
  }
  if ((checker.getTypeAtLocation(node).flags & ts.TypeFlags.BigIntLike) !== 0) return true;
  return (
    ts.isBinaryExpression(node) &&
    node.operatorToken.kind === ts.SyntaxKind.AmpersandToken &&
    [node.left, node.right].some((side) => ts.isNumericLiteral(bare(side)) && Number(bare(side).getText()) <= 2 ** 20)
  );
}

function mentionsOf(symbol: ts.Symbol, region: ts.Node, checker: ts.TypeChecker): readonly ts.Identifier[] {
  const found: ts.Identifier[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.text === symbol.name) {
      const own = ts.isShorthandPropertyAssignment(node.parent)
        ? checker.getShorthandAssignmentValueSymbol(node.parent)
        : checker.getSymbolAtLocation(node);
      if (own === symbol) found.push(node);
    }
    ts.forEachChild(node, visit);
  };
  visit(region);
  return found;
}

const verdicts: Readonly<Partial<Record<EffectKind, readonly [code: string, because: string]>>> = {
  nondeterministic: ['C3', 'results would differ with the order of the iterations'],
  'input-output': ['W8', 'the order of such effects is visible'],
  'unknown-call': ['C1', 'what it does is not known'],
  'writes-outside': ['C2', 'every iteration changes it'],
  'dynamic-scope': ['C4', 'what it refers to is not known'],
};

/** Writes through parameters that the accesses account for are judged as dependences; those of code that is not called by name are not. */
function effectReasons(
  loop: ts.IterationStatement,
  subject: Subject,
  accesses: readonly Access[],
): readonly LoopReason[] {
  const file = subject.sourceFile;
  return analyzeEffects(subject).effects.flatMap((effect) => {
    const verdict = verdicts[effect.kind];
    const offset = file.getPositionOfLineAndCharacter(effect.line - 1, effect.column - 1);
    const isWrite = effect.kind === 'writes-parameter' || effect.kind === 'writes-this';
    if (isWrite && offset >= loop.statement.pos && offset < loop.end) {
      const isKnown = accesses.some((access) => access.isWrite && isWrittenAt(access.node, offset, file));
      if (isKnown) return [];
      return [
        {
          code: 'W7',
          message: `The loop ${effect.message}, which iterations share.`,
          node: nodeAt(file, offset, loop),
        },
      ];
    }
    if (verdict === undefined || offset < loop.getStart(file) || offset >= loop.end) return [];
    return [
      { code: verdict[0], message: `The loop ${effect.message}: ${verdict[1]}.`, node: nodeAt(file, offset, loop) },
    ];
  });
}

/** The effect stands at the write, or at the call or assignment around it. */
function isWrittenAt(node: ts.Node, offset: number, file: ts.SourceFile): boolean {
  let statement: ts.Node = node;
  while (!ts.isStatement(statement) && statement.parent !== undefined && statement.getStart(file) > offset)
    statement = statement.parent;
  return statement.getStart(file) <= offset && offset <= node.end;
}

function nodeAt(file: ts.SourceFile, offset: number, within: ts.Node): ts.Node {
  let found = within;
  const visit = (node: ts.Node): void => {
    if (node.getStart(file) <= offset && offset < node.end) {
      found = node;
      if (node.getStart(file) < offset) ts.forEachChild(node, visit);
    }
  };
  ts.forEachChild(within, visit);
  return found;
}

function carriedReason(scalar: LoopScalar, loop: ts.IterationStatement, { checker }: Subject): readonly LoopReason[] {
  if (scalar.class !== 'carried') return [];
  const mention = mentionsOf(scalar.symbol, loop.statement, checker).find(isTarget);
  const message = `\`${scalar.name}\` carries a value from one iteration to the next (\`${mention === undefined ? scalar.name : mention.parent.getText().replaceAll(/\s+/g, ' ').slice(0, 40)}\`).`;
  return [{ code: 'W1', message, node: mention ?? loop }];
}
