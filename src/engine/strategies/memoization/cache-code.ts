// The text of a cache: a bounded Map (one level per argument), the function that fills it, and the look-up in the memoised function.
import type { CodeStyle } from '../../source/code-style.ts';

export interface CacheKey {
  /** Name of the parameter of the remembering function; what the memoised function passes for it is its own matter. */
  readonly name: string;
  /** Type annotation, in TypeScript or in a doc comment. */
  readonly type: string;
}

export interface CachePlan {
  readonly functionName: string;
  readonly keys: readonly [CacheKey, ...CacheKey[]];
  /** Conditions under which a result must not be remembered, with the reason as a comment. */
  readonly refusals: readonly { readonly condition: string; readonly comment: string }[];
  readonly resultType: string;
  /** The function may return `undefined`, so that a missing entry must be told from a remembered one. */
  readonly resultMayBeUndefined: boolean;
  /** Types as doc comments, for JavaScript that is type-checked. */
  readonly docComments: boolean;
  readonly names: CacheNames;
}

export interface CacheNames {
  readonly cache: string;
  readonly limit: string;
  readonly remember: string;
  /** Counts the entries of nested maps. */
  readonly size: string;
  readonly result: string;
  readonly cached: string;
  /** Local variables for the inner maps, one for each key but the first. */
  readonly levels: readonly string[];
}

/** 67 bytes an entry and some more for strings: ten to twenty megabytes. */
const ENTRY_LIMIT = '100_000';

/** Declarations that stand above the function, without a final line end. */
export function cacheDeclarations(plan: CachePlan, style: CodeStyle): string {
  const { names, keys } = plan;
  const by = keys.length === 1 ? 'argument' : 'arguments';
  const lines = [
    `// Results of ${plan.functionName} by its ${by}. When it is full it starts over, so that it cannot grow without bound.`,
    `const ${names.limit} = ${ENTRY_LIMIT};`,
    ...(plan.docComments ? [`/** @type {${mapType(plan, 0)}} */`] : []),
    `const ${names.cache} = new Map${style.isTypeScript ? typeArguments(plan, 0) : ''}();`,
    ...(keys.length > 1 ? [`let ${names.size} = 0;`] : []),
    '',
    ...rememberFunction(plan, style),
  ];
  return finish(lines, style);
}

/** Statements that answer from the cache. */
export function lookUp(plan: CachePlan, style: CodeStyle, passed: readonly string[]): string {
  const { names } = plan;
  const last = passed.at(-1) ?? '';
  const inner = passed
    .slice(0, -1)
    .reduce((map, key, index) => `${map}${index === 0 ? '.' : '?.'}get(${key})`, names.cache);
  const access = passed.length > 1 ? '?.' : '.';
  const lines = plan.resultMayBeUndefined
    ? [`if (${inner}${access}has(${last})) return ${inner}${access}get(${last});`]
    : [
        `const ${names.cached} = ${inner}${access}get(${last});`,
        `if (${names.cached} !== undefined) return ${names.cached};`,
      ];
  return finish(lines, style);
}

export function resetExpression({ names, keys }: CachePlan): string {
  return keys.length === 1 ? `${names.cache}.clear()` : `(${names.cache}.clear(), (${names.size} = 0))`;
}

export function sizeExpression({ names, keys }: CachePlan): string {
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
    ...(keys.length === 1 ? storeFlat(plan) : storeNested(plan)),
    `\treturn ${names.result};`,
    '}',
  ];
}

function storeFlat({ names, keys: [key] }: CachePlan): readonly string[] {
  return [
    `\tif (${names.cache}.size >= ${names.limit}) ${names.cache}.clear();`,
    `\t${names.cache}.set(${key.name}, ${names.result});`,
  ];
}

function storeNested({ names, keys }: CachePlan): readonly string[] {
  const lines = [
    `\tif (${names.size} >= ${names.limit}) {`,
    `\t\t${names.cache}.clear();`,
    `\t\t${names.size} = 0;`,
    '\t}',
  ];
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
  return [...lines, `\t${map}.set(${keys.at(-1)?.name ?? ''}, ${names.result});`, `\t${names.size} += 1;`];
}

function mapType(plan: CachePlan, level: number): string {
  return `Map${typeArguments(plan, level)}`;
}

function typeArguments(plan: CachePlan, level: number): string {
  const key = plan.keys[level]?.type ?? 'unknown';
  const value = level === plan.keys.length - 1 ? plan.resultType : mapType(plan, level + 1);
  return `<${key}, ${value}>`;
}

/** Indentation as in the file, and no semicolons where the file has none. */
function finish(lines: readonly string[], style: CodeStyle): string {
  return lines
    .map((line) => line.replace(/^\t+/, (tabs) => style.indent.repeat(tabs.length)))
    .map((line) => (style.semicolons ? line : line.replace(/;$/, '')))
    .join('\n');
}
