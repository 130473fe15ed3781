export function tree(nodes: { id: number; parent: number | null; title: string }[]) {
  const nodesByParent = new Map<number | null, Array<{ id: number; parent: number | null; title: string }>>();
  nodes.forEach((n) => {
    if (Number.isNaN(n.parent)) return; // equals nothing
    const group = nodesByParent.get(n.parent);
    if (group === undefined) nodesByParent.set(n.parent, [n]);
    else group.push(n);
  });
  const build = (parent: number | null): any[] =>
    (nodesByParent.get(parent) ?? []).map((n) => ({ title: n.title, children: build(n.id) }));
  return build(null);
}
