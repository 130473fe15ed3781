// Calling a value: its code is walked in place, translated from its summary, looked up in the tables, or unknown.
import ts from 'typescript';
import { applyBehaviour, applyBuiltin, emitThrowing } from './effects-builtins.ts';
import {
  areAllFresh,
  isFresh,
  noRoots,
  parameterIndex,
  type Root,
  type Roots,
  union,
  unknownRoots,
} from './effects-roots.ts';
import type { WalkState } from './effects-state.ts';
import type { RawEffect, Summary, Unit } from './effects-summary.ts';
import { bind } from './effects-writes.ts';
import { conversionBehaviour } from './known-globals.ts';

/** One place where something is called. */
export interface CallSite {
  readonly node: ts.Node;
  /** What is called, as it reads in the source. */
  readonly name: string;
  readonly thisRoots: Roots;
  /** The receiver's expression, for library methods. */
  readonly receiver?: ts.Expression | undefined;
  readonly args: readonly CallArgument[];
  /** Roots of what `...xs` may put at any place. */
  readonly spread: Roots;
}

export interface CallArgument {
  readonly roots: Roots;
  /** Absent for what a library function hands to its callback. */
  readonly expression?: ts.Expression;
}

/** Calls whatever these roots are; answers the roots of the result. */
export function callValue(state: WalkState, callee: Roots, site: CallSite): Roots {
  const results: Roots[] = [];
  for (const root of callee) results.push(callRoot(state, root, site));
  if (callee.size === 0 && state.settled) emitUnknownCall(state, site, ', whose code is not known');
  return union(...results);
}

function callRoot(state: WalkState, root: Root, site: CallSite): Roots {
  const unit = state.facts.unitOf(root);
  if (unit !== undefined) {
    if (ts.isClassLike(unit)) return emitUnknownCall(state, site, ', which is a class');
    return isWalkedInPlace(state, unit) ? callInPlace(state, unit, site) : callUnit(state, unit, site);
  }
  if (root.startsWith('builtin:')) return applyBuiltin(state, root, site, callValue);
  const global = root.startsWith('global:') ? root.slice('global:'.length) : '';
  const conversion = conversionBehaviour(global);
  if (conversion) {
    emitThrowing(state, 'Conversion', global, site);
    // They do not look at their `this`.
    return applyBehaviour(state, conversion, { ...site, thisRoots: noRoots }, callValue);
  }
  const parameter = parameterIndex(root);
  if (root.startsWith('param:') && !root.endsWith('*') && parameter !== undefined) {
    state.recordCall(
      parameter,
      site.args.map((argument) => union(argument.roots, site.spread)),
    );
    return new Set([`result:${parameter}`]);
  }
  if (root.startsWith('io:')) {
    state.emit('input-output', site.node, `calls \`${site.name}\`${root.slice('io:'.length)}`, { name: site.name });
    return unknownRoots;
  }
  if (root.startsWith('foreign:')) return emitUnknownCall(state, site, root.slice('foreign:'.length));
  return emitUnknownCall(state, site, ', whose code is not known');
}

function emitUnknownCall(state: WalkState, site: CallSite, why: string): Roots {
  state.emit('unknown-call', site.node, `calls \`${site.name}\`${why}`, { name: site.name });
  return unknownRoots;
}

/**
 * Functions that stand inside of the unit share its variables, so they are walked with it, whether or not they are called. The members of a
 * class are not: they are walked when they are called, the constructor and the fields with the class.
 */
function isWalkedInPlace(state: WalkState, unit: Unit): boolean {
  if (unit === state.unit || !state.contains(unit)) return false;
  for (let node: ts.Node = unit; node !== state.unit; node = node.parent) {
    if (!ts.isClassElement(node) || ts.isObjectLiteralExpression(node.parent)) continue;
    const isWalkedWithClass = ts.isConstructorDeclaration(node) || ts.isPropertyDeclaration(node);
    if (!isWalkedWithClass || node.parent !== state.unit) return false;
  }
  return true;
}

function callInPlace(state: WalkState, unit: Exclude<Unit, ts.ClassLikeDeclaration>, site: CallSite): Roots {
  unit.parameters.forEach((parameter, index) => {
    const value = parameter.dotDotDotToken
      ? state.fresh(parameter, argumentsFrom(site, index))
      : union(site.args[index]?.roots ?? noRoots, site.spread);
    bind(state, parameter.name, parameter, value);
  });
  return wrapResult(state, unit, site.node, state.result(unit));
}

function argumentsFrom(site: CallSite, index: number): Roots {
  return union(site.spread, ...site.args.slice(index).map((argument) => argument.roots));
}

/** Calls a function or constructs a class by its summary. */
export function callUnit(state: WalkState, unit: Unit, called: CallSite): Roots {
  // An arrow that calls itself has the `this` that it has already.
  const isArrowAgain = unit === state.unit && ts.isArrowFunction(unit);
  const site = isArrowAgain ? { ...called, thisRoots: new Set(['this']) } : called;
  const summary = state.facts.summaryOf(unit);
  const translate = translator(state, unit, summary, site);
  for (const [root, contents] of summary.contents) state.heap.store(translate(new Set([root])), translate(contents));
  for (const [parameter, args] of summary.calls) {
    const callee = translate(new Set([`param:${parameter}`]));
    const name = `${site.name}'s callback`;
    const passed = args.map((roots) => ({ roots: translate(roots) }));
    callValue(state, callee, { node: site.node, name, thisRoots: unknownRoots, args: passed, spread: noRoots });
  }
  for (const effect of summary.effects) {
    // Its own effects are listed where they happen; only what it writes through its parameters depends on the call.
    if (unit !== state.unit || dependsOnCall(effect)) emitTranslated(state, effect, translate, site);
  }
  return wrapResult(state, unit, site.node, translate(summary.returns));
}

