import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [[''], ['a stop b c'], ['stop stop stop'], ['x-y stop-z q']],
} satisfies FixtureCases;
