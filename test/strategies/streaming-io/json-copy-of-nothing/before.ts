/** What is not there is no JSON. */
export function copyOf(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
