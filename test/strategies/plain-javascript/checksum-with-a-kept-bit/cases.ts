import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  select: 'Checksum.of',
  receiver: ({ Checksum }) => new (Checksum as new () => unknown)(),
  calls: () => [
    [new Uint8Array()],
    [new TextEncoder().encode('123456789')],
    [Uint8Array.from({ length: 300 }, (_, i) => (i * 91) % 256)],
  ],
} satisfies FixtureCases;
