import { expect, test } from 'vitest';
import { profileValue } from '../../../src/engine/process/child/profile-value.ts';

test('the fields of a list of objects are told together, and what one lacks is undefined there', () => {
  const { elements } = profileValue([
    { price: 1, zip: null },
    { price: 2.5, zip: '1', note: 'x' },
  ]);
  expect(elements?.kind).toBe('plain-object');
  expect(elements?.fields?.get('price')).toMatchObject({ kind: 'number', numbers: { min: 1, max: 2.5 } });
  expect(elements?.fields?.get('zip')).toMatchObject({ kind: 'other', kinds: ['null', 'string'] });
  expect(elements?.fields?.get('note')).toMatchObject({ kind: 'other', kinds: ['undefined', 'string'] });
});

test('an accessor is no field', () => {
  const { fields } = profileValue({
    plain: 1,
    get costly(): number {
      return 1;
    },
  });
  expect([...(fields?.keys() ?? [])]).toEqual(['plain']);
});

test('an object that serves as a table has too many keys to be told', () => {
  const table = Object.fromEntries(Array.from({ length: 65 }, (_, i) => [`key${i}`, i]));
  expect(profileValue(table).fields).toBeUndefined();
});
