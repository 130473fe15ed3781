// A text that the body compares with texts of its own is one of those, or another: both ways of each test are taken.
import type { Shape } from './input-shape.ts';
import type { Uses } from './uses.ts';

/** Undefined where it is compared with none. */
export function comparedTexts({ literals }: Uses): Shape | undefined {
  const texts = new Set(literals.filter((value) => typeof value === 'string' && value !== ''));
  if (texts.size === 0) return undefined;
  return { kind: 'one-of', options: [...texts, 'other'].map((value) => ({ kind: 'literal', value: String(value) })) };
}
