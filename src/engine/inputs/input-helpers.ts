// The small functions that a generated inputs module brings along, as text: only those that it uses. Seeded through `random` alone.

export type HelperName = 'integer' | 'pick' | 'letters' | 'word' | 'words';

interface Helper {
  /** Helpers that its text calls. */
  readonly uses: readonly HelperName[];
  readonly doc: string;
  /** Parameters with their types, and the type of the result. */
  readonly typed: string;
  readonly untyped: string;
  readonly body: readonly string[];
}

/** Names of helpers in a text are written as `$integer$`, so that a module that has an `integer` of its own can rename ours. */
export const helpers: Readonly<Record<HelperName, Helper>> = {
  integer: {
    uses: [],
    doc: 'A whole number, at least `from` and less than `below`.',
    typed: '(random: () => number, from: number, below: number): number',
    untyped: '(random, from, below)',
    body: ['return from + Math.floor(random() * (below - from));'],
  },
  pick: {
    uses: [],
    doc: 'One of the options.',
    typed: '<T>(random: () => number, options: readonly T[]): T',
    untyped: '(random, options)',
    body: ['return options[Math.floor(random() * options.length)]$as T$;'],
  },
  letters: {
    uses: [],
    doc: 'Lower-case letters.',
    typed: '(random: () => number, length: number): string',
    untyped: '(random, length)',
    body: [
      "return Array.from({ length }, () => 'abcdefghijklmnopqrstuvwxyz'.charAt(Math.floor(random() * 26))).join('');",
    ],
  },
  word: {
    uses: ['letters'],
    doc: 'A word of 3 to 9 letters.',
    typed: '(random: () => number): string',
    untyped: '(random)',
    body: ['return $letters$(random, 3 + Math.floor(random() * 7));'],
  },
  words: {
    uses: ['word'],
    doc: 'A text of words, `length` characters long.',
    typed: '(random: () => number, length: number): string',
    untyped: '(random, length)',
    body: [
      "let text = '';",
      `while (text.length < length) text += \`\${$word$(random)} \`;`,
      'return text.slice(0, length);',
    ],
  },
};

/** The helpers and those that they use, callees first. */
export function withDependencies(names: Iterable<HelperName>): readonly HelperName[] {
  const ordered = new Set<HelperName>();
  const add = (name: HelperName): void => {
    helpers[name].uses.forEach(add);
    ordered.add(name);
  };
  for (const name of names) add(name);
  return [...ordered];
}
