// The plan of generated inputs for one subject: the shapes of its arguments and its receiver, the sizes, and what was assumed. Printed by
// print-inputs-module.ts; whether an incomplete plan is a failure (a run) or a gap to fill (the template) is for the caller to say.
import type ts from 'typescript';
import type { Subject } from '../source/subject.ts';
import { chooseSizes } from './choose-sizes.ts';
import type { Maker } from './input-shape.ts';
import type { PlannedParameter } from './parameter-facts.ts';
import { planReceiver } from './plan-receiver.ts';
import { type ParameterScope, planParameters } from './subject-parameters.ts';
import { ownSymbol, workGrowthOf } from './work-growth.ts';

export interface InputsPlan {
  /** The entry's key in the inputs module. */
  readonly key: string;
  readonly parameters: readonly PlannedParameter[];
  /** `this`, for functions that need one. */
  readonly receiver: PlannedParameter | undefined;
  readonly sizes: readonly number[];
  /** What was assumed, as clauses without a full stop. */
  readonly notes: readonly string[];
}

/** Types of graphs (syntax trees, documents) refer to hundreds of others: nobody makes up a value of these. */
const mostTypes = 400;

export function planInputs(subject: Subject): InputsPlan {
  const { checker, node, sourceFile } = subject;
  const notes = new Set<string>();
  const makers = new Map<ts.Type, Maker>();
  let spent = 0;
  const spend = (): boolean => ++spent <= mostTypes;
  const scope: ParameterScope = {
    checker,
    program: subject.project.program,
    sourceFile,
    makers,
    spend,
    note: (sentence) => notes.add(sentence),
  };
  const parameters = planParameters(node, scope);
  const receiver = planReceiver(subject, scope);
  const shapes = [...parameters, ...(receiver === undefined ? [] : [receiver])].map((parameter) => parameter.shape);
  const growth = workGrowthOf(node.body ?? node, ownSymbol(node, checker), checker);
  const chosen = chooseSizes(
    shapes,
    growth,
    parameters.some((parameter) => parameter.isRest),
  );
  if (chosen.note !== undefined) notes.add(chosen.note);
  return { key: subject.listing.name, parameters, receiver, sizes: chosen.sizes, notes: [...notes] };
}
