// Loading a variant bundle, with the user's mistakes at load told apart from ours.
import { pathToFileURL } from 'node:url';
import type { VariantBundle, VariantModule } from '../../../model/variant.ts';
import { UserCodeError } from './user-code-error.ts';

export interface LoadedVariant {
  readonly module: VariantModule;
  readonly loadMs: number;
}

export async function loadVariant(bundle: VariantBundle): Promise<LoadedVariant> {
  const start = performance.now();
  let module: VariantModule;
  try {
    module = (await import(pathToFileURL(bundle.entry).href)) as VariantModule;
  } catch (error) {
    throw new UserCodeError('loading', error);
  }
  return { module, loadMs: performance.now() - start };
}
