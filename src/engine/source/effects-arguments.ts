// What a library function does to its arguments: conversions, iteration, the state of regular expressions.
import ts from 'typescript';
import type { CallArgument, CallSite } from './effects-calls.ts';
import { areElementsPrimitive, convertToPrimitive, iterate } from './effects-conversions.ts';
import { isFresh, noRoots, type Roots, union } from './effects-roots.ts';
import type { WalkState } from './effects-state.ts';
import type { BuiltinBehaviour } from './known-globals.ts';

/** Arguments and elements become primitives: an object in their place runs `valueOf` or `toString`. */
export function checkConversions(state: WalkState, behaviour: BuiltinBehaviour, site: CallSite): void {
  if (behaviour.coercesArguments) {
    const converted = behaviour.coercesArguments === 'first' ? site.args.slice(0, 1) : site.args;
    converted.forEach((argument, index) => {
      if (index !== behaviour.callback?.argument || !isCallable(state, argument))
        convertArgument(state, site, argument);
    });
    if (site.spread.size > 0 && !isSpreadPrimitive(state, site.node)) {
      state.emit('unknown-call', site.node, `calls \`${site.name}\` with spread objects, whose \`valueOf\` may run`);
    }
  }
  const hasCallback = behaviour.callback !== undefined && site.args[behaviour.callback.argument] !== undefined;
  const coerces =
    behaviour.coercesElements === 'always' || (behaviour.coercesElements === 'without-callback' && !hasCallback);
  if (!coerces || site.receiver === undefined || site.thisRoots.size === 0) return;
  if (areElementsPrimitive(state, state.facts.symbols.typeOf(site.receiver))) return;
  state.emit('unknown-call', site.node, `calls \`${site.name}\`, which converts elements that may be objects`);
}

function isCallable(state: WalkState, argument: CallArgument): boolean {
  if (argument.expression === undefined) return false;
  const type = state.facts.symbols.typeOf(argument.expression);
  return state.facts.symbols.checker.getSignaturesOfType(type, ts.SignatureKind.Call).length > 0;
}

function convertArgument(state: WalkState, site: CallSite, argument: CallArgument): void {
  if (argument.expression) convertToPrimitive(state, argument.expression, argument.roots);
  else if (argument.roots.size > 0) {
    state.emit('unknown-call', site.node, `calls \`${site.name}\` with objects, whose \`valueOf\` may run`);
  }
}

function isSpreadPrimitive(state: WalkState, call: ts.Node): boolean {
  if (!ts.isCallExpression(call) && !ts.isNewExpression(call)) return false;
  return (call.arguments ?? []).every((argument) => {
    if (!ts.isSpreadElement(argument)) return true;
    const type = state.facts.symbols.typeOf(argument.expression);
    return areElementsPrimitive(state, type) || state.facts.symbols.hasPrimitiveElements(type);
  });
}

/** Global and sticky expressions keep `lastIndex`; any other matching leaves no trace. */
export function applyRegexp(state: WalkState, place: 'receiver' | 'argument', site: CallSite): void {
  const argument = site.args[0];
  if (place === 'argument' && argument?.expression !== undefined && state.isPrimitive(argument.expression)) return;
  const roots = place === 'receiver' ? site.thisRoots : (argument?.roots ?? noRoots);
  const shared = [...roots].filter((root) => !isFresh(root) && !root.startsWith('frozen:'));
  const action = `calls \`${site.name}\` with a regular expression that keeps its place when it is global`;
  state.emitWrite(new Set(shared), site.node, action);
}

/** Roots of what iterating an argument gives. */
export function iterateArgument(state: WalkState, site: CallSite, index: number): Roots {
  const argument = site.args[index];
  if (argument === undefined) return noRoots;
  if (argument.expression === undefined) return state.heap.reachable(argument.roots);
  const type = state.facts.symbols.typeOf(argument.expression);
  // `Array.from({ length: n })`: nothing is iterated.
  const parts = state.facts.symbols.partsOf(type);
  const isPlain = parts.every((part) => state.facts.symbols.isPrimitive(part) || isRecord(part));
  if (isPlain && !state.facts.symbols.isAny(type)) return state.heap.reachable(argument.roots);
  return iterate(state, argument.expression, argument.roots, type);
}

/** An object literal without methods for iteration. */
function isRecord(type: ts.Type): boolean {
  const isLiteral = type.getSymbol()?.name === '__object';
  return isLiteral && !type.getProperties().some((property) => property.name.startsWith('__@'));
}

/** Everything that is passed. */
export function allArguments(site: CallSite): Roots {
  return union(site.spread, ...site.args.map((argument) => argument.roots));
}

export function rootsOfArgument(site: CallSite, index: number): Roots {
  return union(site.args[index]?.roots ?? noRoots, site.spread);
}
