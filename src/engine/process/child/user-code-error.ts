// Errors that the user's code threw, told apart from mistakes of ours, as the plain data that the starter puts into words.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import type { Phase, ThrownError } from '../child-messages.ts';

export class UserCodeError extends Error {
  override readonly name = 'UserCodeError';
  readonly phase: Phase;
  readonly caseLabel: string | undefined;

  constructor(phase: Phase, cause: unknown, caseLabel?: string) {
    super(`user code threw while ${phase}`, { cause });
    this.phase = phase;
    this.caseLabel = caseLabel;
  }
}

/** Anything can be thrown; reading it must not throw in turn. `notSources` are files that mean nothing to the user: bundles, this program. */
export function asThrownError(thrown: unknown, notSources: readonly string[]): ThrownError {
  try {
    if (!(thrown instanceof Error))
      return { name: 'thrown', message: inspect(thrown, { depth: 1, maxStringLength: 200 }) };
    const { code, permission, resource, stack } = thrown as Error & Record<'code' | 'permission' | 'resource', unknown>;
    const place = placeInSources(String(stack), notSources);
    return {
      name: String(thrown.name),
      message: String(thrown.message),
      ...(typeof code === 'string' ? { code } : {}),
      ...(typeof permission === 'string' ? { permission } : {}),
      ...(typeof resource === 'string' ? { resource } : {}),
      ...(place === undefined ? {} : { place }),
    };
  } catch {
    return { name: 'thrown', message: 'a value that cannot be shown' };
  }
}

/** The innermost stack frame in a source file of the user; with source maps on, frames of a bundle name the source already. */
function placeInSources(stack: string, notSources: readonly string[]): ThrownError['place'] {
  for (const line of stack.split('\n')) {
    const match = /^\s+at (?:.*\()?(.+?):(\d+):\d+\)?$/.exec(line);
    const location = match?.[1];
    if (location === undefined || /^node:|[\\/]node_modules[\\/]/.test(location)) continue;
    const file = location.startsWith('file:') ? fileURLToPath(location.replace(/[?#].*$/, '')) : location;
    if (path.isAbsolute(file) && !notSources.includes(file) && existsSync(file))
      return { file, line: Number(match?.[2]) };
  }
  return undefined;
}
