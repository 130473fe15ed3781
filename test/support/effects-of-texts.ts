// Effects of the function `f` of many texts, from one program: starting the checker costs more than all the analyses together.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { analyzeEffects, type Effects } from '../../src/engine/source/effects.ts';
import { locateFunctionsIn } from '../../src/engine/source/locate-functions.ts';
import { createProjects } from '../../src/engine/source/project.ts';
import type { Subject } from '../../src/engine/source/subject.ts';

/** The texts are modules of their own. The program is made when the first effects are asked for. */
export function effectsOfTexts(texts: readonly string[]): (index: number) => Effects {
  const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), 'fixtures', 'virtual');
  const pathOf = (index: number): string => join(folder, `text-${index}.ts`);
  const root = join(folder, 'all-texts.ts');
  let project: Subject['project'] | undefined;
  return (index) => {
    project ??= createProjects().openProject(
      root,
      new Map([
        [root, texts.map((_, each) => `import './text-${each}.ts';\n`).join('')],
        ...texts.map((text, each) => [pathOf(each), text] as const),
      ]),
    );
    const file = project.program.getSourceFile(pathOf(index));
    const node = file && locateFunctionsIn(file).find((one) => one.listing.name === 'f')?.node;
    if (node === undefined) throw new Error(`Text ${index} has no function f.`);
    // The analysis asks a subject for its program only.
    return analyzeEffects({ project, checker: project.checker, node } as Subject, node);
  };
}
