// Which numbers every variable and expression of a kernel may hold: interval analysis that follows the order of the statements, joins
// where ways meet, and learns from the conditions of branches and loops. It ends in a fixpoint over all functions, for they hand each other
// arguments and results. The arithmetic on facts is that of source/ranges.
import type { Assumptions, KernelFacts } from './kernel-facts.ts';
import type { KernelModule } from './kernel-ir.ts';
import { NotedFacts } from './noted-facts.ts';
import { StatementFacts, TooManySteps } from './statement-facts.ts';

export function analyzeKernel(module: KernelModule, assumptions: Assumptions): KernelFacts | 'too-large' {
  const noted = new NotedFacts(assumptions);
  try {
    solve(module, noted);
  } catch (error) {
    if (error instanceof TooManySteps) return 'too-large';
    throw error;
  }
  return noted;
}

function solve(module: KernelModule, noted: NotedFacts): void {
  const [entry] = module.functions;
  if (entry === undefined) return;
  noted.assumeArguments(entry);
  const statements = new StatementFacts(noted);
  let before: number;
  do {
    before = noted.changes;
    noted.beginRound();
    for (const kernel of noted.reachedFunctions) statements.analyze(kernel);
  } while (noted.changes > before);
}
