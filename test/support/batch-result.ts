// What came of a batch of random programs that were held against the same programs in plain JavaScript.
import { isDeepStrictEqual } from 'node:util';
import { transformSync } from 'esbuild';

export interface BatchResult {
  readonly programs: number;
  /** By back end, programs of which a rewrite gave a value of its own in one call at least. */
  readonly compared: Readonly<Record<string, number>>;
  /** Programs that were compared in none. */
  readonly notCompared: number;
  /** Calls whose outcomes were compared. */
  readonly calls: number;
  /** Calls that a rewrite handed back to the original, as it should where it cannot do as JavaScript does. */
  readonly handedOn: number;
  /** Compared calls of kernels that work in vectors. */
  readonly inVectors: number;
  /** Seed, call, program and both outcomes of each call that differed. */
  readonly differences: readonly string[];
  /** Where programs say which constructs are in them: how many have each, and how many of these were compared. */
  readonly constructs: Readonly<Record<string, ConstructCount>>;
}

export interface ConstructCount {
  readonly programs: number;
  readonly compared: number;
}

export class BatchCount {
  readonly #compared: Record<string, number> = {};
  readonly #differences: string[] = [];
  readonly #seen = new Set<string>();
  readonly #constructs: Record<string, ConstructCount> = {};
  readonly #seed: number;
  calls = 0;
  handedOn = 0;
  inVectors = 0;

  constructor(seed: number) {
    this.#seed = seed;
  }

  /** A value that a rewrite gave, beside that of the original. */
  compare(backEnd: string, program: string, call: string, actual: unknown, expected: unknown): void {
    this.calls += 1;
    this.#seen.add(program);
    if (isDeepStrictEqual(actual, expected)) return;
    this.#differences.push(
      `seed ${this.#seed}, ${backEnd}, call ${call}\n${shown(actual)} instead of ${shown(expected)}\n${program}`,
    );
  }

  /** One program was compared by the back end. */
  noteCompared(backEnd: string): void {
    this.#compared[backEnd] = (this.#compared[backEnd] ?? 0) + 1;
  }

  /** A program has these constructs in it; after its calls. */
  noteConstructs(constructs: readonly string[], program: string): void {
    for (const name of constructs) {
      const known = this.#constructs[name] ?? { programs: 0, compared: 0 };
      const compared = known.compared + (this.#seen.has(program) ? 1 : 0);
      this.#constructs[name] = { programs: known.programs + 1, compared };
    }
  }

  result(programs: number): BatchResult {
    const { calls, handedOn, inVectors } = this;
    const notCompared = programs - this.#seen.size;
    return {
      programs,
      compared: this.#compared,
      notCompared,
      calls,
      handedOn,
      inVectors,
      differences: this.#differences,
      constructs: this.#constructs,
    };
  }
}

function shown(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'number' && (!Number.isFinite(one) || Object.is(one, -0))
      ? `${Object.is(one, -0) ? '-' : ''}${one}`
      : one === undefined
        ? 'undefined'
        : one,
  ).slice(0, 600);
}

/** What a TypeScript text exports. */
export function exportsOf(text: string): Record<string, (...args: unknown[]) => unknown> {
  const module: { exports: Record<string, (...args: unknown[]) => unknown> } = { exports: {} };
  const { code } = transformSync(text, { loader: 'ts', format: 'cjs', target: 'es2022' });
  new Function('module', 'exports', code)(module, module.exports);
  return module.exports;
}
