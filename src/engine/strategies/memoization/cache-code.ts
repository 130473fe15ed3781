// The text of a cache: a bounded Map (one level per argument), the function that fills it, and the look-up in the memoised function.
import type { CodeStyle } from '../../source/code-style.ts';
import type { ResultCopy } from './result-copies.ts';

export interface CacheKey {
  /** Name of the parameter of the remembering function; what the memoised function passes for it is its own matter. */
  readonly name: string;
  /** Type annotation, in TypeScript or in a doc comment. */
  readonly type: string;
}

export interface CachePlan {
  /** 'module' lives between calls and is bounded; 'call' is made anew by every call of the function around, and ends with it. */
  readonly lifetime: 'module' | 'call';
  /**
   * Arrays serve numbers as keys: shorter code, and several times faster where the numbers are small and whole. 'lru' is the class of the package
   * lru-cache, for one key.
   */
  readonly storage: 'map' | 'array' | 'lru';
  /** For 'call': the function around. */
  readonly outerName?: string;
  readonly functionName: string;
  readonly keys: readonly [CacheKey, ...CacheKey[]];
  /** 'its arguments', in the comment. */
  readonly keyedBy: string;
  /** Conditions under which a result must not be remembered, with the reason as a comment. */
  readonly refusals: readonly { readonly condition: string; readonly comment: string }[];
  readonly resultType: string;
  /** Each caller gets a copy of its own, and so does the cache. */
  readonly copy?: ResultCopy;
  /** The function may return `undefined`, so that a missing entry must be told from a remembered one. */
  readonly resultMayBeUndefined: boolean;
  /** What is kept are the promises of calls. */
  readonly holdsPromises?: boolean;
  /** Types as doc comments, for JavaScript that is type-checked. */
  readonly docComments: boolean;
  readonly names: CacheNames;
  /** Entries at most; of an array, the largest number that is a key and one. */
  readonly limit: number;
}

export interface CacheNames {
  readonly cache: string;
  readonly limit: string;
  readonly remember: string;
  /** Counts the entries of nested maps. */
  readonly size: string;
  readonly result: string;
  readonly cached: string;
  /** The class of lru-cache. */
  readonly lru: string;
  /** Of arrays in arrays: what tells whether a number is a key, and its parameter. */
  readonly isSmall: string;
  readonly key: string;
  /** Local variables for the inner maps, one for each key but the first. */
  readonly levels: readonly string[];
}

export function limitText({ limit }: CachePlan): string {
  return limit.toLocaleString('en-US').replaceAll(',', '_');
}

/** Declarations that stand above the function, without a final line end. */
export function cacheDeclarations(plan: CachePlan, style: CodeStyle): string {
  const { names, keys } = plan;
  const isArray = plan.storage === 'array';
  const type = isArray ? arrayType(plan) : mapType(plan, 0);
  const annotation = style.isTypeScript && isArray ? `: ${type}` : '';
  const limited = plan.storage === 'lru' ? `{ max: ${names.limit} }` : '';
  const made = isArray ? '[]' : `new ${classOf(plan)}${style.isTypeScript ? typeArguments(plan, 0) : ''}(${limited})`;
  const lines = [
    `// ${purpose(plan)}`,
    ...(isBounded(plan) ? [`const ${names.limit} = ${limitText(plan)};`] : []),
    ...(plan.docComments ? [`/** @type {${type}} */`] : []),
    `const ${names.cache}${annotation} = ${made};`,
    ...(keys.length > 1 && isBounded(plan) && !isArray ? [`let ${names.size} = 0;`] : []),
    '',
    ...rememberFunction(plan, style),
  ];
  return inFileStyle(lines, style);
}

/** The comment above the cache. */
export function purpose(plan: CachePlan): string {
  const results = `Results of ${plan.functionName} by ${plan.keyedBy}`;
  if (plan.holdsPromises === true)
    return `${results}, as promises: calls that come while the first one waits share it. When it is full it starts over.`;
  if (!isBounded(plan)) return `${results}, which hold for this call of ${plan.outerName ?? ''} only.`;
  if (plan.storage === 'array')
    return `${results}, for whole numbers below the limit, so that it cannot grow without bound.`;
  const copies = plan.copy === undefined ? '' : ', copied because callers may change what they get';
  if (plan.storage === 'lru') return `${results}${copies}. When it is full, what was used longest ago goes first.`;
  return `${results}${copies}. When it is full it starts over, so that it cannot grow without bound.`;
}

/** Statements that answer from the cache. */
export function lookUp(plan: CachePlan, style: CodeStyle, passed: readonly string[]): string {
  const { names } = plan;
  const last = passed.at(-1) ?? '';
  if (plan.storage === 'array') {
    const cell = passed.map((key, index) => `${index === 0 ? '' : '?.'}[${key}]`).join('');
    return inFileStyle(
      [`const ${names.cached} = ${names.cache}${cell};`, `if (${names.cached} !== undefined) return ${names.cached};`],
      style,
    );
  }
  const inner = passed
    .slice(0, -1)
    .reduce((map, key, index) => `${map}${index === 0 ? '.' : '?.'}get(${key})`, names.cache);
  const access = passed.length > 1 ? '?.' : '.';
  const lines = plan.resultMayBeUndefined
    ? [`if (${inner}${access}has(${last})) return ${inner}${access}get(${last});`]
    : [
        `const ${names.cached} = ${inner}${access}get(${last});`,
        `if (${names.cached} !== undefined) return ${copied(plan, names.cached)};`,
      ];
  return inFileStyle(lines, style);
}

