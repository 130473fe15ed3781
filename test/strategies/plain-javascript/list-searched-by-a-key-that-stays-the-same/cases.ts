import type { FixtureCases } from '../../../support/check-strategy.ts';

const grant = (userId: string, resource: string, action: string) => ({ userId, resource, action });
const grants = [grant('u', 'a', 'read'), grant('v', 'a', 'write'), grant('u', 'b', 'write')];

export default {
  calls: () => [
    ['u', [], []],
    ['u', [grant('', 'a', 'read'), grant('', 'a', 'write'), grant('', 'b', 'write'), grant('', 'c', 'read')], grants],
    ['w', [grant('', 'a', 'read')], grants],
  ],
} satisfies FixtureCases;
