import { describe, expect, it } from 'vitest';
import { reportToMarkdown } from '../../src/present/markdown.ts';
import { titleFromId } from '../../src/present/verdict-sentence.ts';
import { declinedResult, measuredResult, sampleReport } from '../support/sample-report.ts';

const markdown = (...results: Parameters<typeof sampleReport>) =>
  reportToMarkdown(sampleReport(...results), titleFromId);

it('says the verdict, the evidence and the rewrite', () => {
  const text = markdown([measuredResult('typed-arrays', 'faster', 4.2), declinedResult('memoization')]);
  expect(text).toContain('## `sieve`\n\nsieve is best left as it is.');
  expect(text).toContain('| n = 100 | 300 ns | 4.20x (3.99x to 4.41x) |');
  expect(text).toContain('### Typed arrays: 4.20x faster');
  expect(text).toContain('```diff\n-old\n+new\n\n```');
  expect(text.match(/comes from the caller/g)).toHaveLength(1);
});

describe('text of the user’s code does not become markup', () => {
  it('in reasons: HTML, links, emphasis and headings are plain words, code between backticks stays code', () => {
    const message = '<img src=x> ![a](b) **bold** # no `a|b <c>` and ~~this~~ &amp; $x$';
    const text = markdown([declinedResult('workers', { reasons: [{ code: 'X', message, line: 1 }] })]);
    expect(text).toContain(
      '- Line 1: &lt;img src=x> !\\[a\\](b) \\*\\*bold\\*\\* \\# no `a|b <c>` and \\~\\~this\\~\\~ &amp;amp; \\$x\\$.',
    );
  });

  it('at the start of a sentence: no list, quote or numbering begins', () => {
    for (const [message, escaped] of [
      ['- item', '\\- item.'],
      ['> quote', '\\> quote.'],
      ['1. first', '1\\. first.'],
    ] as const) {
      const text = markdown([declinedResult('workers', { reasons: [{ code: 'X', message }] })]);
      expect(text).toContain(`\n- ${escaped}\n`);
    }
  });

  it('in the table: a pipe ends no cell, not even in code, and a line break no row', () => {
    const baseline = sampleReport([]).baseline.perCase[0];
    if (baseline === undefined) throw new Error('the sample has cases');
    const text = markdown([], { baseline: { perCase: [{ ...baseline, label: 'a | `b|c`\nd' }] } });
    expect(text).toContain('| a \\| `b\\|c` d | 300 ns |');
  });

  it('in names and signatures: the code span is longer than any run of backticks inside', () => {
    const { subject } = sampleReport([]);
    const text = markdown([], { subject: { ...subject, name: 'a``b', signature: 'f(x: `a`)\n\n: void' } });
    expect(text).toContain('## ``` a``b ```');
    expect(text).toContain('`` f(x: `a`) : void ``');
  });

  it('in a diff: fences inside do not end it', () => {
    const result = measuredResult('workers', 'faster', 2);
    if (result.rewrite === undefined) throw new Error('the sample has a rewrite');
    const text = markdown([{ ...result, rewrite: { ...result.rewrite, diff: '+````\n+</details>' } }]);
    expect(text).toContain('\n`````diff\n+````\n+</details>\n`````\n');
  });

  it('in a counterexample: the whole of it stands in code spans', () => {
    const counterexample = { args: `"${'|'.repeat(100)}"`, expected: '"<b>"', actual: '"`"' };
    const text = markdown([
      measuredResult('memoization', 'not-equivalent', 2, {
        equivalence: { cases: 1, generatedCases: 0, tolerance: 'exact', counterexample },
      }),
    ]);
    expect(text).toContain(`- arguments: \`"${'|'.repeat(100)}"\`\n- original: \`"<b>"\`\n- rewrite: \`\` "\`" \`\`\n`);
  });
});
