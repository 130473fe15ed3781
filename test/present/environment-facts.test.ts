import { describe, expect, it } from 'vitest';
import { environmentFacts } from '../../src/present/environment-facts.ts';
import { reportToMarkdown } from '../../src/present/markdown.ts';
import { titleFromId } from '../../src/present/verdict-sentence.ts';
import { sampleReport } from '../support/sample-report.ts';
import { SCRIPTED_ENVIRONMENT } from '../support/scripted-runner.ts';

describe('facts about the environment', () => {
  it('are only those that are known', () => {
    expect(environmentFacts(SCRIPTED_ENVIRONMENT).map(({ name }) => name)).toEqual([
      'Node',
      'V8',
      'Path',
      'Processor',
      'System',
    ]);
  });

  it('name power, limits, load and flags where the machine tells', () => {
    const facts = environmentFacts({
      ...SCRIPTED_ENVIRONMENT,
      memoryBytes: 8 * 1024 ** 3,
      power: { governor: 'powersave', driver: 'acpi-cpufreq', onBattery: true },
      limits: { cpus: 0.5, memoryBytes: 512 * 1024 ** 2 },
      load: { atStart: 0.25, atEnd: 2 },
      nodeFlags: ['--no-warnings', '--permission'],
      droppedNodeOptions: true,
    });
    expect(Object.fromEntries(facts.map(({ name, value }) => [name, value]))).toMatchObject({
      Flags: '--no-warnings --permission',
      NODE_OPTIONS: 'set, not given to the benchmark',
      Governor: 'powersave (acpi-cpufreq)',
      Power: 'battery',
      Memory: '8.00 GB',
      Container: 'at most 0.5 cores, at most 512 MB',
      Load: '0.3 before, 2.0 after',
    });
  });

  it('stand in Markdown without the path of Node, and each once', () => {
    const text = reportToMarkdown(sampleReport([]), titleFromId);
    expect(text).toContain('Flags: `--no-warnings`; Governor: schedutil; Power: mains; Memory: 16.0 GB;');
    expect(text).not.toContain('/opt/node');
    expect(text.match(/Sample CPU/g)).toHaveLength(1);
  });
});

describe('checks in Markdown', () => {
  it('are counted when all passed, and told when they failed', () => {
    expect(reportToMarkdown(sampleReport([]), titleFromId)).toContain('All 1 checks of the measurement passed.');
    const failed = { check: 'Timer floor', ok: false, detail: 'Samples lasted 1 step.' };
    const { integrity } = sampleReport([]);
    const text = reportToMarkdown(sampleReport([], { integrity: [...integrity, failed] }), titleFromId);
    expect(text).toContain('1 of 2 checks of the measurement failed:\n- Timer floor: Samples lasted 1 step.');
  });
});
