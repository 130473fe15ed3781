import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import type { FromPanel, PanelState } from '../../src/protocol/report-panel-protocol.ts';
import { ReportIndex } from '../../src/webview/report-index.tsx';
import { ReportPage } from '../../src/webview/report-page.tsx';
import { elementsOf, type PageElement, textOf } from '../support/page-text.ts';
import { declinedResult, measuredResult, sampleReport } from '../support/sample-report.ts';

const strategies = ['workers', 'typed-arrays', 'memoization'].map((id) => ({
  id,
  title: id.toUpperCase(),
  folklore: 'a lot',
  whenNotToUse: 'Not for small inputs.',
}));

const report = sampleReport([
  measuredResult('workers', 'slower', 0.25),
  measuredResult('typed-arrays', 'faster', 4.2),
  declinedResult('memoization'),
]);

function page(shown: Report | undefined, more: Partial<PanelState> = {}) {
  const sent: FromPanel[] = [];
  const host = { send: (message: FromPanel) => void sent.push(message), onState: () => undefined };
  const state = { title: 'sieve', stale: false, running: false, interactive: true, strategies, ...more };
  const node = (
    <ReportPage id="report" state={{ ...state, ...(shown === undefined ? {} : { report: shown }) }} host={host} />
  );
  const elements = elementsOf(node);
  const buttons = elements.filter(({ tag }) => tag === 'button');
  return {
    text: textOf(node),
    elements,
    buttons,
    sent,
    click(name: string) {
      const button = buttons.find((candidate) => nameOf(candidate) === name);
      if (button === undefined) throw new Error(`there is no button ${name}`);
      (button.props['onClick'] as () => void)();
    },
  };
}

function nameOf({ props, text }: PageElement): string {
  const label = props['aria-label'];
  return typeof label === 'string' ? label : text;
}

describe('the report in the editor', () => {
  it('has no row for a strategy that the run was not asked for; before its end and after a failure all have theirs', () => {
    const one = sampleReport([measuredResult('workers', 'slower', 0.25)]);
    const failure = { code: 'cancelled', sentence: 'Stopped.', nextStep: 'Run again.' };
    expect(page(one).text).not.toContain('MEMOIZATION');
    expect(page(one, { running: true }).text).toContain('MEMOIZATION working');
    expect(page(one, { failure }).text).toContain('MEMOIZATION not run');
  });

  it('says the sentence first, then the chart, the table and a section for each strategy in catalogue order', () => {
    const { text, elements } = page(report);
    const places = [
      report.summary.sentence,
      'Speed-up at n = 1000000',
      'Time over size',
      'Every size',
      '4.00x slower',
      'How this was measured',
    ];
    expect(
      places.map((words) => text.indexOf(words)).every((place, index, all) => place > (all[index - 1] ?? -1)),
    ).toBe(true);
    const headings = elements.filter(({ tag }) => tag === 'h2').map((heading) => heading.text);
    const titles = strategies.map(({ title }) => title);
    expect(headings.map((heading) => heading.split(' ')[0] ?? '').filter((word) => titles.includes(word))).toEqual(
      titles,
    );
  });

  it('offers Apply for what is faster only, Compare for each rewrite, and names the strategy in both', () => {
    const names = page(report).buttons.map(nameOf);
    expect(names.filter((name) => name.startsWith('Apply'))).toEqual(['Apply the TYPED-ARRAYS rewrite']);
    expect(names.filter((name) => name.startsWith('Compare'))).toHaveLength(2);
  });

  it('tells the editor which button was pressed', () => {
    const shown = page(report);
    shown.click('Apply the TYPED-ARRAYS rewrite');
    shown.click('line 14');
    shown.click('sieve.ts:12');
    shown.click('Run again');
    expect(shown.sent).toEqual([
      { type: 'apply', strategy: 'typed-arrays' },
      { type: 'reveal', line: 14 },
      { type: 'reveal', line: 12 },
      { type: 'run-again' },
    ]);
  });

  it('turns Apply off, and says so, once the file has changed', () => {
    const { buttons, text } = page(report, { stale: true });
    expect(buttons.find((button) => nameOf(button).startsWith('Apply'))?.props['disabled']).toBe(true);
    expect(text).toContain('Apply is off until you run again');
  });

  it('shows what is known while it runs: rows wait for their answers, and the run can be cancelled', () => {
    const partial = sampleReport([declinedResult('memoization')]);
    const progress = {
      phase: 'measuring',
      message: 'measuring',
      round: 3,
      rounds: 8,
      elapsedMs: 1,
      remainingMs: 4200,
      soFar: [{ strategy: 'typed-arrays', ratio: 13.27, rounds: 2 }],
    } as const;
    const shown = page(partial, { running: true, progress });
    expect(shown.text).toContain('measuring, round 3 of 8, about 4.2 s left');
    expect(shown.text).toContain('WORKERS working');
    expect(shown.text).toContain('TYPED-ARRAYS about 13x after 2 rounds, not judged yet');
    expect(shown.buttons.map(nameOf)).not.toContain('Run again');
    shown.click('Cancel');
    expect(shown.sent).toEqual([{ type: 'cancel' }]);
  });

  it('shows a failure with its next step even without a report', () => {
    const failure = { code: 'x', sentence: 'There is no file.', nextStep: 'Check the path.' };
    expect(page(undefined, { failure }).text).toBe('sieveThere is no file.Check the path.');
  });
});

