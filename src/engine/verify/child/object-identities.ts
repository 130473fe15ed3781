// The bijection between the objects of two graphs: what is one object on one side must be one object on the other.
import type { Aspect } from './compare-values.ts';
import { pathText, type ValuePath } from './value-path.ts';

export type Meeting =
  | { readonly kind: 'new' }
  | { readonly kind: 'known' }
  | { readonly kind: 'conflict'; readonly aspect: Aspect };

export class ObjectIdentities {
  readonly #partners = new Map<object, { readonly partner: object; readonly path: ValuePath }>();
  readonly #owners = new Map<object, ValuePath>();

  meet(expected: object, actual: object, path: ValuePath): Meeting {
    const known = this.#partners.get(expected);
    if (known !== undefined) {
      if (known.partner === actual) return { kind: 'known' };
      return {
        kind: 'conflict',
        aspect: { expected: `the same object as ${pathText(known.path)}`, actual: 'an object of its own' },
      };
    }
    const owner = this.#owners.get(actual);
    if (owner !== undefined)
      return {
        kind: 'conflict',
        aspect: { expected: 'an object of its own', actual: `the same object as ${pathText(owner)}` },
      };
    this.#partners.set(expected, { partner: actual, path });
    this.#owners.set(actual, path);
    return { kind: 'new' };
  }
}
