/** What each text holds, or why it cannot be read. */
export function parseSafely(texts: string[]) {
  const out: { ok: boolean; text: string }[] = [];
  for (const text of texts) {
    try {
      out.push({ ok: true, text: String(JSON.parse(text)) });
      if (text.length > 5) out.push({ ok: true, text });
    } catch {
      if (text === '') throw new RangeError('There is no text.');
      out.push({ ok: false, text: 'unreadable' });
    }
  }
  return out;
}