describe('a result that may not be trusted', () => {
  it('a failed check stands above the numbers', () => {
    const check = { check: 'Planted bug', ok: false, detail: 'It was not caught.' };
    const { text } = page({ ...report, integrity: [check, ...report.integrity] });
    expect(text).toContain('A check of this measurement failed. What that means for the numbers:');
    expect(text.indexOf('It was not caught.')).toBeLessThan(text.indexOf('Speed-up at'));
    expect(text).toContain('1 of 2 failed');
    expect(page(report).text).not.toContain('of this measurement failed');
  });

  it('is not called so while the run goes on: the checks have too little to go by', () => {
    const check = { check: 'Same code, same time', ok: false, detail: 'Could not be compared.' };
    const { text } = page({ ...report, integrity: [check] }, { running: true });
    expect(text).not.toContain('of this measurement failed');
  });

  it('a wrong rewrite has its counterexample, but neither a bar nor Apply', () => {
    const counterexample = { args: '[3, 1]', expected: '[1, 3]', actual: '[3, 1]' };
    const wrong = measuredResult('workers', 'not-equivalent', 9, {
      equivalence: { cases: 3, generatedCases: 0, tolerance: 'exact', counterexample },
    });
    const { elements, buttons, text } = page(sampleReport([wrong]));
    expect(text).toContain('arguments[3, 1]original[1, 3]rewrite[3, 1]');
    expect(text).not.toContain('Same results');
    expect(elements.some(({ props }) => String(props['class']).startsWith('bar '))).toBe(false);
    expect(buttons.map(nameOf).filter((name) => /^(Apply|Compare)/.test(name))).toEqual([]);
  });

  it('zero compared cases are called not verified', () => {
    const unverified = measuredResult('workers', 'withheld', 2, {
      equivalence: { cases: 0, generatedCases: 0, tolerance: 'exact' },
    });
    expect(page(sampleReport([unverified])).text).toContain('Not verified: no case could be compared.');
  });
});

it('the chart is told in words to those who cannot see it', () => {
  const chart = page(report).elements.find(({ props }) => props['role'] === 'img');
  expect(chart?.props['aria-label']).toBe(
    'WORKERS: 4.00x slower; TYPED-ARRAYS: 4.20x faster; MEMOIZATION: not applicable',
  );
});

it('without any measured strategy there is no empty chart', () => {
  const { text } = page(sampleReport([declinedResult('workers'), declinedResult('memoization')]));
  expect(text).not.toContain('Speed-up at');
  expect(text).toContain('Every size');
});

it('code between backticks is code, and a reason is told once', () => {
  const { elements, text } = page(report);
  expect(elements.filter(({ tag }) => tag === 'code').map((code) => code.text)).toContain('rows');
  expect(text.match(/comes from the caller/g)).toHaveLength(1);
});

describe('the exported page', () => {
  const states = [report, { ...report, subject: { ...report.subject, file: '/project/src/other.ts' } }].map(
    (shown): PanelState => ({
      title: shown.subject.name,
      report: shown,
      stale: false,
      running: false,
      interactive: false,
      strategies,
    }),
  );

  it('has no buttons: nobody would answer', () => {
    expect(page(report, { interactive: false }).buttons).toEqual([]);
  });

  it('lists many functions, links to each, and every id is its own even where names repeat', () => {
    const elements = elementsOf(<ReportIndex states={states} />);
    const ids = elements.flatMap(({ props }) => (typeof props['id'] === 'string' ? [props['id']] : []));
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).not.toMatch(/\s/);
    const targets = elements.flatMap(({ tag, props }) => (tag === 'a' ? [String(props['href']).slice(1)] : []));
    expect(targets).toHaveLength(2);
    for (const target of targets) expect(ids).toContain(target);
    expect(elements.filter(({ tag }) => tag === 'main')).toHaveLength(1);
  });

  it('every section is labelled by a heading that exists', () => {
    const elements = elementsOf(<ReportIndex states={states} />);
    const ids = new Set(elements.map(({ props }) => props['id']));
    for (const { props } of elements) {
      if (props['aria-labelledby'] !== undefined) expect(ids.has(props['aria-labelledby'])).toBe(true);
    }
  });

  it('shows results of strategies that the catalogue does not know', () => {
    const { text } = page(sampleReport([measuredResult('typed-arrays+workers', 'faster', 9)]), { interactive: false });
    const titleOf = (wanted: string) => strategies.find(({ id }) => id === wanted)?.title ?? '';
    expect(text).toContain(`${titleOf('typed-arrays')} + ${titleOf('workers')}`);
  });
});
