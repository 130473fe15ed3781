// The small functions that a generated inputs module brings along, as text: only those that it uses. Seeded through `random` alone.

export type HelperName =
  | 'integer'
  | 'pick'
  | 'letters'
  | 'word'
  | 'words'
  | 'textFile'
  | 'linesFile'
  | 'fileWith'
  | 'newFile';

interface Helper {
  /** Helpers that its text calls. */
  readonly uses: readonly HelperName[];
  /** What it imports: names by module. */
  readonly imports?: Readonly<Record<string, readonly string[]>>;
  readonly doc: string;
  /** Parameters with their types, and the type of the result. */
  readonly typed: string;
  readonly untyped: string;
  readonly body: readonly string[];
}

/** Lines that write a text to `file` where it is not there yet, and return its name. */
function writtenOnce(text: string): readonly string[] {
  return [
    'if (existsSync(file)) return file;',
    '// It gets its name when it is complete: several processes may be making it.',
    `writeFileSync(\`\${file}.\${process.pid}\`, ${text});`,
    `renameSync(\`\${file}.\${process.pid}\`, file);`,
    'return file;',
  ];
}

/**
 * What stands between single quotes is a value, quoted when it is printed. Names of helpers in a text are written as `$integer$`, so that a
 * module that has an `integer` of its own can rename ours.
 */
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
  textFile: {
    uses: ['word', 'integer'],
    imports: {
      'node:fs': ['existsSync', 'renameSync', 'writeFileSync'],
      'node:os': ['tmpdir'],
      'node:path': ['join'],
    },
    doc: 'A text file of so many lines, made once and left to whoever empties the temporary folder.',
    typed: '(lines: number, random: () => number): string',
    untyped: '(lines, random)',
    body: [
      `const samples = Array.from({ length: Math.min(lines, 1000) }, () => \`\${$word$(random)} \${$word$(random)} \${$integer$(random, 0, 1000)}\\n\`);`,
      `const file = join(tmpdir(), \`lines-\${lines}-\${Math.floor(random() * 1e9)}.txt\`);`,
      ...writtenOnce("Array.from({ length: lines }, (_, row) => samples[(row * 7919) % samples.length]).join('')"),
    ],
  },
  linesFile: {
    uses: [],
    imports: {
      'node:fs': ['existsSync', 'renameSync', 'writeFileSync'],
      'node:os': ['tmpdir'],
      'node:path': ['join'],
    },
    doc: 'A file of so many of these lines, made once and left to whoever empties the temporary folder. A thousand of them differ.',
    typed: '(lines: number, line: () => string, random: () => number): string',
    untyped: '(lines, line, random)',
    body: [
      'const samples = Array.from({ length: Math.min(lines, 1000) }, line);',
      `const file = join(tmpdir(), \`lines-\${lines}-\${Math.floor(random() * 1e9)}.txt\`);`,
      ...writtenOnce("Array.from({ length: lines }, (_, row) => samples[(row * 7919) % samples.length]).join('\n')"),
    ],
  },
  fileWith: {
    uses: [],
    imports: {
      'node:fs': ['existsSync', 'renameSync', 'writeFileSync'],
      'node:os': ['tmpdir'],
      'node:path': ['join'],
    },
    doc: 'A file with this text, made once and left to whoever empties the temporary folder.',
    typed: '(text: string, random: () => number): string',
    untyped: '(text, random)',
    body: [
      `const file = join(tmpdir(), \`text-\${text.length}-\${Math.floor(random() * 1e9)}.txt\`);`,
      ...writtenOnce('text'),
    ],
  },
  newFile: {
    uses: [],
    imports: { 'node:fs': ['rmSync'], 'node:os': ['tmpdir'], 'node:path': ['join'] },
    doc: 'The name of a file in the temporary folder that does not exist yet.',
    typed: '(): string',
    untyped: '()',
    body: [
      `const file = join(tmpdir(), \`written-\${process.pid}.txt\`);`,
      'rmSync(file, { force: true });',
      'return file;',
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
