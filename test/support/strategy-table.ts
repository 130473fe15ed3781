// The README's table of strategies, made from the catalogue.
import type { Strategy } from '../../src/engine/strategies/strategy.ts';

export function strategyTable(strategies: readonly Strategy[]): string {
  const rows = strategies.map(
    ({ id, title, folklore, whenNotToUse }) => `| **${title}** (\`${id}\`) | ${folklore} | ${whenNotToUse} |`,
  );
  return ['| strategy | what is often claimed | when it does not pay |', '| --- | --- | --- |', ...rows].join('\n');
}
