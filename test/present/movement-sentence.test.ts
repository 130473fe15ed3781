import { expect, it } from 'vitest';
import type { DataMovement } from '../../src/model/report.ts';
import { reportToMarkdown } from '../../src/present/markdown.ts';
import { movementSentence } from '../../src/present/movement-sentence.ts';
import { plainPalette, reportText } from '../../src/present/text-table.ts';
import { titleFromId } from '../../src/present/verdict-sentence.ts';
import { schemaErrors } from '../support/report-schema.ts';
import { measuredResult, sampleReport } from '../support/sample-report.ts';

const movement: DataMovement = {
  label: 'n = 1000',
  spawnMs: 41.2,
  callNs: 8e6,
  callerNs: 0.4e6,
  tasks: 8,
  threads: 2,
  sendNs: 1.2e6,
  computeNs: 11e6,
  receiveNs: 2.4e6,
};

it('a call on threads is told part by part, and what dominates', () => {
  const sentence = movementSentence(measuredResult('workers', 'faster', 2, { movement }));
  expect(sentence).toBe(
    "Where a call's 8.00 ms go (8 parts on 2 threads, times of the parts added up): sending 1.20 ms, computing 11.0 ms, receiving 2.40 ms; cutting and joining in the thread that calls 400 µs. Starting the threads took 41.2 ms, once. Computing dominates (73 %).",
  );
  expect(
    movementSentence(measuredResult('workers', 'slower', 0.5, { movement: { ...movement, sendNs: 12e6 } })),
  ).toMatch(/Sending dominates \(47 %\)\.$/);
  expect(movementSentence(measuredResult('workers', 'faster', 2, {}))).toBeUndefined();
});

it('the text, the exported page and the schema know it', () => {
  const report = sampleReport([measuredResult('workers', 'faster', 2, { movement })]);
  expect(schemaErrors(report)).toEqual([]);
  const broken = { ...movement, sendNs: 'much' } as unknown as DataMovement;
  expect(schemaErrors(sampleReport([measuredResult('workers', 'faster', 2, { movement: broken })]))).not.toEqual([]);
  const texts = [reportText(report, titleFromId, plainPalette, 400), reportToMarkdown(report, titleFromId)];
  for (const text of texts) expect(text).toContain('Computing dominates');
});
