import { soundnessCases } from './all-cases.ts';

/** Whether a group of traps is one of everyday code, which come last. */
export function isEveryday(about: string): boolean {
  const groups = soundnessCases.map(([name]) => name);
  return groups.indexOf(about) >= groups.indexOf('everyday lists');
}
