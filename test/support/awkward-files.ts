// Text files that a reader of lines gets wrong when it does more, or less, than `split` does: where they end, what ends a line, characters
// that lie across two pieces of the file.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const contents: Readonly<Record<string, string | Uint8Array>> = {
  empty: '',
  'one-line-feed': '\n',
  'only-line-feeds': '\n\n\n',
  'no-line-feed': 'ERROR one line',
  'line-feed-at-the-end': 'first\nERROR second\n',
  'no-line-feed-at-the-end': 'first\nERROR second',
  'carriage-returns': 'first\r\nERROR second\r\nthird\r\n',
  'lone-carriage-returns': 'first\rERROR second\r\r\nthird\r',
  'byte-order-mark': '\uFEFFERROR first\nsecond\n',
  'other-separators': 'a\u2028ERROR b\u2029c\u0085d\vE\n',
  'four-byte-characters': `a${'\u{1F600}'.repeat(40_000)}\nERROR \u{1F600}`,
  'three-byte-characters': `${'\u20AC'.repeat(50_000)}\n${'\u20AC'.repeat(30_000)}`,
  'line-feed-at-the-border': `${'x'.repeat(65_535)}\nERROR y`,
  'carriage-return-at-the-border': `${'x'.repeat(65_535)}\r\nERROR y\r\n`,
  'one-long-line': 'z'.repeat(300_000),
  'many-lines': Array.from({ length: 20_000 }, (_, i) => `${i % 7 === 0 ? 'ERROR' : 'ok'} line ${i}`).join('\n'),
  'only-white-space': ` \n\t\r\n${' '.repeat(70_000)}\n`,
  'white-space-around': ' \n\uFEFF first  \r\nERROR second\u00A0 \r\n\n \n',
  'white-space-over-pieces': `\n${' '.repeat(70_000)}first\n${'\n'.repeat(140_000)}ERROR second\n${' '.repeat(70_000)}`,
  // A sigma at the end of a word has a small letter of its own.
  'letters-at-the-border': `${'x'.repeat(65_532)}\u0391\u03a3\u0391 \u0391\u03a3\n\u0391\u03a3\ufeff\n\u0130 \u00df`,
  'words-at-the-border': `${' '.repeat(65_530)}first   \n   ${'second '.repeat(9_000)}\n\t ERROR`,
  'half-a-character-after-line-feeds': Uint8Array.from([0x61, 0x0d, 0x0a, 0x0a, 0x62, 0x0a, 0x0d, 0x0a, 0xe2, 0x82]),
  'not-utf-8': Uint8Array.from([0x61, 0xff, 0x0a, 0xe2, 0x82]),
};

let folder: string | undefined;

/** Their paths, and those of a file that does not exist and of a folder. Written once, removed when the process ends. */
export function awkwardFiles(): readonly string[] {
  if (folder === undefined) {
    const made = mkdtempSync(join(tmpdir(), 'speedlens-awkward-'));
    for (const [name, content] of Object.entries(contents)) writeFileSync(join(made, name), content);
    process.once('exit', () => rmSync(made, { recursive: true, force: true }));
    folder = made;
  }
  const made = folder;
  return [...Object.keys(contents).map((name) => join(made, name)), join(made, 'missing'), made, ''];
}
