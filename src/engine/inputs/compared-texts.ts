// A text that the body compares with texts of its own is one of those, or another: both ways of each test are taken.
import type { Shape } from './input-shape.ts';
import type { Uses } from './uses.ts';

/** Undefined where it is compared with none. */
export function comparedTexts({ comparedTexts: all }: Uses): Shape | undefined {
  const texts = new Set(all.filter((text) => text !== ''));
  if (texts.size === 0) return undefined;
  return { kind: 'one-of', options: [...texts, 'other'].map((value) => ({ kind: 'literal', value })) };
}

/** The same of an argument that is nothing but a choice: where there are several, others are apt to be refused. */
export function chosenTexts(uses: Uses): Shape | undefined {
  const { text, sequence, iterated } = uses;
  if (text + sequence + iterated > 0) return undefined;
  const options = [...new Set(uses.comparedTexts.filter((one) => one !== ''))];
  if (options.length < 2) return comparedTexts(uses);
  return { kind: 'one-of', options: options.map((value) => ({ kind: 'literal', value })) };
}

/** By name: the fields of records that are compared with texts. */
export function comparedFields(records: readonly Uses[]): ReadonlyMap<string, Shape> {
  return new Map(
    records
      .flatMap(({ properties }) => [...properties])
      .flatMap(([name, uses]): [string, Shape][] => {
        const shape = comparedTexts(uses);
        return shape === undefined ? [] : [[name, shape]];
      }),
  );
}
