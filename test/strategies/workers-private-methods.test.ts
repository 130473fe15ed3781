// Which private methods are known to be the ones that are called, and which stay in their class although nothing in it seems to call them any more.
import { describe, expect, it } from 'vitest';
import { workers } from '../../src/engine/strategies/workers/workers.ts';
import { editedText, proposeOn, subjectOf } from '../support/propose-on.ts';

/** A class whose method calls a private one, with more members and more after it. */
function measuring(members: string, after = ''): string {
  return `export class Measure {
  measure(texts: readonly string[]): number[] {
    return texts.map((text) => this.lengthOf(text));
  }

  private lengthOf(text: string): number {
    return text.normalize('NFC').split(/\\s+/).length;
  }
${members}}
${after}`;
}

function proposalOn(source: string) {
  const subject = subjectOf(source, 'Measure.measure');
  return { subject, proposal: proposeOn(workers, subject) };
}

describe('a private method is spread', () => {
  it.each([
    ['with its class as it stands', measuring('')],
    [
      'where another class has a method of that name',
      measuring('', 'export class Other {\n  lengthOf(text: string): number {\n    return text.length;\n  }\n}\n'),
    ],
    [
      'where it is called elsewhere',
      measuring('\n  first(text: string): number {\n    return this.lengthOf(text);\n  }\n'),
    ],
  ])('%s', (_, source) => {
    expect(proposalOn(source).proposal.kind).toBe('candidates');
  });
});

describe('a private method may be another one where', () => {
  it.each([
    ['its class sets it', measuring('\n  constructor() {\n    this.lengthOf = () => 1;\n  }\n')],
    [
      'its class takes over what it is given',
      measuring('\n  constructor(options: object) {\n    Object.assign(this, options);\n  }\n'),
    ],
    [
      'its class sets what it is told to',
      measuring('\n  constructor(key: string) {\n    (this as Record<string, unknown>)[key] = () => 1;\n  }\n'),
    ],
    [
      'its class defines it anew',
      measuring("\n  constructor() {\n    Object.defineProperty(this, 'lengthOf', { value: () => 1 });\n  }\n"),
    ],
    ['its name stands in quotes', measuring('', "Measure.prototype['lengthOf'] = () => 1;\n")],
    ['it is set as one of any type', measuring('', '(Measure.prototype as any).lengthOf = () => 1;\n')],
    [
      'a class that extends has one of its name',
      measuring(
        '',
        '// @ts-expect-error It is private.\nexport class Other extends Measure {\n  lengthOf(text: string): number {\n    return text.length;\n  }\n}\n',
      ),
    ],
  ])('%s', (_, source) => {
    expect(proposalOn(source).proposal.kind).toBe('declined');
  });
});

it('A private method stays in a class that asks for members by names that it computes', () => {
  const keptIn = (source: string): boolean => {
    const { subject, proposal } = proposalOn(source);
    if (proposal.kind === 'declined') throw new Error('It is spread.');
    return editedText(subject, proposal.candidates[0]).includes('private lengthOf(');
  };
  expect(keptIn(measuring(''))).toBe(false);
  expect(
    keptIn(measuring('\n  by(kind: string): unknown {\n    return (this as Record<string, unknown>)[kind];\n  }\n')),
  ).toBe(true);
});
