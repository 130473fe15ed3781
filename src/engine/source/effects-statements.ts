// One pass over a function's parameters and body, or over what `new` of a class runs. Statements matter only by the expressions in them:
// the analysis does not look at their order.
import ts from 'typescript';
import { iterate } from './effects-conversions.ts';
import { evaluate, evaluateClass } from './effects-expressions.ts';
import { isStatic } from './effects-members.ts';
import { noRoots, type Roots, union, unknownRoots } from './effects-roots.ts';
import type { ProgramFacts, Walkers } from './effects-state.ts';
import { WalkState } from './effects-state.ts';
import type { Unit } from './effects-summary.ts';
import { assign, bind } from './effects-writes.ts';

const walkers: Walkers = { evaluate, walkInnerFunction };

export function startWalk(unit: Unit, facts: ProgramFacts): WalkState {
  return new WalkState(unit, facts, walkers);
}

/** Repeats passes until nothing grows, then takes the effects from a last one. */
export function walkUnit(state: WalkState): void {
  state.settled = false;
  do passOver(state);
  while (state.heap.takeGrowth());
  state.effects.clear();
  state.settled = true;
  passOver(state);
}

function passOver(state: WalkState): void {
  const { unit } = state;
  if (ts.isClassLike(unit)) {
    passOverClass(state, unit);
    return;
  }
  if (ts.isConstructorDeclaration(unit)) {
    state.emit('unknown-call', unit, 'is a constructor');
    return;
  }
  bindParameters(state, unit);
  if (unit.body) walkBody(state, unit, unit.body);
}

function bindParameters(state: WalkState, unit: ts.FunctionLikeDeclaration): void {
  unit.parameters.forEach((parameter, index) => {
    const argument = new Set([`param:${index}`]);
    const passed = parameter.dotDotDotToken ? state.fresh(parameter, argument) : argument;
    const fallback = parameter.initializer ? state.evaluate(parameter.initializer) : noRoots;
    bind(state, parameter.name, parameter, union(passed, fallback));
  });
}

function walkBody(state: WalkState, owner: ts.Node, body: ts.ConciseBody): void {
  if (ts.isBlock(body)) walkStatement(state, body);
  else state.growResult(owner, state.evaluate(body));
}

/** Field initialisers, then the constructor. What the base class does belongs to who makes the object. */
function passOverClass(state: WalkState, unit: ts.ClassLikeDeclaration): void {
  const written = unit.members.find(
    (member): member is ts.ConstructorDeclaration => ts.isConstructorDeclaration(member) && member.body !== undefined,
  );
  for (const member of unit.members) {
    const isField = ts.isPropertyDeclaration(member) && !isStatic(member);
    if (isField && member.initializer) state.heap.store(state.thisRoots, state.evaluate(member.initializer));
  }
  if (written?.body) {
    bindParameters(state, written);
    for (const parameter of written.parameters) {
      if (ts.isParameterPropertyDeclaration(parameter, written)) {
        state.heap.store(state.thisRoots, state.variable(parameter));
      }
    }
    walkBody(state, unit, written.body);
  }
}

/** Its parameters get what its callers pass; here only their defaults are added. */
function walkInnerFunction(state: WalkState, node: ts.SignatureDeclaration): void {
  const { current, thisRoots } = state;
  state.current = node;
  if (!ts.isArrowFunction(node)) state.thisRoots = unknownRoots;
  for (const parameter of node.parameters) {
    if (parameter.initializer) bind(state, parameter.name, parameter, state.evaluate(parameter.initializer));
  }
  const body = (node as ts.FunctionLikeDeclaration).body;
  if (body) walkBody(state, node, body as ts.ConciseBody);
  state.current = current;
  state.thisRoots = thisRoots;
}

function walkStatement(state: WalkState, node: ts.Node): void {
  // The label of a jump is no variable.
  if (ts.isBreakOrContinueStatement(node)) return;
  if (ts.isExpression(node)) {
    state.evaluate(node);
  } else if (ts.isVariableDeclaration(node)) {
    if (node.initializer) bind(state, node.name, node, state.evaluate(node.initializer));
    if (ts.getCombinedNodeFlags(node) & ts.NodeFlags.Using) state.emit('unknown-call', node, 'disposes of a resource');
  } else if (ts.isLabeledStatement(node)) {
    walkStatement(state, node.statement);
  } else if (ts.isReturnStatement(node)) {
    if (node.expression) state.growResult(state.current, state.evaluate(node.expression));
  } else if (ts.isThrowStatement(node)) {
    state.emit('may-throw', node, 'may throw');
    state.evaluate(node.expression);
  } else if (ts.isForOfStatement(node)) {
    if (node.awaitModifier) state.emit('awaits', node, 'awaits');
    bindLoopVariable(state, node.initializer, iterate(state, node.expression, state.evaluate(node.expression)));
    walkStatement(state, node.statement);
  } else if (ts.isForInStatement(node)) {
    state.evaluate(node.expression);
    bindLoopVariable(state, node.initializer, noRoots);
    walkStatement(state, node.statement);
  } else if (ts.isCatchClause(node)) {
    if (node.variableDeclaration) bind(state, node.variableDeclaration.name, node.variableDeclaration, unknownRoots);
    walkStatement(state, node.block);
  } else if (ts.isFunctionDeclaration(node)) {
    walkInnerFunction(state, node);
  } else if (ts.isClassDeclaration(node)) {
    evaluateClass(state, node);
  } else if (ts.isWithStatement(node)) {
    state.emit('dynamic-scope', node, 'uses `with`');
  } else if (!ts.isTypeNode(node) && !ts.isInterfaceDeclaration(node) && !ts.isTypeAliasDeclaration(node)) {
    ts.forEachChild(node, (child) => walkStatement(state, child));
  }
}

function bindLoopVariable(state: WalkState, target: ts.ForInitializer, roots: Roots): void {
  if (!ts.isVariableDeclarationList(target)) {
    assign(state, target, roots, () => false);
    return;
  }
  for (const declaration of target.declarations) bind(state, declaration.name, declaration, roots);
}
