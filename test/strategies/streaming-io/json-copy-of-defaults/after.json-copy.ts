interface Settings {
  retries: number;
  hosts: string[];
  proxy: { port: number; hidden: boolean | null; ranges: number[][] };
}

const DEFAULTS = {
  retries: 3,
  hosts: ['one.example', 'two.example'],
  proxy: { port: -1, hidden: null, ranges: [[1, 2], [3]] },
};

/** Settings that their owner may change. */
export function freshSettings(retries: number): Settings {
  const settings: Settings = jsonCopy(DEFAULTS);
  settings.retries += retries;
  settings.proxy.ranges[0]?.push(retries);
  return settings;
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