/** Generators and async functions hand out an object that holds the results. */
function wrapResult(state: WalkState, unit: Unit, node: ts.Node, result: Roots): Roots {
  const isGenerator = 'asteriskToken' in unit && unit.asteriskToken !== undefined;
  const isAsync = (ts.getCombinedModifierFlags(unit) & ts.ModifierFlags.Async) !== 0;
  return isGenerator || isAsync ? state.fresh(node, result) : result;
}

/** From the callee's roots to the caller's. */
function translator(state: WalkState, unit: Unit, summary: Summary, site: CallSite): (roots: Roots) => Roots {
  const parameters = ts.isClassLike(unit) ? [] : unit.parameters;
  const restIndex = parameters.findIndex((parameter) => parameter.dotDotDotToken !== undefined);
  const argument = (index: number): Roots =>
    index === restIndex ? argumentsFrom(site, index) : union(site.args[index]?.roots ?? noRoots, site.spread);
  const translateRoot = (root: Root): Roots => {
    const index = parameterIndex(root);
    if (root.startsWith('result:') && index !== undefined) {
      const result = resultOfCallback(state, argument(index), summary, index, site);
      return root.endsWith('*') ? state.heap.reachable(result) : result;
    }
    if (index !== undefined) return root.endsWith('*') ? state.heap.reachable(argument(index)) : argument(index);
    if (root === 'this') return site.thisRoots;
    if (root === 'this*') return state.heap.reachable(site.thisRoots);
    if (isFresh(root)) return state.freshLike(root, site.node);
    return new Set([root]);
  };
  return (roots) => union(...[...roots].map(translateRoot));
}

function resultOfCallback(state: WalkState, callee: Roots, summary: Summary, parameter: number, site: CallSite): Roots {
  // The call itself is made once, where the callee's calls are replayed; here only its result is asked for.
  const results = [...callee].map((root) => {
    const unit = state.facts.unitOf(root);
    if (unit !== undefined && !ts.isClassLike(unit) && isWalkedInPlace(state, unit)) return state.result(unit);
    const known = parameterIndex(root);
    if (root.startsWith('param:') && known !== undefined) return new Set([`result:${known}`]);
    const args = (summary.calls.get(parameter) ?? []).map(() => ({ roots: unknownRoots }));
    return unit === undefined || ts.isClassLike(unit)
      ? unknownRoots
      : translateReturns(state, unit, { ...site, args, thisRoots: unknownRoots });
  });
  return union(...results);
}

function translateReturns(state: WalkState, unit: Unit, site: CallSite): Roots {
  const { returns, contents } = state.facts.summaryOf(unit);
  const isOwn = (root: Root): boolean =>
    root.startsWith('param:') || root.startsWith('this') || root.startsWith('result:');
  const translate = (root: Root): Roots => {
    if (isOwn(root)) return unknownRoots;
    if (!isFresh(root)) return new Set([root]);
    const made = state.freshLike(root, site.node);
    if (contents.get(root)?.size) state.heap.store(made, unknownRoots);
    return made;
  };
  return union(...[...returns].map(translate));
}

function emitTranslated(state: WalkState, effect: RawEffect, translate: (roots: Roots) => Roots, site: CallSite): void {
  const message = `calls \`${site.name}\`, which ${effect.origin}`;
  switch (effect.kind) {
    case 'writes-parameter':
    case 'writes-this':
    case 'writes-outside':
      if (effect.root === undefined || isElsewhere(effect.root)) {
        state.emit('writes-outside', site.node, message, {
          origin: effect.origin,
          root: effect.root ?? 'unknown',
          ...nameOf(effect),
        });
      } else {
        state.emitWrite(translate(new Set([effect.root])), site.node, message, effect.origin);
      }
      return;
    case 'reads-this':
      emitReceiverRead(state, site, message);
      return;
    // They are about how the callee hands out its result, not about what it does.
    case 'awaits':
    case 'yields':
      return;
    default:
      state.emit(effect.kind, site.node, message, { origin: effect.origin, ...nameOf(effect) });
  }
}

function dependsOnCall(effect: RawEffect): boolean {
  return effect.kind === 'writes-parameter' || effect.kind === 'writes-this' || effect.kind === 'reads-this';
}

function nameOf(effect: RawEffect): { name?: string } {
  return effect.name === undefined ? {} : { name: effect.name };
}

/** Roots that mean the same to everybody. */
function isElsewhere(root: Root): boolean {
  return !/^(param|result|this|fresh)/.test(root);
}

/** The callee reads its `this`: that is nothing new for fresh objects and arguments, whose reading is no effect. */
function emitReceiverRead(state: WalkState, site: CallSite, message: string): void {
  if (areAllFresh(site.thisRoots)) return;
  for (const root of site.thisRoots) {
    if (root === 'this' || root === 'this*') state.emit('reads-this', site.node, message);
    if (root === 'unknown') state.emit('reads-mutable-outside', site.node, message);
  }
}
