// Arrays with holes, which cannot be written down without upsetting the linter, and rightly so.
export const hole = Symbol('hole');

export function sparse(...elements: readonly unknown[]): unknown[] {
  const array = new Array<unknown>(elements.length);
  for (const [index, element] of elements.entries()) if (element !== hole) array[index] = element;
  return array;
}
