import { expect, it } from 'vitest';
import { callersSentence, filesSentence } from '../../src/present/rewrite-words.ts';

const edited = (path: string) => ({ path, edits: [] });
const created = (path: string) => ({ path, newText: '' });

it.each([
  ['the own file alone is not worth a word', [edited('/app/src/scores.ts')], undefined],
  [
    'one folder goes without saying',
    [edited('/app/src/scores.ts'), created('/app/src/scores.worker.ts')],
    'Changes scores.ts, creates scores.worker.ts.',
  ],
  [
    'folders that differ are shown from where they part',
    [
      edited('/app/src/lib/index.ts'),
      edited('/app/src/index.ts'),
      edited('/app/src/view/list.tsx'),
      created('/app/src/lib/index.worker.ts'),
    ],
    'Changes lib/index.ts, index.ts and view/list.tsx, creates lib/index.worker.ts.',
  ],
  [
    'nothing may be new',
    [edited('C:\\app\\a\\one.ts'), edited('C:\\app\\b\\two.ts')],
    'Changes a/one.ts and b/two.ts.',
  ],
])('of the files, %s', (_, files, sentence) => {
  expect(filesSentence({ files })).toBe(sentence);
});

it('of callers, whether they follow or have to be changed', () => {
  expect(callersSentence({ signature: 'same' })).toBe('Same signature.');
  expect(callersSentence({ signature: 'async' })).toBe('Callers must await the result.');
  expect(callersSentence({ signature: 'async', callersFollow: true })).toBe('All known callers are changed with it.');
});
