// Many texts as modules of one program: starting the checker costs more than all the analyses of a corpus together.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type ts from 'typescript';
import type { Project, Projects } from '../../src/engine/source/project.ts';

export function textsAsModules(
  projects: Projects,
  texts: readonly string[],
): (index: number) => { readonly project: Project; readonly file: ts.SourceFile } {
  const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), 'fixtures', 'virtual');
  const pathOf = (index: number): string => join(folder, `module-${index}.ts`);
  const root = join(folder, 'all-modules.ts');
  let project: Project | undefined;
  return (index) => {
    project ??= projects.openProject(
      root,
      new Map([
        [root, texts.map((_, each) => `import './module-${each}.ts';\n`).join('')],
        ...texts.map((text, each) => [pathOf(each), text] as const),
      ]),
    );
    const file = project.program.getSourceFile(pathOf(index));
    if (file === undefined) throw new Error(`There is no text ${index}.`);
    return { project, file };
  };
}
