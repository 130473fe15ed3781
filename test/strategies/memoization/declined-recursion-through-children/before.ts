interface Folder {
  readonly size: number;
  readonly children: readonly Folder[];
}

/** Each folder has one parent, so none is met twice. */
export function totalSize(folder: Folder): number {
  let total = folder.size;
  for (const child of folder.children) total += totalSize(child);
  return total;
}
