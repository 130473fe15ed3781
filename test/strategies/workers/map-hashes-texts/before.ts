import { createHash } from 'node:crypto';

export function fingerprints(texts: string[], salt: string): string[] {
  return texts.map((text) => {
    const hash = createHash('sha256');
    for (let round = 0; round < 100; round++) hash.update(`${salt}${round}`).update(text);
    return hash.digest('hex');
  });
}
