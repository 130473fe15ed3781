// What a component of the page shows, without a browser: components are functions of their properties (no hooks), so they can be called.
import { isValidElement, type VNode } from 'preact';

export interface PageElement {
  readonly tag: string;
  readonly props: Readonly<Record<string, unknown>>;
  /** All text inside, as it is read. */
  readonly text: string;
}

/** Every element of the rendered tree, parents first. Throws where a component cannot be called outside a browser. */
export function elementsOf(node: unknown): readonly PageElement[] {
  if (Array.isArray(node)) return node.flatMap(elementsOf);
  if (!isValidElement(node)) return [];
  const { type, props } = node as VNode<Record<string, unknown>>;
  if (typeof type === 'function') return elementsOf((type as (given: unknown) => unknown)(props));
  return [{ tag: type, props, text: textOf(node) }, ...elementsOf(props['children'])];
}

export function textOf(node: unknown): string {
  if (Array.isArray(node)) return node.map(textOf).join('');
  if (typeof node === 'string' || typeof node === 'number') return String(node);
  if (!isValidElement(node)) return '';
  const { type, props } = node as VNode<Record<string, unknown>>;
  return typeof type === 'function' ? textOf((type as (given: unknown) => unknown)(props)) : textOf(props['children']);
}
