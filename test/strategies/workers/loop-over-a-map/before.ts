function strength(text: string): number {
  if (text === 'none') throw new RangeError(`No strength: ${text}`);
  let hash = 7;
  for (let round = 0; round < 50; round++) {
    for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  }
  return hash;
}

/** How strong the word of each user is. */
export function strengths(words: Map<string, string>): Map<string, number> {
  const found = new Map<string, number>();
  for (const [user, word] of words) {
    found.set(user, strength(word));
  }
  return found;
}
