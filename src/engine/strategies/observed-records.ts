// What the fields of plain objects were in every observation, as far as the function reads them: as a type to analyse under, and as the
// conditions that check it.
import type { ValueProfile } from '../process/protocol.ts';

/** More levels, and more fields, are no condition that anybody wants to read. */
const DEEPEST = 2;
const MOST_FIELDS = 8;

/** In single quotes. */
export interface Condition {
  readonly holds: string;
  readonly fails: string;
}

/** 'copied': to another thread, where only fields of its own arrive. */
export type ValueUse = 'read' | 'copied';

export interface Looked {
  /** Names of the fields that the function reads. */
  readonly fields: readonly string[];
  /** Whether null and undefined are types of their own there. */
  readonly knowsNull: boolean;
}

export interface ObservedRecord {
  /** `{ price: number, tags: string[] }`. */
  readonly type: string;
  /** What is known of fields, for people: ' with a number in `price`'; empty where nothing is. */
  readonly words: string;
  /** All hold for a value called so. */
  readonly conditions: (name: string, use: ValueUse) => readonly Condition[];
}

/** What a field holds. */
interface Content {
  readonly type: string;
  /** With its article. */
  readonly noun: string;
  readonly conditions: (expression: string, use: ValueUse) => readonly Condition[];
}

/**
 * Weakest first: an object with these fields, whatever is in them, and one whose fields hold what they were seen to hold. Of other classes than
 * Object it is not known which fields are data. Empty where the objects differ, or nothing of them is read.
 */
export function observedRecords(profile: ValueProfile, looked: Looked): readonly ObservedRecord[] {
  const fields = usedOf(profile, looked);
  if (fields.length === 0 || fields.length > MOST_FIELDS) return [];
  const open: ObservedRecord = {
    type: `{ ${fields.map(([key]) => `${key}: any`).join(', ')} }`,
    words: '',
    conditions: (name, use) => [isPlain(name, use)],
  };
  const contents = fields.map(([key, field]) => [key, contentOf(field, looked, 1)] as const);
  return contents.every(([, content]) => content === undefined) ? [open] : [open, recordOf(contents)];
}

function usedOf(profile: ValueProfile, looked: Looked): readonly (readonly [string, ValueProfile])[] {
  return looked.fields.flatMap((key) => {
    const field = profile.fields?.get(key);
    return field === undefined ? [] : [[key, field] as const];
  });
}

function recordOf(contents: readonly (readonly [string, Content | undefined])[]): ObservedRecord {
  const known = contents.flatMap(([key, content]) => (content === undefined ? [] : [[key, content] as const]));
  const nouns = [...new Set(known.map(([, { noun }]) => noun))].map((noun) => {
    const keys = known.filter(([, content]) => content.noun === noun).map(([key]) => `\`${key}\``);
    return `${noun} in ${listed(keys)}`;
  });
  return {
    type: `{ ${contents.map(([key, content]) => `${key}: ${content?.type ?? 'any'}`).join(', ')} }`,
    words: ` with ${listed(nouns)}`,
    conditions: (name, use) => [
      isPlain(name, use),
      ...known.flatMap(([key, content]) => content.conditions(`${name}.${key}`, use)),
    ],
  };
}

function contentOf(profile: ValueProfile, looked: Looked, depth: number): Content | undefined {
  const { kind } = profile;
  if (isPrimitive(kind)) return oneOf([kind], looked);
  if (kind === 'other') return oneOf(profile.kinds ?? [], looked);
  if (kind === 'array') return arrayContent(profile.elements?.kind);
  if (kind !== 'plain-object' || depth >= DEEPEST) return undefined;
  const fields = usedOf(profile, looked);
  if (fields.length === 0) return undefined;
  const inner = recordOf(fields.map(([key, field]) => [key, contentOf(field, looked, depth + 1)] as const));
  return { type: inner.type, noun: 'an object', conditions: inner.conditions };
}

/** A field that may be missing is undefined. */
function oneOf(kinds: readonly string[], { knowsNull }: Looked): Content | undefined {
  const named = kinds.filter(isPrimitive);
  const rest = kinds.filter((kind) => kind === 'undefined' || kind === 'null');
  if (rest.length > 0 && !knowsNull) return undefined;
  if (named.length === 0 || named.length + rest.length < kinds.length) return undefined;
  const type = [...named, ...rest].join(' | ');
  return {
    type,
    noun: [...named.map((kind) => `a ${kind}`), ...rest].join(' or '),
    conditions: (expression) => {
      const each = [
        ...named.map((kind) => [`typeof ${expression}`, `'${kind}'`]),
        ...rest.map((kind) => [expression, kind]),
      ];
      const holds = each.map(([value, what]) => `${value} === ${what}`).join(' || ');
      const fails = each.map(([value, what]) => `${value} !== ${what}`).join(' && ');
      return [each.length === 1 ? { holds, fails } : { holds: `(${holds})`, fails: `(${fails})` }];
    },
  };
}

function arrayContent(elements: string | undefined): Content {
  const isArray = (expression: string): Condition => hasClass(expression, 'Array');
  if (elements === undefined || !isPrimitive(elements))
    return { type: 'any[]', noun: 'an array', conditions: (expression) => [isArray(expression)] };
  return {
    type: `${elements}[]`,
    noun: `an array of ${elements}s`,
    conditions: (expression) => {
      const holds = `${expression}.every((value) => typeof value === '${elements}')`;
      return [isArray(expression), { holds, fails: `!${holds}` }];
    },
  };
}

function isPrimitive(kind: string): kind is 'number' | 'string' | 'boolean' {
  return kind === 'number' || kind === 'string' || kind === 'boolean';
}

/** Objects made of others have the constructor of these, and their fields. */
function isPlain(expression: string, use: ValueUse): Condition {
  if (use === 'read') return hasClass(expression, 'Object');
  const prototype = `Object.getPrototypeOf(${expression} ?? '')`;
  return { holds: `${prototype} === Object.prototype`, fails: `${prototype} !== Object.prototype` };
}

function hasClass(expression: string, name: string): Condition {
  return { holds: `${expression}?.constructor === ${name}`, fails: `${expression}?.constructor !== ${name}` };
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
