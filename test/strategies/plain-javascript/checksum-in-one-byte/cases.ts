import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  select: 'crc8',
  calls: () => [[new Uint8Array()], [new TextEncoder().encode('123456789')], [Uint8Array.from({ length: 300 }, (_, i) => (i * 13) % 256)]],
} satisfies FixtureCases;