export function resetExpression({ names, keys, storage }: CachePlan): string {
  if (storage === 'array') return `(${names.cache}.length = 0)`;
  return keys.length === 1 ? `${names.cache}.clear()` : `(${names.cache}.clear(), (${names.size} = 0))`;
}

export function sizeExpression({ names, keys, storage }: CachePlan): string {
  // Missing cells are left out by both.
  if (storage === 'array' && keys.length > 1) return `${names.cache}.flat(${keys.length - 1}).length`;
  if (storage === 'array') return `Object.keys(${names.cache}).length`;
  return keys.length === 1 ? `${names.cache}.size` : names.size;
}

function rememberFunction(plan: CachePlan, style: CodeStyle): readonly string[] {
  const { names, keys, resultType } = plan;
  const annotate = (name: string, type: string): string => (style.isTypeScript ? `${name}: ${type}` : name);
  const parameters = [...keys.map(({ name, type }) => annotate(name, type)), annotate(names.result, resultType)].join(
    ', ',
  );
  const doc = plan.docComments
    ? [
        '/**',
        ...keys.map(({ name, type }) => ` * @param {${type}} ${name}`),
        ` * @param {${resultType}} ${names.result}`,
        ' */',
      ]
    : [];
  const refusals = plan.refusals.flatMap(({ condition, comment }) => [
    `\t// ${comment}`,
    `\tif (${condition}) return ${names.result};`,
  ]);
  return [
    ...doc,
    `function ${names.remember}(${parameters})${style.isTypeScript ? `: ${resultType}` : ''} {`,
    ...refusals,
    ...(plan.storage === 'array' ? storeInArray(plan) : keys.length === 1 ? storeFlat(plan) : storeNested(plan)),
    `\treturn ${names.result};`,
    '}',
  ];
}

function storeInArray(plan: CachePlan): readonly string[] {
  const { names, keys } = plan;
  const [first] = keys;
  const cell = keys.slice(1).reduce((inner, { name }) => `(${inner} ??= [])[${name}]`, `${names.cache}[${first.name}]`);
  const store = `${cell} = ${names.result};`;
  const isKey = (name: string): string => `Number.isInteger(${name}) && ${name} >= 0 && ${name} < ${names.limit}`;
  if (!isBounded(plan)) return [`\t${store}`];
  if (keys.length === 1) return [`\tif (${isKey(first.name)}) ${store}`];
  // Only TypeScript has arrays for caches.
  const { key, isSmall } = names;
  return [
    `\tconst ${isSmall} = (${key}: number): boolean => ${isKey(key)};`,
    `\tif (${keys.map(({ name }) => `${isSmall}(${name})`).join(' && ')}) ${store}`,
  ];
}

function storeFlat(plan: CachePlan): readonly string[] {
  const { names, keys } = plan;
  const [key] = keys;
  return [
    ...(isBounded(plan) && plan.storage === 'map'
      ? [`\tif (${names.cache}.size >= ${names.limit}) ${names.cache}.clear();`]
      : []),
    `\t${names.cache}.set(${key.name}, ${copied(plan, names.result)});`,
  ];
}

function storeNested(plan: CachePlan): readonly string[] {
  const { names, keys } = plan;
  const lines = isBounded(plan)
    ? [`\tif (${names.size} >= ${names.limit}) {`, `\t\t${names.cache}.clear();`, `\t\t${names.size} = 0;`, '\t}']
    : [];
  let map = names.cache;
  names.levels.forEach((level, index) => {
    const key = keys[index]?.name ?? '';
    lines.push(
      `\tlet ${level} = ${map}.get(${key});`,
      `\tif (${level} === undefined) {`,
      `\t\t${level} = new Map();`,
      `\t\t${map}.set(${key}, ${level});`,
      '\t}',
    );
    map = level;
  });
  return [
    ...lines,
    `\t${map}.set(${keys.at(-1)?.name ?? ''}, ${copied(plan, names.result)});`,
    ...(isBounded(plan) ? [`\t${names.size} += 1;`] : []),
  ];
}

function copied({ copy }: CachePlan, name: string): string {
  if (copy === 'slice') return `${name}.slice()`;
  if (copy === 'tuple') return `[...${name}]`;
  return copy === 'record' ? `{ ...${name} }` : name;
}

/** A cache that ends with the call holds no more results than the call computes. */
function isBounded({ lifetime }: CachePlan): boolean {
  return lifetime === 'module';
}

function arrayType({ resultType, keys }: CachePlan): string {
  const item = /^[\w.]+$/.test(resultType) ? resultType : `(${resultType})`;
  return item + '[]'.repeat(keys.length);
}

function mapType(plan: CachePlan, level: number): string {
  return `${classOf(plan)}${typeArguments(plan, level)}`;
}

function classOf({ storage, names }: CachePlan): string {
  return storage === 'lru' ? names.lru : 'Map';
}

function typeArguments(plan: CachePlan, level: number): string {
  const key = plan.keys[level]?.type ?? 'unknown';
  const value = level === plan.keys.length - 1 ? plan.resultType : mapType(plan, level + 1);
  return `<${key}, ${value}>`;
}

/** Indentation as in the file, and no semicolons where the file has none. */
export function inFileStyle(lines: readonly string[], style: CodeStyle): string {
  return lines
    .map((line) => line.replace(/^\t+/, (tabs) => style.indent.repeat(tabs.length)))
    .map((line) => (style.semicolons ? line : line.replace(/;$/, '')))
    .join('\n');
}
