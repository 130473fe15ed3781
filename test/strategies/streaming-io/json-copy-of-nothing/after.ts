/** What is not there is no JSON. */
export function copyOf(value: unknown): unknown {
  return jsonCopy(value);
}

/** What `JSON.parse(JSON.stringify(value))` gives, made part by part in place of a text that is parsed again. */
function jsonCopy(value: unknown): ReturnType<typeof JSON.parse> {
  try {
    const copy = jsonCopyOfPart(value, '', 0);
    if (copy !== undefined) return copy;
  } catch {
    // Data in a circle, for example: the error comes from JSON itself.
  }
  return JSON.parse(JSON.stringify(value));
}

function jsonCopyOfPart(value: unknown, key: string | number, depth: number): unknown {
  if (value === undefined || value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  // JSON has no NaN, no infinity and no -0.
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : null;
  if (typeof value === 'object' && depth < 100 && !('toJSON' in value)) {
    if (Array.isArray(value)) {
      const copy: unknown[] = [];
      for (let i = 0, { length } = value; i < length; i++) copy.push(jsonCopyOfPart(value[i], i, depth + 1) ?? null);
      return copy;
    }
    const names = Object.keys(value);
    if (Object.getPrototypeOf(value) === Object.prototype && !names.includes('__proto__')) {
      const copy: Record<string, unknown> = {};
      for (const name of names) {
        const field = jsonCopyOfPart((value as Record<string, unknown>)[name], name, depth + 1);
        if (field !== undefined) copy[name] = field;
      }
      return copy;
    }
  }
  // Not plain data: JSON says what becomes of it, or leaves it out.
  const text = JSON.stringify({ [key]: value });
  return text === '{}' ? undefined : JSON.parse(text)[key];
}
