// Candidates that take and give typed arrays where the original has plain arrays of numbers. For timing, their inputs are converted as they are
// made, which is outside of the timed region. For comparing, they are called with the plain arrays of the original, and what becomes of the typed
// ones is carried back: results, elements that were written, one array in two places.
import type { InputsEntry, TypedData, VariantModule } from '../../../model/variant.ts';

/** Arguments that no caller of the candidate can have: an array with something else than numbers, a hole, or a property of its own. */
export class NotInTypedArrays extends Error {
  override readonly name = 'NotInTypedArrays';
}

/** The same variant with inputs that fit its calls. */
export function withTypedInputs(module: VariantModule): VariantModule {
  const { inputs } = module;
  if (module.typedData === undefined) return module;
  const convert = (args: readonly unknown[]): readonly unknown[] => typedArguments(args, module).args;
  const { args, sequence, fixed } = inputs;
  const converted: InputsEntry = {
    ...inputs,
    ...(args === undefined ? {} : { args: (size, random) => convert(args(size, random)) }),
    ...(sequence === undefined ? {} : { sequence: (size, random) => sequence(size, random).map(convert) }),
    ...(fixed === undefined
      ? {}
      : { fixed: fixed.map(({ label, args: make }) => ({ label, args: () => convert(make()) })) }),
  };
  return { ...module, inputs: converted };
}

/** The same variant, called like the original. */
export function calledWithPlainArrays(module: VariantModule): VariantModule {
  const { typedData } = module;
  if (typedData === undefined) return module;
  return {
    ...module,
    call(receiver, args) {
      const converted = typedArguments(args, module);
      try {
        const result = module.call(receiver, converted.args);
        return typedData.result ? plainOf(result, converted.originals) : result;
      } finally {
        for (const [typed, plain] of converted.originals) if (typed instanceof Float64Array) carryBack(typed, plain);
      }
    },
  };
}

/**
 * Whether typed arrays can do what the original did in a call: none of the arrays it was given has got another element or property (`values[2.5]`),
 * and its result holds numbers only, without holes. `before` and `after` are its arguments.
 */
export function fitsTypedArrays(
  { parameters, result }: TypedData,
  call: { readonly before: readonly unknown[]; readonly after: readonly unknown[]; readonly value: unknown },
): boolean {
  const keepsLength = parameters.every(
    (kind, index) => kind === null || countOf(call.after[index]) === countOf(call.before[index]),
  );
  return keepsLength && (!result || !Array.isArray(call.value) || holdsNumbers(call.value));
}

/** Of elements and of what else was stored in an array. */
function countOf(value: unknown): number | undefined {
  return Array.isArray(value) ? Object.keys(value).length : undefined;
}

function holdsNumbers(list: readonly unknown[]): boolean {
  const isNumeric = (value: unknown): boolean =>
    typeof value === 'number' || (Array.isArray(value) && holdsNumbers(value));
  return Object.keys(list).length === list.length && list.every(isNumeric);
}

type Originals = Map<unknown, unknown[]>;

interface Converted {
  readonly args: readonly unknown[];
  /** The plain array of each typed one, and of each list of rows. */
  readonly originals: Originals;
}

function typedArguments(
  args: readonly unknown[],
  { typedData, makeNumbers }: Pick<VariantModule, 'typedData' | 'makeNumbers'>,
): Converted {
  const parameters = typedData?.parameters ?? [];
  const places = makeNumbers === undefined ? undefined : placesFor(args, parameters, makeNumbers);
  const known = new Map<unknown, unknown>();
  const originals: Originals = new Map();
  const convertOnce = <T>(value: unknown, convert: (plain: unknown[]) => T): unknown => {
    if (!isPlainArray(value)) throw new NotInTypedArrays();
    const typed = known.get(value) ?? convert(value);
    known.set(value, typed);
    originals.set(typed, value);
    return typed;
  };
  const numbers = (value: unknown): unknown =>
    convertOnce(value, (plain) => typedNumbers(plain, places?.get(value) ?? new Float64Array(plain.length)));
  const rows = (value: unknown): unknown => convertOnce(value, (plain) => plain.map(numbers));
  return {
    args: args.map((value, index) => {
      const kind = parameters[index] ?? null;
      return kind === null ? value : kind === 'rows' ? rows(value) : numbers(value);
    }),
    originals,
  };
}

function isPlainArray(value: unknown): value is unknown[] {
  return (
    Array.isArray(value) &&
    Object.getPrototypeOf(value) === Array.prototype &&
    Object.isExtensible(value) &&
    Object.keys(value).length === value.length
  );
}

/** By the plain array, where its numbers go. */
function placesFor(
  args: readonly unknown[],
  parameters: TypedData['parameters'],
  makeNumbers: NonNullable<VariantModule['makeNumbers']>,
): ReadonlyMap<unknown, Float64Array> {
  const plain = args.filter((_, index) => parameters[index] === 'numbers');
  const made = makeNumbers(...plain.map((value) => (Array.isArray(value) ? value.length : 0)));
  const list = made instanceof Float64Array ? [made] : made;
  return new Map(list.map((place, index) => [plain[index], place]));
}

function typedNumbers(plain: readonly unknown[], typed: Float64Array): Float64Array {
  for (const [index, value] of plain.entries()) {
    if (typeof value !== 'number') throw new NotInTypedArrays();
    typed[index] = value;
  }
  return typed;
}

function carryBack(typed: Float64Array, plain: unknown[]): void {
  for (const [index, value] of typed.entries()) if (!Object.is(plain[index], value)) plain[index] = value;
}

function plainOf(result: unknown, originals: Originals): unknown {
  const given = originals.get(result);
  if (given !== undefined) return given;
  if (result instanceof Float64Array) return Array.from(result);
  return Array.isArray(result) ? result.map((row: unknown) => plainOf(row, originals)) : result;
}
