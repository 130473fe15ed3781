// Where a value stands inside another one: `result[3].total`, `argument 2.rows[0]`. Kept as a chain so that walking a million elements
// builds no strings; only the one path that is reported becomes text.

export interface ValuePath {
  readonly parent: ValuePath | undefined;
  /** Text of this step as it is printed: `[3]`, `.total`, `.get(4)`. */
  readonly step: string;
}

export function rootPath(name: string): ValuePath {
  return { parent: undefined, step: name };
}

export function childPath(parent: ValuePath, step: string): ValuePath {
  return { parent, step };
}

export function propertyStep(key: PropertyKey): string {
  if (typeof key === 'symbol') return `[${String(key)}]`;
  const text = String(key);
  if (/^(?:0|[1-9]\d*)$/.test(text)) return `[${text}]`;
  return /^[A-Za-z_$][\w$]*$/.test(text) ? `.${text}` : `[${JSON.stringify(text)}]`;
}

export function pathText(path: ValuePath): string {
  const steps: string[] = [];
  for (let at: ValuePath | undefined = path; at !== undefined; at = at.parent) steps.push(at.step);
  return steps.reverse().join('');
}
