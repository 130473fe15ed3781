// Everything that runs code by being evaluated: calls, `new`, `super`, tagged templates, getters and setters. What is called is found here
// and judged by effects-calls.ts and effects-builtins.ts.
import ts from 'typescript';
import { applyBehaviour, emitThrowing } from './effects-builtins.ts';
import { type CallArgument, type CallSite, callUnit, callValue } from './effects-calls.ts';
import { iterate, sharedMemory } from './effects-conversions.ts';
import { type Member, type MemberAccess, mayBeReplaced, readMember, symbolOfMember } from './effects-members.ts';
import { noRoots, type Roots, union, unknownRoots } from './effects-roots.ts';
import { textOf, type WalkState } from './effects-state.ts';
import { constructorBehaviour, errorBehaviour, isTypedArrayName } from './known-globals.ts';

/** Answers true when the assignment runs a setter, whose effects are then counted. */
export function runSetter(state: WalkState, target: MemberAccess, receiver: Roots, value: Roots): boolean {
  const declarations = symbolOfMember(state, target)?.declarations ?? [];
  const setter = declarations.find(ts.isSetAccessor);
  if (setter === undefined) return false;
  if (state.facts.symbols.originOf(setter).kind === 'library') return false;
  if (setter.body === undefined || mayBeReplaced(state, setter, target.expression)) {
    state.emit('unknown-call', target, `assigns \`${textOf(target)}\`, a setter whose code is not certain`);
    return true;
  }
  callUnit(state, setter, siteOf(target, receiver, [{ roots: value }]));
  return true;
}

export function memberOf(state: WalkState, access: MemberAccess): Member {
  return readMember(state, access, (getter, receiver) =>
    ts.isGetAccessor(getter) ? callUnit(state, getter, siteOf(access, receiver, [])) : unknownRoots,
  );
}

function siteOf(node: ts.Expression, thisRoots: Roots, args: readonly CallArgument[]): CallSite {
  return { node, name: textOf(node), thisRoots, args, spread: noRoots };
}

function evaluateArguments(state: WalkState, args: readonly ts.Expression[]): { args: CallArgument[]; spread: Roots } {
  const passed: CallArgument[] = [];
  let spread = noRoots;
  for (const expression of args) {
    const roots = state.evaluate(expression);
    if (ts.isSpreadElement(expression)) spread = union(spread, roots);
    else passed.push({ roots, expression });
  }
  return { args: passed, spread };
}

export function evaluateCall(state: WalkState, node: ts.CallExpression): Roots {
  const callee = unwrapCallee(node.expression);
  if (callee.kind === ts.SyntaxKind.SuperKeyword) return evaluateSuper(state, node);
  if (callee.kind === ts.SyntaxKind.ImportKeyword) {
    state.emit('input-output', node, 'imports a module while it runs');
    return unknownRoots;
  }
  const name = textOf(callee);
  if (name === 'eval') {
    state.emit('dynamic-scope', node, 'calls `eval`', { name });
    return unknownRoots;
  }
  const isMember = ts.isPropertyAccessExpression(callee) || ts.isElementAccessExpression(callee);
  const member = isMember ? memberOf(state, callee) : { value: state.evaluate(callee), receiver: unknownRoots };
  const site = {
    node,
    name,
    thisRoots: member.receiver,
    receiver: isMember ? callee.expression : undefined,
    ...evaluateArguments(state, node.arguments),
  };
  return callValue(state, member.value, site);
}

function unwrapCallee(node: ts.Expression): ts.Expression {
  return ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node) ? unwrapCallee(node.expression) : node;
}

