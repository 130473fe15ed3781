import { describe, expect, it } from 'vitest';
import { reportsToHtml } from '../../src/present/html.ts';
import { schemaErrors } from '../support/report-schema.ts';
import { declinedResult, measuredResult, sampleReport } from '../support/sample-report.ts';

const NASTY = '</script><script>alert(1)</script><!-- <img src=x onerror=alert(1)> \u2028\u2029 </style> "\'&';
const rows = [{ id: 'workers', title: NASTY, folklore: NASTY, whenNotToUse: NASTY }];
const assets = { script: "const text = '</script>' + '<!--';", style: 'body::after { content: "</style>"; }' };

function nastyReport() {
  const plain = sampleReport([
    declinedResult('workers', { reasons: [{ code: 'X', message: NASTY, unlock: NASTY }] }),
    measuredResult('memoization', 'not-equivalent', 2, {
      equivalence: {
        cases: 1,
        generatedCases: 0,
        tolerance: 'exact',
        counterexample: { args: NASTY, expected: NASTY, actual: NASTY },
      },
    }),
  ]);
  return { ...plain, subject: { ...plain.subject, name: NASTY, signature: NASTY } };
}

/** As a browser finds it: from the opening tag to the first closing one. */
function dataIn(html: string): { reports: unknown[]; strategies: unknown[] } {
  const block = /<script type="application\/json" id="speedlens-data">([\s\S]*?)<\/script>/.exec(html)?.[1];
  return JSON.parse(block ?? '') as { reports: unknown[]; strategies: unknown[] };
}

describe('the self-contained page', () => {
  const html = reportsToHtml([nastyReport(), sampleReport([])], rows, assets);

  it('carries the reports, to be read back as they were', () => {
    expect(dataIn(html)).toEqual({ reports: [nastyReport(), sampleReport([])], strategies: rows });
    for (const report of dataIn(html).reports) expect(schemaErrors(report)).toEqual([]);
  });

  it('has no element and no comment but its own, whatever the user’s code is called', () => {
    expect(html.match(/<script/g)).toHaveLength(2);
    expect(html.match(/<\/script/g)).toHaveLength(2);
    expect(html.match(/<\/style/g)).toHaveLength(1);
    expect(html.match(/<!/g)).toHaveLength(1);
    expect(html).not.toContain('<img');
    expect(html).not.toMatch(/[\u2028\u2029]/);
  });

  it('loads nothing from anywhere', () => {
    expect(html).toContain("default-src 'none'");
    expect(reportsToHtml([sampleReport([])], [], assets)).not.toMatch(/\b(src|href)=|url\(/);
  });

  it('names its functions in the title, or counts them when they are many', () => {
    expect(reportsToHtml([sampleReport([])], [], assets)).toContain('<title>Speedlens: sieve</title>');
    const many = Array.from({ length: 40 }, () => sampleReport([]));
    expect(reportsToHtml(many, [], assets)).toContain('<title>Speedlens: 40 functions</title>');
  });
});
