// Calling a library function: its row in the tables, applied to the roots of its receiver and arguments.
import type ts from 'typescript';
import { allArguments, applyRegexp, checkConversions, iterateArgument, rootsOfArgument } from './effects-arguments.ts';
import type { CallSite } from './effects-calls.ts';
import { copyProperties } from './effects-conversions.ts';
import { readAsJson } from './effects-json.ts';
import { noRoots, type Root, type Roots, union, unknownRoots } from './effects-roots.ts';
import { textOf, type WalkState } from './effects-state.ts';
import { type BuiltinBehaviour, builtinBehaviour } from './known-globals.ts';
import { throwsForSome } from './throwing-builtins.ts';

/** Handed in, so that this file and effects-calls.ts need not import each other. */
export type ValueCaller = (state: WalkState, callee: Roots, site: CallSite) => Roots;

/** `root` is `builtin:Array.push`. */
export function applyBuiltin(state: WalkState, root: Root, site: CallSite, callValue: ValueCaller): Roots {
  const [owner = '', ...rest] = root.slice('builtin:'.length).split('.');
  const behaviour = builtinBehaviour(owner, rest.join('.'));
  if (behaviour !== undefined) {
    emitThrowing(state, owner, rest.join('.'), site);
    return applyBehaviour(state, behaviour, site, callValue);
  }
  const message = `calls \`${site.name}\`, a built-in that is not known to be harmless`;
  state.emit('unknown-call', site.node, message, { name: site.name });
  return unknownRoots;
}

export function emitThrowing(state: WalkState, owner: string, name: string, site: CallSite): void {
  const args = site.args.map(({ expression }) => expression);
  if (throwsForSome(owner, name, args, (node) => state.facts.symbols.typeOf(node)))
    state.emit('may-throw', site.node, `calls \`${site.name}\`, which may throw`, { name: site.name });
}

export function applyBehaviour(
  state: WalkState,
  behaviour: BuiltinBehaviour,
  site: CallSite,
  callValue: ValueCaller,
): Roots {
  if (behaviour.impure) {
    state.emit(behaviour.impure.kind, site.node, `calls \`${site.name}\`, ${behaviour.impure.why}`, {
      name: site.name,
    });
  }
  checkConversions(state, behaviour, site);
  if (behaviour.regexp) applyRegexp(state, behaviour.regexp, site);
  const written = rootsWritten(behaviour, site);
  state.emitWrite(written, site.node, `calls \`${site.name}\``);
  const args = allArguments(site);
  if (behaviour.storesArguments) state.heap.store(written, union(args, state.heap.reachable(args)));
  const iterated = behaviour.iterates === undefined ? noRoots : iterateArgument(state, site, behaviour.iterates);
  if (behaviour.readsProperties) applyPropertyReads(state, behaviour, site, callValue);
  const results = applyCallback(state, behaviour, site, iterated, callValue);
  return returned(state, behaviour, site, results, iterated);
}

function rootsWritten(behaviour: BuiltinBehaviour, site: CallSite): Roots {
  if (behaviour.writes === 'receiver') return site.thisRoots;
  return behaviour.writes === 'first-argument' ? rootsOfArgument(site, 0) : noRoots;
}

/** Getters of the arguments, and where they are made JSON `toJSON` in them, run; a further function (the replacer of `JSON.stringify`) is called with anything. */
function applyPropertyReads(
  state: WalkState,
  behaviour: BuiltinBehaviour,
  site: CallSite,
  callValue: ValueCaller,
): void {
  site.args.forEach((argument, index) => {
    const isTarget = behaviour.writes === 'first-argument' && index === 0;
    if (argument.expression === undefined || isTarget) return;
    const type = state.facts.symbols.typeOf(argument.expression);
    if (type.getCallSignatures().length === 0) {
      if (behaviour.readsProperties === 'in depth') readAsJson(state, argument.expression);
      else copyProperties(state, argument.expression, argument.roots);
    } else {
      const anything = [{ roots: unknownRoots }, { roots: unknownRoots }];
      callValue(state, argument.roots, {
        ...site,
        name: textOf(argument.expression),
        args: anything,
        thisRoots: unknownRoots,
      });
    }
  });
}

function applyCallback(
  state: WalkState,
  behaviour: BuiltinBehaviour,
  site: CallSite,
  iterated: Roots,
  callValue: ValueCaller,
): Roots {
  const { callback } = behaviour;
  const argument = callback && site.args[callback.argument];
  if (callback === undefined || argument === undefined) return noRoots;
  const { expression } = argument;
  if (expression && state.isPrimitive(expression)) return noRoots;
  const own =
    site.receiver && hasPrimitiveElements(state, site.receiver) ? noRoots : state.heap.reachable(site.thisRoots);
  const elements = union(own, iterated);
  const call = (accumulated: Roots): Roots =>
    callValue(state, argument.roots, {
      node: expression ?? site.node,
      name: expression ? textOf(expression) : site.name,
      thisRoots: unknownRoots,
      args: handedOver(callback.receives, elements, site.thisRoots, accumulated).map((roots) => ({ roots })),
      spread: noRoots,
    });
  if (callback.receives !== 'accumulator') return call(noRoots);
  // The result of one round is the accumulator of the next; without an initial value the first element is.
  const first = site.args.length > 1 ? rootsOfArgument(site, 1) : elements;
  return union(first, call(union(first, call(first))));
}

function hasPrimitiveElements(state: WalkState, receiver: ts.Expression): boolean {
  return state.facts.symbols.hasPrimitiveElements(state.facts.symbols.typeOf(receiver));
}

function handedOver(
  receives: NonNullable<BuiltinBehaviour['callback']>['receives'],
  elements: Roots,
  receiver: Roots,
  accumulated: Roots,
): readonly Roots[] {
  switch (receives) {
    case 'elements':
      return [elements, elements, receiver];
    case 'pairs':
      return [elements, elements];
    case 'accumulator':
      return [accumulated, elements, noRoots, receiver];
    case 'argument-elements':
      return [elements, noRoots];
    case 'nothing':
      return [];
  }
}

function returned(
  state: WalkState,
  behaviour: BuiltinBehaviour,
  site: CallSite,
  results: Roots,
  iterated: Roots,
): Roots {
  switch (behaviour.returns) {
    case 'receiver':
      return site.thisRoots;
    case 'element':
      return state.heap.reachable(site.thisRoots);
    case 'first-argument':
      return rootsOfArgument(site, 0);
    case 'accumulator':
      return results;
    case 'fresh-of-results': {
      const isMapped = behaviour.callback !== undefined && site.args[behaviour.callback.argument] !== undefined;
      return state.freshArray(site.node, isMapped ? union(results, state.heap.reachable(results)) : iterated);
    }
    case 'fresh-array':
      return state.freshArray(site.node, contentsOf(state, behaviour, site, iterated));
    case 'fresh': {
      // What is inside of a fresh structure (rows of `Object.entries`, values of `JSON.parse`) is as fresh as itself.
      const roots = state.fresh(site.node, contentsOf(state, behaviour, site, iterated));
      state.heap.store(roots, roots);
      return roots;
    }
    default:
      return noRoots;
  }
}

function contentsOf(state: WalkState, behaviour: BuiltinBehaviour, site: CallSite, iterated: Roots): Roots {
  const args = allArguments(site);
  const receiver = behaviour.isOfNamespace === true ? noRoots : site.thisRoots;
  return union(args, iterated, state.heap.reachable(union(args, receiver)));
}
