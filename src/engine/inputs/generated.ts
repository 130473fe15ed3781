// Inputs made up from the types of a subject (or from the uses of its parameters), as the text of an inputs module.
import path from 'node:path';
import { failures } from '../failures.ts';
import type { Subject } from '../source/subject.ts';
import { inputsFileName } from './inputs-file-name.ts';
import type { InputsModule } from './inputs-module.ts';
import { type InputsPlan, planInputs } from './plan-inputs.ts';
import { printPieces } from './print-inputs-module.ts';

/** Throws a SpeedlensFailure that names the parameter when no inputs can be made. */
export function generatedInputs(subject: Subject): InputsModule {
  const plan = planInputs(subject);
  refuseGaps(subject, plan);
  return {
    origin: 'generated',
    notes: notesOf(plan),
    source: { kind: 'text', text: printModule(subject, plan), key: plan.key },
  };
}

function refuseGaps(subject: Subject, plan: InputsPlan): void {
  const gap = [...plan.parameters, ...(plan.receiver === undefined ? [] : [plan.receiver])].find(
    (parameter) => parameter.reason !== undefined,
  );
  if (gap === undefined) return;
  const what = gap.name === 'this' ? '`this`' : `parameter \`${gap.name}\``;
  throw failures.noInputs(subject.listing.name, what, gap.reason ?? '', inputsFileName(subject.file));
}

function printModule(subject: Subject, plan: InputsPlan): string {
  const { imports, functions, entry } = printPieces(plan, {
    isTypeScript: true,
    quote: "'",
    folder: path.dirname(subject.file),
    fileSpecifier: (relative) => relative,
    module: 'esm',
    taken: new Set(),
    comments: undefined,
  });
  const preamble = [...(imports.length > 0 ? [imports.join('\n')] : []), ...functions];
  return [...preamble, `export default {\n${entry.replaceAll(/^(?=.)/gm, '  ')}\n};\n`].join('\n\n');
}

function notesOf(plan: InputsPlan): readonly string[] {
  const isGuessed = plan.notes.some((note) => note.includes('guessed from use'));
  const first = isGuessed
    ? 'Inputs were made up: from the types where there are some, else guessed from use.'
    : 'Inputs were made up from the types of the parameters.';
  return [first, ...plan.notes.map((note) => `${note.charAt(0).toUpperCase()}${note.slice(1)}.`)];
}
