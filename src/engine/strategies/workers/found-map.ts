// An `xs.map(callback)` of a subject as data, or one of the other methods that ask a callback about each element: found by map-sites.ts, judged by map-reasons.ts.
import type ts from 'typescript';
import type { ValueProfile } from '../../process/protocol.ts';
import type { FreeName } from '../../source/names.ts';
import type { Reduction } from './array-reduction.ts';
import type { OwnAccumulator } from './own-accumulator.ts';
import type { SearchMethod } from './search-runner.ts';

/** The first three give arrays that can be put one behind the other; the rest of `reduce` stays with the caller; `forEach` collects into something. */
export type MapMethod = 'map' | 'filter' | 'flatMap' | 'reduce' | 'forEach' | SearchMethod;

/** A map as it was found, before anything is said against it. */
export interface FoundMap {
  readonly call: ts.CallExpression;
  readonly method: MapMethod;
  /** What stands for its results, when these are promises that are awaited together. */
  readonly awaited: ts.Expression | undefined;
  /** The asynchronous function that the callback hands its element to, when its promises are awaited together: it is one in the worker as well. */
  readonly asynchronous: ts.SignatureDeclaration | undefined;
  /** For `reduce` whose callback can be taken apart. */
  readonly reduction: Reduction | undefined;
  /** For `forEach`: what its callback collects into, when that is all that it does. */
  readonly own: OwnAccumulator | undefined;
  /** A `filter` of objects: threads say of each whether it stays, and the caller keeps its own. */
  readonly keepsElements: boolean;
  /** The callback looks at the whole array, so that every part gets all of it. */
  readonly usesWhole: boolean;
  /** `xs.map(…)`, for people. */
  readonly shown: string;
  readonly array: ts.Expression;
  /** Its class, when it is a typed array. */
  readonly typedArray: string | undefined;
  readonly arrayText: string;
  /** When the array is a variable. */
  readonly arrayName: string | undefined;
  /** Profiles of the array, when it is a parameter. */
  readonly seen: readonly ValueProfile[];
  /** Undefined when the callback is not code of this project. */
  readonly fn: ts.SignatureDeclaration | undefined;
  /** The parameter with the index of the element, when a part of the array can tell it. */
  readonly index: ts.ParameterDeclaration | undefined;
  readonly callbackText: string;
  readonly elementType: ts.Type;
  readonly resultType: ts.Type;
  /** All that the callback uses from outside of itself. */
  readonly free: readonly FreeName[];
  /** Local variables and parameters among that, but the array and what is collected into. */
  readonly captured: readonly { readonly name: string; readonly type: ts.Type; readonly use: ts.Node }[];
  /** Length of the callback's code: the heaviest is worth the most. */
  readonly weight: number;
}
