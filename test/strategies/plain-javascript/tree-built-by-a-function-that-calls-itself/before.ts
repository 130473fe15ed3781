export function tree(nodes: { id: number; parent: number | null; title: string }[]) {
  const build = (parent: number | null): any[] =>
    nodes.filter((n) => n.parent === parent).map((n) => ({ title: n.title, children: build(n.id) }));
  return build(null);
}
