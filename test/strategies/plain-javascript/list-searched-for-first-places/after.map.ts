export function repeated(ids: string[]): string[] {
  const idPlaces = new Map<string, number>();
  ids.forEach((id, index) => {
    if (!idPlaces.has(id)) idPlaces.set(id, index);
  });
  return ids.filter((id, index) => (idPlaces.get(id) ?? -1) !== index);
}
