// Where an object may come from, as seen by one function, and what objects made in it may contain. The points-to lattice of the effect
// analysis: sets only grow, so every fixpoint over them ends.

/**
 * `param:0` the argument, `param:0*` anything reachable from it, `this`, `this*`, `fresh:<site>` made here (`fresh:array:<site>` an array), `function:<id>` a function or
 * class whose code is known, `builtin:<parent>.<name>` a library function, `result:0` what calling the first parameter gives,
 * `module:<name>`, `captured:<name>`, `frozen:<name>` (never written), `global:<name>`, `foreign:<why>` and `io:<why>` (functions whose code is not seen), `unknown`.
 * The empty set is a primitive.
 */
export type Root = string;
export type Roots = ReadonlySet<Root>;

export const noRoots: Roots = new Set();
export const unknownRoots: Roots = new Set(['unknown']);

export function union(...sets: readonly Roots[]): Roots {
  const filled = sets.filter((set) => set.size > 0);
  if (filled.length === 0) return noRoots;
  if (filled.length === 1) return filled[0] ?? noRoots;
  return new Set(filled.flatMap((set) => [...set]));
}

export function isFresh(root: Root): boolean {
  return root.startsWith('fresh:');
}

export const freshArrayPrefix = 'fresh:array:';

/** Elements and properties of these are plain data, whatever the checker takes them for. */
export function areAllFreshArrays(roots: Roots): boolean {
  return [...roots].every((root) => root.startsWith(freshArrayPrefix));
}

export function areAllFresh(roots: Roots): boolean {
  return [...roots].every(isFresh);
}

/** The number in `param:2`, `param:2*` and `result:2`. */
export function parameterIndex(root: Root): number | undefined {
  const match = /^(?:param|result):(\d+)\*?$/.exec(root);
  return match?.[1] === undefined ? undefined : Number(match[1]);
}

/** What objects may contain, as far as it was stored by the code that is analysed. */
export class Heap {
  readonly contents = new Map<Root, Set<Root>>();
  #grown = false;

  /** Whether something was added since this was last asked. */
  takeGrowth(): boolean {
    const grown = this.#grown;
    this.#grown = false;
    return grown;
  }

  noteGrowth(): void {
    this.#grown = true;
  }

  store(targets: Roots, values: Roots): void {
    if (values.size === 0) return;
    for (const target of targets) this.growInto(this.cell(cellName(target)), values);
  }

  growInto(set: Set<Root>, values: Roots): void {
    for (const value of values) {
      if (set.has(value)) continue;
      set.add(value);
      this.#grown = true;
    }
  }

  /** What reading any property or element of these objects may give. */
  read(roots: Roots): Roots {
    const result = new Set<Root>();
    for (const root of roots) {
      const self = insideOf(root);
      if (self !== undefined) result.add(self);
      for (const inner of this.contents.get(cellName(root)) ?? []) result.add(inner);
    }
    return result;
  }

  /** Everything reachable from these objects, themselves left out unless they contain themselves. */
  reachable(roots: Roots): Roots {
    const result = new Set<Root>();
    let frontier: Roots = roots;
    while (frontier.size > 0) {
      const next = new Set<Root>();
      for (const root of this.read(frontier)) {
        if (result.has(root)) continue;
        result.add(root);
        next.add(root);
      }
      frontier = next;
    }
    return result;
  }

  private cell(root: Root): Set<Root> {
    const existing = this.contents.get(root);
    if (existing) return existing;
    const created = new Set<Root>();
    this.contents.set(root, created);
    return created;
  }
}

/** An argument and what is reachable from it share their contents: it may be reachable from itself. */
function cellName(root: Root): Root {
  return root.endsWith('*') ? root.slice(0, -1) : root;
}

/** The root for whatever was inside of an object before this code ran; undefined when there was nothing. */
function insideOf(root: Root): Root | undefined {
  if (isFresh(root) || root.startsWith('builtin:')) return undefined;
  if (root === 'this' || root.startsWith('param:') || root.startsWith('result:'))
    return root.endsWith('*') ? root : `${root}*`;
  return root;
}
