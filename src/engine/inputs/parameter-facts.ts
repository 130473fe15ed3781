// What the planner knows about one parameter besides its type: what the body does with it and what stands beside it.
import type { Shape } from './input-shape.ts';
import type { ParsedAs, Uses } from './uses.ts';

/** What a number parameter is for. */
export type NumberRole = 'size' | 'part-of-size' | 'zero' | 'position' | 'free';

export interface ParameterFacts {
  readonly numberRole: NumberRole;
  /** The number, or the numbers in it, are used as whole ones: as an index, with `%` or bit operators, as a key. */
  readonly isWhole: boolean;
  /** It is held against the codes of characters. */
  readonly isCharacterCode: boolean;
  /** Some other parameter is a collection, so that a text beside it need not grow. */
  readonly besideCollection: boolean;
  /** Fields that are compared with texts, of the value or of its elements: one of those, or another. */
  readonly comparedFields: ReadonlyMap<string, Shape>;
  /** Of a text that is only held against texts: one of them. */
  readonly chosenTexts: Shape | undefined;
  /** Of a text that is cut into lines or cells, or parsed as JSON, or of such texts in a list: what is done with it. */
  readonly readText: Uses | undefined;
  /** Some other parameter names a file that is read: a text is looked for in it. */
  readonly besideFile: boolean;
  /** A flat list of width times height elements. */
  readonly isFlatGrid: boolean;
  /** The function or the documentation says that the list is sorted. */
  readonly isSorted: boolean;
  /** The text is read as digits, JSON, the name of a file and so on by the body. */
  readonly parsedAs: ParsedAs | undefined;
  /** Of the name of a file, or of the names in a list: what is done with the text in it. */
  readonly contents: Uses | undefined;
  /** The fields that the body reads of a record, where it reads nothing else of it. */
  readonly readFields: ReadonlySet<string> | undefined;
  /** The elements of the list are names of files that the body reads. */
  readonly namesFiles: boolean;
}

/** A parameter with the shape of its values. */
export interface PlannedParameter {
  /** As written: a name, or a pattern. */
  readonly name: string;
  readonly typeText: string;
  readonly shape: Shape;
  readonly isRest: boolean;
  /** Why no value can be made. */
  readonly reason: string | undefined;
}
