export function until(texts: string[]): unknown[] {
  try {
    const parsed: unknown[] = [];
    for (let i = 0; i < texts.length; i++) parsed.push(JSON.parse(texts[i]!));
    return parsed;
  } catch {
    return [];
  }
}
