// The state of analysing one function: what its variables may hold, what it returns, which effects it has. Expressions, calls and writes
// are judged by the sibling files, which read and grow this state; a pass is repeated until nothing grows.
import type ts from 'typescript';
import type { EffectKind } from './effects.ts';
import type { ImmutableData } from './effects-immutable.ts';
import type { ReferenceIndex } from './effects-references.ts';
import {
  areAllFreshArrays,
  freshArrayPrefix,
  Heap,
  isFresh,
  noRoots,
  parameterIndex,
  type Root,
  type Roots,
} from './effects-roots.ts';
import type { RawEffect, Summary, Unit } from './effects-summary.ts';
import type { SymbolFacts } from './effects-symbols.ts';

/** What all analyses of one program share. */
export interface ProgramFacts {
  readonly symbols: SymbolFacts;
  readonly references: ReferenceIndex;
  readonly immutable: ImmutableData;
  /** The best summary so far. */
  summaryOf(unit: Unit): Summary;
  /** A root for a function or class whose code is known, and back. */
  functionRoot(unit: Unit): Root;
  unitOf(root: Root): Unit | undefined;
}

/** The two walkers, handed in so that the judging files need not import them. */
export interface Walkers {
  evaluate(state: WalkState, expression: ts.Expression): Roots;
  /** Walks the parameters and the body of a function that stands inside the unit. */
  walkInnerFunction(state: WalkState, node: ts.SignatureDeclaration): void;
}

export class WalkState {
  readonly unit: Unit;
  readonly facts: ProgramFacts;
  readonly heap = new Heap();
  readonly effects = new Map<string, RawEffect>();
  readonly calls = new Map<number, Set<Root>[]>();
  /** What `this` means at the place that is being walked. */
  thisRoots: Roots = new Set(['this']);
  /** The function whose `return` is being walked. */
  current: ts.Node;
  /** True in the last pass, when all roots are known: only then may the absence of roots be judged. */
  settled = false;
  readonly #walkers: Walkers;
  readonly #variables = new Map<ts.Node, Set<Root>>();
  readonly #results = new Map<ts.Node, Set<Root>>();

  constructor(unit: Unit, facts: ProgramFacts, walkers: Walkers) {
    this.unit = unit;
    this.current = unit;
    this.facts = facts;
    this.#walkers = walkers;
  }

  evaluate(expression: ts.Expression): Roots {
    return this.#walkers.evaluate(this, expression);
  }

  walkInnerFunction(node: ts.SignatureDeclaration): void {
    this.#walkers.walkInnerFunction(this, node);
  }

  /** Whether a node stands in the text of the unit. */
  contains(node: ts.Node): boolean {
    const unit: ts.Node = this.unit;
    return node.pos >= unit.pos && node.end <= unit.end && node.getSourceFile() === unit.getSourceFile();
  }

  variable(declaration: ts.Node): Roots {
    return this.#variables.get(declaration) ?? noRoots;
  }

  growVariable(declaration: ts.Node, roots: Roots): void {
    this.#grow(this.#variables, declaration, roots);
  }

  result(node: ts.Node): Roots {
    return this.#results.get(node) ?? noRoots;
  }

  growResult(node: ts.Node, roots: Roots): void {
    this.#grow(this.#results, node, roots);
  }

  /** An object made at this place, holding these. */
  fresh(site: ts.Node, contents: Roots): Roots {
    return this.#made(`fresh:${site.pos}-${site.end}`, contents);
  }

  /** The same for an array or a typed array. */
  freshArray(site: ts.Node, contents: Roots): Roots {
    return this.#made(`${freshArrayPrefix}${site.pos}-${site.end}`, contents);
  }

  /** What a callee made, as made by the call. */
  freshLike(root: Root, site: ts.Node): Roots {
    return areAllFreshArrays(new Set([root])) ? this.freshArray(site, noRoots) : this.fresh(site, noRoots);
  }

  #made(root: Root, contents: Roots): Roots {
    const roots = new Set([root]);
    this.heap.store(roots, contents);
    return roots;
  }

  /** The unit calls its own parameter. */
  recordCall(parameter: number, args: readonly Roots[]): void {
    const known = this.calls.get(parameter) ?? [];
    this.calls.set(parameter, known);
    args.forEach((arg, index) => {
      let set = known[index];
      if (set === undefined) {
        set = new Set();
        known[index] = set;
        this.heap.noteGrowth();
      }
      this.heap.growInto(set, arg);
    });
  }

  emit(
    kind: EffectKind,
    node: ts.Node,
    message: string,
    more: { root?: Root; origin?: string; name?: string } = {},
  ): void {
    const key = `${kind}|${more.root ?? ''}|${node.pos}-${node.end}`;
    if (this.effects.has(key)) return;
    this.effects.set(key, {
      kind,
      message,
      origin: more.origin ?? message,
      node,
      ...(more.root === undefined ? {} : { root: more.root }),
      ...(more.name === undefined ? {} : { name: more.name }),
    });
  }

  /** A write to any of these objects; `action` is a clause like "sorts `xs` in place". */
  emitWrite(roots: Roots, node: ts.Node, action: string, origin?: string): void {
    for (const root of roots) {
      if (isFresh(root)) continue;
      const more = { root, name: nameOfRoot(root), ...(origin === undefined ? {} : { origin }) };
      if (root.startsWith('param:')) this.emit('writes-parameter', node, action, more);
      else if (root === 'this' || root === 'this*') this.emit('writes-this', node, action, more);
      else this.emit('writes-outside', node, `${action}, which ${lives(root)}`, more);
    }
  }

  isPrimitive(node: ts.Node): boolean {
    return this.facts.symbols.isPrimitive(this.facts.symbols.typeOf(node));
  }

  summary(): Summary {
    return {
      effects: [...this.effects.values()],
      returns: this.result(this.unit),
      contents: this.heap.contents,
      calls: this.calls,
    };
  }

  #grow(map: Map<ts.Node, Set<Root>>, key: ts.Node, roots: Roots): void {
    let set = map.get(key);
    if (set === undefined) {
      set = new Set();
      map.set(key, set);
    }
    this.heap.growInto(set, roots);
  }
}

function lives(root: Root): string {
  const name = nameOfRoot(root);
  if (root.startsWith('module:')) return `changes the module's \`${name}\``;
  if (root.startsWith('captured:')) return `changes \`${name}\` of the enclosing function`;
  if (root.startsWith('global:') || root.startsWith('builtin:')) return `changes the global \`${name}\``;
  if (root.startsWith('result:')) return `changes what the parameter ${Number(parameterIndex(root)) + 1} returned`;
  if (root.startsWith('function:')) return 'changes a function or class, which all callers share';
  return 'may change an object that exists elsewhere';
}

function nameOfRoot(root: Root): string {
  const separator = root.indexOf(':');
  return separator < 0 ? root : root.slice(separator + 1);
}

/** Source text of an expression, short enough for a sentence. */
export function textOf(node: ts.Node): string {
  const text = node.getText().replace(/\s+/g, ' ');
  return text.length > 40 ? `${text.slice(0, 37)}...` : text;
}
