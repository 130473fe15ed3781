// What the names of parameters and properties usually mean. Types state no units and no preconditions; names often do. Tables only.
import type { NumberRange, TextRole } from './input-shape.ts';

/** The last word of a camelCase or snake_case name, in lower case, and the whole name in lower case. */
function matches(name: string, words: RegExp): boolean {
  const parts = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(/[\s_$-]+/)
    .map((part) => part.toLowerCase());
  return parts.some((part) => words.test(part));
}

const textRoles: readonly (readonly [RegExp, TextRole])[] = [
  [/^(e?mails?)$/, 'email'],
  [/^(uuids?|guids?)$/, 'uuid'],
  [/^(ids?|keys?|slugs?|sku|handle|username|token|hash)$/, 'id'],
  [/^(urls?|uris?|hrefs?|links?)$/, 'url'],
  [/^(paths?|files?|filename|dir|directory|folder)$/, 'path'],
  [/^(dates?|timestamp|at|day|birthday|since|until)$/, 'date'],
  [/^(colou?rs?|hex)$/, 'color'],
  [/^(csv)$/, 'csv'],
  [/^(json)$/, 'json'],
  [/^(digits?|number|phone|zip|postcode|numeral)$/, 'digits'],
  [/^(separator|delimiter|delim|sep|glue|joiner)$/, 'separator'],
  [
    /^(tags?|categor(y|ies)|kinds?|types?|status|statuses|groups?|topics?|genres?|roles?|brands?|departments?|city|cities|country|countries|regions?|currency|currencies)$/,
    'kind',
  ],
  [/^(names?|title|label|author|user|firstname|lastname|customer)$/, 'name'],
  [
    /^(words?|terms?|prefix|suffix|needle|query|search|pattern|column|field|locale|lang|language|encoding|unit)$/,
    'word',
  ],
  [
    /^(texts?|content|contents|body|source|input|document|doc|paragraph|sentence|message|markdown|html|description|haystack|lines?|string)$/,
    'words',
  ],
];

/** What kind of text a name suggests; undefined when it suggests nothing. */
export function textRoleOf(name: string): TextRole | undefined {
  return textRoles.find(([words]) => matches(name, words))?.[1];
}

/** Roles whose length does not grow with the size of the case. */
export function isFixedLength(role: TextRole): boolean {
  return !['letters', 'words', 'csv', 'json', 'digits', 'file', 'lines'].includes(role);
}

const sizeNames =
  /^(n|size|sizes|count|limit|length|len|max|maximum|total|num|width|height|w|h|rows|cols|columns|iterations|steps|rounds|samples|terms|upto|bound|amount|dimension|dim|target|number)$/;

/** A number parameter whose name says that it counts something. */
export function isSizeName(name: string): boolean {
  return matches(name, sizeNames);
}

/** Among collections, these count the collection itself. */
export function isLengthName(name: string): boolean {
  return matches(name, /^(n|length|len|rows|cols|columns|width|height|w|h|end|to|hi|high|right)$/);
}

export function isStartName(name: string): boolean {
  return matches(name, /^(start|from|lo|low|left|offset|begin|first|initial|depth|level|acc|accumulator)$/);
}

export function isPositionName(name: string): boolean {
  return matches(name, /^(index|idx|i|j|pos|position|row|col|column|node|vertex|source|start)$/);
}

/** Pairs of names that give a flat array its two dimensions. */
export function isDimensionName(name: string): boolean {
  return matches(name, /^(width|height|w|h|rows|cols|columns)$/);
}

const numberRanges: readonly (readonly [RegExp, NumberRange, 'integer' | 'float'])[] = [
  [/^(ages?)$/, { from: 18, below: 90 }, 'integer'],
  [/^(years?)$/, { from: 1970, below: 2030 }, 'integer'],
  [/^(months?)$/, { from: 1, below: 13 }, 'integer'],
  [/^(days?)$/, { from: 1, below: 29 }, 'integer'],
  [/^(hours?)$/, { from: 0, below: 24 }, 'integer'],
  [/^(minutes?|seconds?)$/, { from: 0, below: 60 }, 'integer'],
  [/^(bytes?|pixels?|red|green|blue|channel)$/, { from: 0, below: 256 }, 'integer'],
  [/^(bits?)$/, { from: 0, below: 2 }, 'integer'],
  [/^(digits?)$/, { from: 0, below: 10 }, 'integer'],
  [/^(timestamps?|epoch|millis|ms)$/, { from: 1_500_000_000_000, below: 1_700_000_000_000 }, 'integer'],
  [
    /^(rates?|ratios?|probabilit(y|ies)|prob|alpha|beta|gamma|opacity|weights?|fraction|factor|damping|percent|confidence|p|t)$/,
    { from: 0, below: 1 },
    'float',
  ],
  [/^(lat|latitude)$/, { from: -90, below: 90 }, 'float'],
  [/^(lng|lon|longitude)$/, { from: -180, below: 180 }, 'float'],
  [/^(angles?|theta|phi|radians)$/, { from: 0, below: 6 }, 'float'],
  [/^(epsilon|tolerance|eps|tol)$/, { from: 0.001, below: 0.002 }, 'float'],
  [
    /^(prices?|costs?|amounts?|temperatures?|distances?|lengths?|scores?|values?|samples?|measurements?|signal|x|y|z|points?|coordinates?|vector|vec|matrix|mat|salary|balance|speed|mass)$/,
    { from: 0, below: 1000 },
    'float',
  ],
  [
    /^(ints?|integers?|counts?|ids?|index(es)?|indices|codes?|quantit(y|ies)|pieces|numbers?|nums|ranks?|stock|total|version|k|m|exponent|seed|base|radix|mod|modulus)$/,
    { from: 1, below: 1000 },
    'integer',
  ],
];

/** The range that a name suggests for a number, and whether such numbers are whole. */
export function numberRangeOf(
  name: string,
): { readonly range: NumberRange; readonly kind: 'integer' | 'float' } | undefined {
  const found = numberRanges.find(([words]) => matches(name, words));
  return found === undefined ? undefined : { range: found[1], kind: found[2] };
}

export function suggestsSorted(name: string): boolean {
  return matches(name, /^(sorted|ascending|ordered)$/);
}

/** Lists of positions in another list, or of nodes of a graph. */
export function suggestsPositions(name: string): boolean {
  return matches(
    name,
    /^(indices|indexes|positions|permutation|order|parents?|adj|adjacency|graph|neighbou?rs|edges|queue)$/,
  );
}

export function suggestsBackReference(name: string): boolean {
  return matches(name, /^(parent|previous|prev|owner|root)$/);
}

export function suggestsComparator(name: string): boolean {
  return matches(name, /^(compare|comparator|comparer|cmp|order|by|less|sorter|comparefn)$/);
}

export function suggestsText(name: string): boolean {
  return matches(
    name,
    /^(text|str|string|s|word|sentence|input|line|source|pattern|haystack|needle|html|markdown|csv|json|query|message|letters|chars)$/,
  );
}
