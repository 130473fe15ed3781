// The inputs of a run: declared before generated. Every answer says where the inputs came from and what was assumed.
import type { Subject } from '../source/subject.ts';
import { declaredInputs } from './declared.ts';
import { generatedInputs } from './generated.ts';
import type { InputsModule } from './inputs-module.ts';

export interface GatherOptions {
  /** Absolute path of an inputs module that the user named. */
  readonly inputsModule?: string;
  /** Sizes that the user asked for. */
  readonly sizes?: readonly number[];
}

/** Throws a SpeedlensFailure when there are no inputs and none can be made, naming the parameter and the reason. */
export function gatherInputs(subject: Subject, options: GatherOptions): InputsModule {
  const declared = declaredInputs(subject, options.inputsModule);
  const inputs = declared.inputs ?? withNotes(generatedInputs(subject), declared.notes);
  if (options.sizes === undefined || options.sizes.length === 0) return inputs;
  if (inputs.source.kind === 'bench-tags')
    return withNotes(inputs, [], ['The sizes asked for do not apply: @bench tags are fixed cases.']);
  return { ...inputs, sizes: options.sizes };
}

function withNotes(inputs: InputsModule, before: readonly string[], after: readonly string[] = []): InputsModule {
  return { ...inputs, notes: [...before, ...inputs.notes, ...after] };
}
