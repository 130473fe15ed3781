// What a cache for one function looks like: its keys and types as the file would write them, what is not remembered, names that are free.
import ts from 'typescript';
import { freshName } from '../../source/names.ts';
import type { Subject } from '../../source/subject.ts';
import type { CacheKey, CacheNames, CachePlan } from './cache-code.ts';
import type { KeyPart } from './cache-keys.ts';
import { MOST_ENTRIES } from './cache-limit.ts';
import { LARGEST_SMALL, type WholeNumbers } from './element-places.ts';
import { isNumberGlobal } from './library-names.ts';
import { resultType } from './result-kind.ts';

interface PlanOptions {
  readonly outerName?: string;
  readonly storage?: CachePlan['storage'];
  readonly copy?: CachePlan['copy'];
  readonly limit?: number;
  readonly whole?: ReadonlyMap<KeyPart, WholeNumbers>;
}

/** `zeros` are the keys whose zeros are not remembered. */
export function planCache(
  subject: Subject,
  keyParts: readonly KeyPart[],
  zeros: readonly KeyPart[],
  { outerName, storage = 'map', copy, limit = MOST_ENTRIES, whole = new Map() }: PlanOptions = {},
): CachePlan {
  const keys = keyParts.map((part) => keyOf(subject, part, zeros));
  const [first, ...others] = keys;
  if (first === undefined) throw new Error('A cache needs a key.');
  const type = resultType(subject);
  const parts = type.isUnion() ? type.types : [type];
  return {
    storage,
    limit,
    ...(copy === undefined ? {} : { copy }),
    ...(outerName === undefined ? { lifetime: 'module' } : { lifetime: 'call', outerName }),
    functionName: subject.listing.name === 'default' ? 'the default export' : subject.listing.name,
    keys: [first, ...others],
    keyedBy: keyedBy(keyParts),
    refusals: [
      ...refusalsOf(subject, keyParts, zeros, storage === 'array' ? 'An array' : 'A Map'),
      ...refusalsOfCopies(whole),
    ],
    resultType: typeText(subject, type, resultNode(subject)),
    resultMayBeUndefined: parts.some((part) => (part.flags & ts.TypeFlags.Undefined) !== 0),
    docComments: !subject.style.isTypeScript && isTypeChecked(subject),
    names: namesFor(subject, keyParts),
  };
}

/**
 * A number is as good an index as it is a key of a Map: only zeros share one, in both. Without type checks anything could come as an index,
 * `length` for one; a missing cell is `undefined`; and a line that begins with a parenthesis needs semicolons before it.
 */
export function fitsArray(subject: Subject, keys: readonly KeyPart[]): boolean {
  const type = resultType(subject);
  const parts = type.isUnion() ? type.types : [type];
  return (
    subject.style.isTypeScript &&
    subject.style.semicolons &&
    isNumberGlobal(subject) &&
    parts.every((part) => (part.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Void)) === 0) &&
    keys.every(({ kinds, isObserved }) => !isObserved && kinds.size === 1 && kinds.has('number')) &&
    !subject.node.parameters.some(({ name }) => mayBeNoIndex(subject.checker.getTypeAtLocation(name)))
  );
}

/** `1 | -1`: an array would never hold results for the half of it. */
function mayBeNoIndex(type: ts.Type): boolean {
  const parts = type.isUnion() ? type.types : [type];
  return parts.some((part) => part.isNumberLiteral() && !(Number.isInteger(part.value) && part.value >= 0));
}

function keyedBy(parts: readonly KeyPart[]): string {
  const isOfFields = parts.some(({ field, variable }) => field || !ts.isParameter(variable));
  if (isOfFields) return 'what it reads of its arguments';
  return parts.length === 1 ? 'its argument' : 'its arguments';
}

/** Whether TypeScript looks at the types of a JavaScript file. */
export function isTypeChecked({ project, text }: Subject): boolean {
  return project.options.checkJs === true || /^\s*\/\/\s*@ts-check/m.test(text);
}

function keyOf(subject: Subject, part: KeyPart, zeros: readonly KeyPart[]): CacheKey {
  const { name, variable, kinds, isObserved, field } = part;
  // What a field is called in another file may have no name in this one.
  if (isObserved || field || !ts.isParameter(variable)) return { name, type: kindsText(kinds) };
  const type = subject.checker.getTypeAtLocation(variable.name);
  // TypeScript refuses to compare `1 | 2` with 0, and a caller that lies about it must not be believed.
  if (zeros.includes(part) && !mayBeZero(type)) return { name, type: kindsText(kinds) };
  return { name, type: typeText(subject, type, variable.questionToken ? undefined : variable.type) };
}

/** As TypeScript sees it: `1 | 2`, or an enumeration of such, has no zero. */
function mayBeZero(type: ts.Type): boolean {
  const numbers = (type.isUnion() ? type.types : [type]).filter(({ flags }) => flags & ts.TypeFlags.NumberLike);
  return numbers.some((one) => !one.isNumberLiteral() || one.value === 0);
}

