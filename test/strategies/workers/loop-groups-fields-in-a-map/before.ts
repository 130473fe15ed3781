export interface Doc {
  readonly id: string;
  readonly body: string;
}

function fingerprint(body: string): string {
  let hash = 0;
  for (const letter of body) hash = (hash * 31 + letter.charCodeAt(0)) % 7;
  return String(hash);
}

export function duplicates(docs: readonly Doc[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const doc of docs) {
    const key = fingerprint(doc.body);
    const group = groups.get(key);
    if (group) group.push(doc.id);
    else groups.set(key, [doc.id]);
  }
  return groups;
}
