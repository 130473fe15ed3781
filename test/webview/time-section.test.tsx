import { describe, expect, it } from 'vitest';
import type { WhySlow } from '../../src/model/why-slow.ts';
import type { FromPanel, PanelState } from '../../src/protocol/report-panel-protocol.ts';
import { ReportPage } from '../../src/webview/report-page.tsx';
import { elementsOf, textOf } from '../support/page-text.ts';
import { declinedResult, sampleReport } from '../support/sample-report.ts';
import { sampleWhySlow } from '../support/sample-why-slow.ts';

function page(whySlow: WhySlow | undefined, more: Partial<PanelState> = {}) {
  const sent: FromPanel[] = [];
  const host = { send: (message: FromPanel) => void sent.push(message), onState: () => undefined };
  const report = sampleReport([declinedResult('memoization')], whySlow === undefined ? {} : { whySlow });
  const state = {
    title: 'sieve',
    stale: false,
    running: false,
    interactive: true,
    strategies: [],
    report,
    ...more,
  };
  const node = <ReportPage id="report" state={state} host={host} />;
  const elements = elementsOf(node);
  const button = (name: string) => elements.find(({ tag, text }) => tag === 'button' && text === name);
  return {
    text: textOf(node),
    elements,
    sent,
    button,
    click: (name: string) => {
      const pressed = button(name);
      if (pressed === undefined) throw new Error(`there is no button ${name}`);
      (pressed.props['onClick'] as () => void)();
    },
  };
}

describe('where the time goes', () => {
  it('stands behind the strategies and before how it was measured', () => {
    const { elements } = page(sampleWhySlow());
    const headings = elements.filter(({ tag }) => tag === 'h2').map(({ text }) => text);
    expect(headings.slice(-2)).toEqual(['Where the time goes', 'How this was measured']);
    expect(headings.at(-3)).toMatch(/^Memoization/);
  });

  it('has a row for each hot line: share, bar, link, code, what it calls', () => {
    const { elements } = page(sampleWhySlow());
    const first = elements.findIndex(({ props }) => props['class'] === 'time-table');
    const rows = elements.slice(first).filter(({ tag, text }) => tag === 'tr' && text.includes('%'));
    expect(rows.map(({ text }) => text)).toEqual([
      expect.stringMatching(/60 %.*line 15.*sum \+= list\[i\].*Array\.prototype\.indexOf 40 %/s),
      expect.stringMatching(/20 %.*line 14/s),
      expect.stringMatching(/10 %.*weigh\.ts:3/s),
      expect.stringMatching(/8\.0 %.*garbage collection/s),
      expect.stringMatching(/2\.0 %.*other lines/s),
    ]);
    const bars = elements.filter(({ tag, props }) => tag === 'rect' && props['height'] === '10');
    expect(bars.map(({ props }) => Math.round(Number(props['width'])))).toEqual([100, 33, 17, 13, 3]);
  });

  it('leads to the lines of the subject’s file, and to no other file', () => {
    const shown = page(sampleWhySlow());
    shown.click('line 14');
    expect(shown.sent).toEqual([{ type: 'reveal', line: 14 }]);
    expect(shown.button('weigh.ts:3')).toBeUndefined();
  });

  it('tells deoptimisations that go on, with their line', () => {
    const { text } = page(sampleWhySlow());
    expect(text).toContain('V8 threw away optimised code 12 times');
    expect(text).toContain('also threw away optimised code at line 14');
  });

  it('asks the editor for the heat strip, but not for a text that has changed', () => {
    const name = 'Show or hide in the editor';
    const shown = page(sampleWhySlow());
    shown.click(name);
    expect(shown.sent).toEqual([{ type: 'heat-strip' }]);
    expect(page(sampleWhySlow(), { stale: true }).button(name)?.props['disabled']).toBe(true);
    expect(page(sampleWhySlow(), { interactive: false }).button(name)).toBeUndefined();
  });

  it('says so when there are too few samples, and shows no rows', () => {
    const { text, elements } = page(sampleWhySlow({ samples: 12 }));
    expect(text).toContain('Only 12 samples');
    expect(elements.some(({ props }) => props['class'] === 'time-table')).toBe(false);
  });

  it('is missing where it was not taken', () => {
    expect(page(undefined).text).not.toContain('Where the time goes');
  });
});
