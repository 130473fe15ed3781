// What goes along while types are read: the checker, where in the argument we are, and what was assumed on the way.
import type ts from 'typescript';
import type { Maker, Shape } from './input-shape.ts';
import type { ParameterFacts, PlannedParameter } from './parameter-facts.ts';

/** Where a type stands: the argument itself, or inside of a collection, where lists stay small. */
type Place = 'outer' | 'inner';

export interface TypeReading {
  readonly checker: ts.TypeChecker;
  readonly program: ts.Program;
  readonly sourceFile: ts.SourceFile;
  readonly place: Place;
  readonly depth: number;
  /** True for the argument itself, false for what is inside of a record or a collection. */
  readonly isArgument: boolean;
  /** A property of a record that says how wide and how high its data are. */
  readonly isOfGrid: boolean;
  /** Elements and properties of whole numbers only. */
  readonly wholeNumbers: boolean;
  /** What the body does with the parameter that is being read. */
  readonly facts: ParameterFacts;
  /** Types that are chosen for type parameters. */
  readonly substitutes: ReadonlyMap<ts.Type, ts.Type>;
  /** Type parameters T of which `keyof T` is asked: records, not numbers. */
  readonly keyedParameters: ReadonlySet<ts.Type>;
  readonly makers: Map<ts.Type, Maker>;
  /** `shapeOfType`, so that the files it leaves work to can come back to it. */
  readonly shapeOf: (type: ts.Type, name: string, reading: TypeReading) => Shape;
  /** The shape of a value that has no type: guessed from its uses, or impossible. */
  readonly withoutType: (name: string, reading: TypeReading) => Shape;
  /** The arguments of a constructor, planned as those of a function are. */
  readonly planConstructor: (declaration: ts.ConstructorDeclaration, from: TypeReading) => readonly PlannedParameter[];
  /** Counts the types that are read for one subject; false when they are too many. */
  readonly spend: () => boolean;
  readonly note: (sentence: string) => void;
}

/** One step inwards: into a property, into an element of a collection, or sideways to a type that stands for this one. */
export function within(reading: TypeReading, step: 'property' | 'element' | 'same'): TypeReading {
  const depth = reading.depth + 1;
  if (step === 'same') return { ...reading, depth };
  return { ...reading, depth, isArgument: false, isOfGrid: false, place: step === 'element' ? 'inner' : reading.place };
}