export function evaluateTaggedTemplate(state: WalkState, node: ts.TaggedTemplateExpression): Roots {
  const tag = node.tag;
  const isMember = ts.isPropertyAccessExpression(tag) || ts.isElementAccessExpression(tag);
  const member = isMember ? memberOf(state, tag) : { value: state.evaluate(tag), receiver: unknownRoots };
  const spans = ts.isTemplateExpression(node.template) ? node.template.templateSpans : [];
  const values = spans.map((span) => ({ roots: state.evaluate(span.expression), expression: span.expression }));
  const args = [{ roots: state.fresh(node.template, noRoots) }, ...values];
  return callValue(state, member.value, { node, name: textOf(tag), thisRoots: member.receiver, args, spread: noRoots });
}

export function evaluateNew(state: WalkState, node: ts.NewExpression): Roots {
  const callee = state.evaluate(node.expression);
  const passed = evaluateArguments(state, node.arguments ?? []);
  const name = textOf(node.expression);
  const made = state.fresh(node, noRoots);
  for (const root of callee) {
    const unit = state.facts.unitOf(root);
    if (unit !== undefined && ts.isClassLike(unit)) {
      construct(state, unit, { node, name: `new ${name}`, thisRoots: made, ...passed });
      continue;
    }
    const global = root.startsWith('global:') ? root.slice('global:'.length) : '';
    if (isTypedArrayName(global) || global === 'DataView') {
      const [first] = passed.args;
      emitThrowing(state, 'Constructor', global, { node, name: `new ${name}`, thisRoots: noRoots, ...passed });
      const shared = sharedMemory(state, first?.expression, first?.roots ?? noRoots);
      if (first?.expression && shared.size === 0 && first.roots.size > 0) iterate(state, first.expression, first.roots);
      return union(made, shared);
    }
    const behaviour = constructorBehaviour(global, node.arguments?.length ?? 0);
    if (behaviour) {
      const site = { node, name: `new ${name}`, thisRoots: noRoots, ...passed };
      emitThrowing(state, 'Constructor', global, site);
      return applyBehaviour(state, behaviour, site, callValue);
    }
    state.emit('unknown-call', node, `calls \`new ${name}\`, whose code is not known`, { name });
    return unknownRoots;
  }
  if (callee.size === 0 && state.settled)
    state.emit('unknown-call', node, `calls \`new ${name}\`, whose code is not known`, { name });
  return made;
}

/** Without a constructor of its own a class gives its base class the arguments as they are. */
function construct(state: WalkState, unit: ts.ClassLikeDeclaration, site: CallSite): void {
  callUnit(state, unit, site);
  const isWritten = unit.members.some((member) => ts.isConstructorDeclaration(member) && member.body !== undefined);
  if (!isWritten) constructBase(state, unit, site);
}

function constructBase(state: WalkState, unit: ts.ClassLikeDeclaration | undefined, site: CallSite): void {
  const base = unit?.heritageClauses?.find((clause) => clause.token === ts.SyntaxKind.ExtendsKeyword)?.types[0];
  const callee = base ? state.evaluate(base.expression) : noRoots;
  if (base && callee.size === 0 && state.settled)
    state.emit('unknown-call', site.node, `calls \`${site.name}\`, whose base class is not known`);
  for (const root of callee) {
    const baseUnit = state.facts.unitOf(root);
    if (baseUnit !== undefined && ts.isClassLike(baseUnit)) {
      construct(state, baseUnit, site);
      continue;
    }
    // Of the classes of the language those of errors do nothing but keep what they are told.
    const behaviour = root.startsWith('global:') ? errorBehaviour(root.slice('global:'.length)) : undefined;
    if (behaviour) applyBehaviour(state, behaviour, { ...site, thisRoots: noRoots }, callValue);
    else state.emit('unknown-call', site.node, `calls \`${site.name}\`, whose base class is not known`);
  }
}

/** `super(...)`: the base class's part of making the object. */
function evaluateSuper(state: WalkState, node: ts.CallExpression): Roots {
  const passed = evaluateArguments(state, node.arguments);
  const unit = ts.findAncestor(node, ts.isClassLike);
  constructBase(state, unit, { node, name: 'super', thisRoots: state.thisRoots, ...passed });
  return noRoots;
}
