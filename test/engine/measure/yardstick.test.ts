import { expect, it } from 'vitest';
import { createYardstick } from '../../../src/engine/measure/child/yardstick.ts';

it('says nothing before it was read, then a time above zero', () => {
  const yardstick = createYardstick();
  expect(yardstick.lowNs()).toBeUndefined();
  yardstick.read();
  expect(yardstick.lowNs()).toBeGreaterThan(0);
});
