// What lies in shared memory where threads put what they compute into typed arrays: these arrays, those that they read, and arrays of numbers that they
// read element by element. Then nothing is cloned for each part.
import { laidOut } from '../../source/generated-text.ts';
import { freshName } from '../../source/names.ts';
import type { Subject } from '../../source/subject.ts';
import type { LoopSite } from './loop-sites.ts';
import { NOTHING_SHARED, type SharedView, type Sharing } from './loop-task.ts';
import { sharingFunction as numbersToShared, shareableArrays } from './shared-numbers.ts';
import { sharingFunction, sharingFunctions } from './shared-views.ts';

export interface SharingInPlace {
  readonly sharing: Sharing;
  /** The function that puts plain numbers into shared memory; empty where there are none. */
  readonly toShared: string;
  /** All functions that put something there, by their names. */
  readonly names: readonly string[];
  readonly declarations: readonly string[];
}

export function sharingInPlace(views: readonly SharedView[], site: LoopSite, subject: Subject): SharingInPlace {
  const { style } = subject;
  const arrays = shareableArrays(site, subject).map(({ name }) => name);
  const toShared = arrays.length === 0 ? '' : freshName(subject, 'shared');
  const functions = sharingFunctions(views);
  const texts = [
    ...(toShared === '' ? [] : [numbersToShared(toShared, style)]),
    ...functions.map((view) => sharingFunction(view, style.isTypeScript)),
  ];
  return {
    sharing: { ...NOTHING_SHARED, arrays, views },
    toShared,
    names: [...(toShared === '' ? [] : [toShared]), ...functions.map((view) => view.toShared)],
    declarations: texts.map((text) => laidOut(text, style)),
  };
}