function refusalsOf(
  subject: Subject,
  keys: readonly KeyPart[],
  zeros: readonly KeyPart[],
  keeper: 'A Map' | 'An array',
): CachePlan['refusals'] {
  const refusals: { condition: string; comment: string }[] = [];
  if (!subject.style.isTypeScript) {
    refusals.push({
      condition: keys.map(otherKinds).join(' || '),
      comment: 'Arguments of any other kind are not remembered: an object may change between two calls.',
    });
  }
  if (zeros.length > 0) {
    refusals.push({
      condition: zeros.map(({ name }) => `${name} === 0`).join(' || '),
      comment: `${keeper} cannot tell -0 from 0, but the result may: neither is remembered.`,
    });
  }
  return refusals;
}

/** What arguments of another kind fill beside the elements would be missing from a copy. */
function refusalsOfCopies(whole: ReadonlyMap<KeyPart, WholeNumbers>): CachePlan['refusals'] {
  if (whole.size === 0) return [];
  const isSmall = [...whole.values()].includes('small');
  const names = [...whole.keys()].map(({ name }) => name);
  const isOne = (name: string): string => `Number.isInteger(${name}) && ${name} >= 0 && ${name} <= ${shownSmall}`;
  const areAll = isSmall ? `every((size) => ${isOne('size')})` : 'every(Number.isSafeInteger)';
  const [only = '', ...others] = names;
  const one = isSmall ? `!(${isOne(only)})` : `!Number.isSafeInteger(${only})`;
  const numbers = isSmall ? `whole numbers from 0 to ${LARGEST_SMALL.toLocaleString('en-US')}` : 'whole numbers';
  const comment = `Only for ${numbers} all that is stored is certainly an element, and a copy holds elements alone.`;
  return [{ condition: others.length === 0 ? one : `![${names.join(', ')}].${areAll}`, comment }];
}

const shownSmall = LARGEST_SMALL.toLocaleString('en-US').replaceAll(',', '_');

/** True of values that are none of the key's kinds. */
function otherKinds({ name, kinds }: KeyPart): string {
  const tests = [...kinds].map((kind) =>
    kind === 'null' || kind === 'undefined' ? `${name} !== ${kind}` : `typeof ${name} !== '${kind}'`,
  );
  return tests.length === 1 ? tests.join('') : `(${tests.join(' && ')})`;
}

/** Of an asynchronous function, what stands in the `Promise<...>`. */
function resultNode({ node, listing }: Subject): ts.TypeNode | undefined {
  if (!listing.isAsync || node.type === undefined) return node.type;
  return ts.isTypeReferenceNode(node.type) ? node.type.typeArguments?.[0] : undefined;
}

function kindsText(kinds: KeyPart['kinds']): string {
  const isAbsence = (kind: string): number => ['null', 'undefined'].indexOf(kind);
  return [...kinds].sort((a, b) => isAbsence(a) - isAbsence(b)).join(' | ');
}

/** The annotation as written, where it says the whole type; what the checker infers otherwise. */
function typeText(subject: Subject, type: ts.Type, annotation: ts.TypeNode | undefined): string {
  if (annotation !== undefined && !ts.isTypePredicateNode(annotation) && subject.style.isTypeScript) {
    return annotation.getText(subject.sourceFile);
  }
  const widened = subject.checker.getBaseTypeOfLiteralType(type);
  return subject.checker.typeToString(
    widened,
    subject.sourceFile,
    ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.UseSingleQuotesForStringLiteralType,
  );
}

function namesFor(subject: Subject, keys: readonly KeyPart[]): CacheNames {
  const base = baseName(subject.listing.name);
  const taken = keys.map(({ name }) => name);
  const fresh = (wanted: string): string => {
    const name = freshName(subject, wanted, taken);
    taken.push(name);
    return name;
  };
  // In a function of its own: only the names of the keys matter.
  const local = (wanted: string, other: string): string =>
    keys.some(({ name }) => name === wanted) ? fresh(other) : wanted;
  return {
    cache: fresh(`${base}Cache`),
    limit: fresh(`${inCapitals(base)}_CACHE_LIMIT`),
    remember: fresh(`remember${capitalized(base)}`),
    size: fresh(`${base}CacheSize`),
    result: local('result', 'computed'),
    cached: fresh('cached'),
    lru: 'LRUCache',
    isSmall: local('isSmall', 'isIndex'),
    key: local('key', 'index'),
    levels: keys.slice(0, -1).map(({ name }) => fresh(`by${capitalized(name)}`)),
  };
}

/** Of a table that is filled in order. */
export function namesOfTable(subject: Subject): { readonly table: string; readonly limit: string } {
  const base = baseName(subject.listing.name);
  return {
    table: freshName(subject, `${base}Results`),
    limit: freshName(subject, `${inCapitals(base)}_RESULTS_LIMIT`),
  };
}

function inCapitals(name: string): string {
  return name.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase();
}

/** `Grid.#mix` is cached as `mix`, an anonymous default export as `default`'s `result`. */
function baseName(listed: string): string {
  const last =
    listed
      .split('.')
      .at(-1)
      ?.replace(/[^\w$]/g, '') ?? '';
  return last === '' || last === 'default' ? 'result' : last;
}

function capitalized(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
