// Random functions that collect by copying, or take from the front of a queue, with near misses: copies that are kept, values that look at what is
// collected, keys that mean something to objects, queues that may be empty. Results are compared with the order of their keys and prototypes.
import { inspect } from 'node:util';
import fc from 'fast-check';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { plainJavaScript } from '../../src/engine/strategies/plain-javascript/plain-javascript.ts';
import { editedText, proposeOn, subjectOf } from '../support/check-strategy.ts';

const pick = (...choices: string[]): fc.Arbitrary<string> => fc.constantFrom(...choices);

const listStep = pick(
  'all = [...all, word];',
  'all = [...all, word];',
  'all = [...all, word, all.length];',
  'all = all.concat([word, all[0]]);',
  'if (all.length > 2) { all = [...all, all[0]]; }',
  'all = word === "a" ? [...all, word] : all;',
  'all = word === "a" ? all : all.includes(word) ? [...all, 1] : [...all, word, 2];',
  'all = [];',
  'all = [word, ...all];',
  'all = [...all, ...all];',
  'kept.push(all);',
  'kept.push(all.length, all[all.length - 1]);',
  'const other = all; kept.push(other.length);',
  'all.push(n);',
  'if (all.length > 3) break;',
);
const indexStep = pick(
  'index = { ...index, [word]: n };',
  'index = { ...index, [word]: (index[word] ?? 0) + "1" };',
  'index = { ...index, [word]: word, other: n };',
  'index = { ...index, last: word, first: index["last"] };',
  'index = { ...index, [word.length]: word };',
  'index = word in index ? index : { ...index, [word]: kept.length };',
  'index = { ...index, [word]: index };',
  'index = { [word]: 1, ...index };',
  'index = {};',
  'kept.push(index[word]);',
  'kept.push(index);',
  'kept.push(Object.keys(index).length);',
);
const collected = pick(
  '({ ...acc, [word]: n })',
  '({ ...acc, [word]: (acc[word] ?? 0) + "1" })',
  '(word in acc ? acc : { ...acc, [word]: word.length })',
  '({ ...acc, [word]: acc })',
  '({ ...acc, [word]: word, size: n })',
  '{ const key = word + "s"; return { ...acc, [key]: acc[word] }; }',
  '{ kept.push(acc); return { ...acc, [word]: 1 }; }',
);
const queueStep = pick(
  'const first = queue.shift(); kept.push(first);',
  'const first = queue.shift(); kept.push(first); if (kept.length < n) queue.push(first + "x");',
  'kept.push(queue.length); const first = queue.shift();',
  'if (kept.length > n) { queue.shift(); }',
  'queue.push("y"); if (kept.length > 9) break;',
  'kept.push(queue.shift());',
  'if (queue.length === 1) kept.push("one");',
);
const until = pick(
  'queue.length > 0',
  'queue.length',
  '0 < queue.length && kept.length < 12',
  'queue.length !== 0',
  'kept.length < n',
  'queue.length > 1',
);

const steps = (step: fc.Arbitrary<string>) =>
  fc.array(step, { minLength: 1, maxLength: 3 }).map((all) => all.join(' '));
const body = fc.oneof(
  steps(listStep).map((inside) => `for (const word of words) { ${inside} }`),
  steps(indexStep).map((inside) => `for (const word of words) { ${inside} }`),
  fc
    .tuple(collected, pick('{}', '{}', '{ a: 1 }', 'shared'))
    .map(([value, start]) => `kept.push(words.reduce<Record<string, any>>((acc, word) => ${value}, ${start}));`),
  fc
    .tuple(until, steps(queueStep))
    .map(([condition, inside]) => `let fuel = 30; while (${condition}) { if (fuel-- < 0) return kept; ${inside} }`),
);
const program = fc.tuple(body, pick('', 'kept.push(all);', 'kept.push(queue.length);')).map(([inside, after]) =>
  [
    'export function subject(words: string[], n: number): unknown {',
    '  const kept: any[] = []; const shared: Record<string, any> = { s: 1 };',
    '  let all: any[] = []; let index: Record<string, any> = {}; const queue: string[] = [...words];',
    `  ${inside}`,
    `  ${after}`,
    '  return [kept, all, index, shared];',
    '}',
  ]
    .join('\n')
    // Declared together with others or used by all programs, the queue would never be a queue of its own.
    .replace(/const queue: string\[\] = \[\.\.\.words\];/, (line) => (inside.includes('queue') ? `\n  ${line}` : ''))
    .replace('kept.push(queue.length);', inside.includes('queue') ? 'kept.push(queue.length);' : ''),
);

const lists = [
  [],
  ['a'],
  ['a', 'b', 'a', 'ccc'],
  ['__proto__', 'a', '__proto__'],
  ['constructor', '2', '1', 'toString'],
];

function run(text: string): string {
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const exported: { subject?: (...args: unknown[]) => unknown } = {};
  new Function('exports', outputText)(exported);
  const results = lists.flatMap((words) =>
    [0, 3, 8].map((n) => {
      try {
        return exported.subject?.([...words], n);
      } catch (error) {
        return String(error);
      }
    }),
  );
  return inspect(results, { depth: 12, maxArrayLength: null });
}

test('whatever copy or queue is rewritten in a random function gives the same', () => {
  const variants = new Map<string, number>();
  fc.assert(
    fc.property(program, (text) => {
      const subject = subjectOf(text, 'subject');
      const proposal = proposeOn(plainJavaScript, subject);
      if (proposal.kind === 'declined') return;
      const expected = run(text);
      for (const candidate of proposal.candidates) {
        variants.set(candidate.variant, (variants.get(candidate.variant) ?? 0) + 1);
        const after = editedText(subject, candidate);
        expect(run(after), after).toBe(expected);
      }
    }),
    {
      seed: Number(process.env['FUZZ_SEED'] ?? 11),
      numRuns: Number(process.env['FUZZ_RUNS'] ?? 150),
      endOnFailure: true,
    },
  );
  for (const variant of ['filled-in-place', 'loop', 'queue-index'])
    expect(variants.get(variant) ?? 0, variant).toBeGreaterThan(2);
}, 300_000);

test('the comparison notices a key that became the prototype', () => {
  const text =
    'export function subject(words: string[]) { let o: any = {}; for (const w of words) o = { ...o, [w]: { w } }; return o; }';
  expect(run(text.replace('o = { ...o, [w]: { w } }', 'o[w] = { w }'))).not.toBe(run(text));
});
