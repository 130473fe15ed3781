// One profile of several values: what they have in common.
import type { ValueProfile } from './protocol.ts';

type NumberProfile = NonNullable<ValueProfile['numbers']>;
type FieldProfiles = NonNullable<ValueProfile['fields']>;

/** The profile that covers both: what they do not share is left out; values of different kinds become 'other'. */
export function mergeProfiles(a: ValueProfile, b: ValueProfile): ValueProfile {
  const cloneable = a.cloneable && b.cloneable;
  if (a.kind !== b.kind || a.kind === 'other')
    return { kind: 'other', kinds: [...new Set([...kindsOf(a), ...kindsOf(b)])], cloneable };
  const elements =
    a.elements === undefined || b.elements === undefined
      ? (a.elements ?? b.elements)
      : mergeProfiles(a.elements, b.elements);
  const sharedKeys = a.keys !== undefined && a.keys.join('\0') === b.keys?.join('\0') ? { keys: a.keys } : {};
  const fields = a.fields === undefined || b.fields === undefined ? undefined : mergeFields(a.fields, b.fields);
  return {
    kind: a.kind,
    cloneable,
    ...(a.className !== undefined && a.className === b.className ? { className: a.className } : {}),
    ...(a.length !== undefined && a.length === b.length ? { length: a.length } : {}),
    ...(a.numbers === undefined || b.numbers === undefined ? {} : { numbers: mergeNumbers(a.numbers, b.numbers) }),
    ...(a.hasHoles === undefined || b.hasHoles === undefined ? {} : { hasHoles: a.hasHoles || b.hasHoles }),
    ...(elements === undefined ? {} : { elements }),
    ...sharedKeys,
    ...(fields === undefined ? {} : { fields }),
  };
}

function kindsOf({ kind, kinds }: ValueProfile): readonly ValueProfile['kind'][] {
  return kinds ?? [kind];
}

const missing: ValueProfile = { kind: 'undefined', cloneable: true };

/** What one does not have is undefined there. */
function mergeFields(a: FieldProfiles, b: FieldProfiles): FieldProfiles {
  const fields = new Map<string, ValueProfile>();
  for (const key of new Set([...a.keys(), ...b.keys()]))
    fields.set(key, mergeProfiles(a.get(key) ?? missing, b.get(key) ?? missing));
  return fields;
}

function mergeNumbers(a: NumberProfile, b: NumberProfile): NumberProfile {
  return {
    min: Math.min(a.min, b.min),
    max: Math.max(a.max, b.max),
    allIntegers: a.allIntegers && b.allIntegers,
    hasNaN: a.hasNaN || b.hasNaN,
    hasNegativeZero: a.hasNegativeZero || b.hasNegativeZero,
  };
}
