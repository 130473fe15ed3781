export function sharedKeys(a: object, b: object): number {
  const keys = Object.keys(b),
    shared = Object.keys(a).filter((key) => keys.includes(key));
  return shared.length;
}
