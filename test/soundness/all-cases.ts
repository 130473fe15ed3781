// All traps, by what they are about.
import { arrayCases } from './array-cases.ts';
import { callbackLoopCases } from './callback-loop-cases.ts';
import { collectionLoopCases } from './collection-loop-cases.ts';
import { everydayCallCases } from './everyday-call-cases.ts';
import { everydayFunctionCases } from './everyday-function-cases.ts';
import { everydayGrowingCases } from './everyday-growing-cases.ts';
import { everydayKeyCases } from './everyday-key-cases.ts';
import { everydayListCases } from './everyday-list-cases.ts';
import { everydayOrderCases } from './everyday-order-cases.ts';
import { everydayRewriteCases } from './everyday-rewrite-cases.ts';
import { everydaySearchCases } from './everyday-search-cases.ts';
import { everydayStateCases } from './everyday-state-cases.ts';
import { everydayTableCases } from './everyday-table-cases.ts';
import { everydayTextCases } from './everyday-text-cases.ts';
import { fileCases } from './file-cases.ts';
import { hostileClassCases } from './hostile-class-cases.ts';
import { loopCases } from './loop-cases.ts';
import { memoryCases } from './memory-cases.ts';
import { moduleTableCases } from './module-table-cases.ts';
import { numberCases } from './number-cases.ts';
import { objectFieldCases } from './object-field-cases.ts';
import { ownHelperCases } from './own-helper-cases.ts';
import type { SoundnessCase } from './soundness-case.ts';
import { textCases } from './text-cases.ts';
import { threadCopyCases } from './thread-copy-cases.ts';
import { threadMemoryCases } from './thread-memory-cases.ts';
import { threadPartCases } from './thread-part-cases.ts';
import { threadPlaceCases } from './thread-place-cases.ts';
import { unsetArrayCases } from './unset-array-cases.ts';
import { untypedCases } from './untyped-cases.ts';
import { untypedChangedCases } from './untyped-changed-cases.ts';
import { untypedRecordCases } from './untyped-record-cases.ts';

export const soundnessCases: readonly (readonly [about: string, cases: readonly SoundnessCase[]])[] = [
  ['loops', loopCases],
  ['arrays', arrayCases],
  ['numbers', numberCases],
  ['remembered results', memoryCases],
  ['files', fileCases],
  ['the text of files', textCases],
  ['code without types', untypedCases],
  ['objects without types', untypedRecordCases],
  ['parameters without types that change', untypedChangedCases],
  ['fields of objects', objectFieldCases],
  ['tables of the module', moduleTableCases],
  ['callbacks that are loops', callbackLoopCases],
  ['everyday lists', everydayListCases],
  ['everyday tables', everydayTableCases],
  ['everyday texts', everydayTextCases],
  ['everyday state', everydayStateCases],
  ['everyday calls', everydayCallCases],
  ['forms that are rewritten', everydayRewriteCases],
  ['everyday searches', everydaySearchCases],
  ['lists that grow', everydayGrowingCases],
  ['keys and more', everydayKeyCases],
  ['functions of a function', everydayFunctionCases],
  ['the order of parts and steps', everydayOrderCases],
  ['classes that extend arrays, names that hide the language', hostileClassCases],
  ['what a copy in a thread loses', threadCopyCases],
  ['memory that threads share', threadMemoryCases],
  ['what is another in a thread', threadPlaceCases],
  ['how work is cut into parts', threadPartCases],
  ['helpers of its own', ownHelperCases],
  ['collections and counters', collectionLoopCases],
  ['arrays that a loop fills', unsetArrayCases],
];
