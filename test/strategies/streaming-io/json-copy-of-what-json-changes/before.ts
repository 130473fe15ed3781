const START = { count: -0, limit: Infinity, label: undefined };

export function freshStart(): Record<string, unknown> {
  return JSON.parse(JSON.stringify(START)) as Record<string, unknown>;
}
