interface Grant {
  readonly userId: string;
  readonly resource: string;
  readonly action: string;
}

export function allowed(userId: string, wanted: readonly Grant[], grants: readonly Grant[]): number {
  let count = 0;
  const grantsByResource = new Map<string, Grant[]>();
  grants.forEach((g) => {
    const group = grantsByResource.get(g.resource);
    if (group === undefined) grantsByResource.set(g.resource, [g]);
    else group.push(g);
  });
  for (const one of wanted) {
    if (grantsByResource.get(one.resource)?.some((g) => g.userId === userId && g.action === one.action)) count++;
  }
  return count;
}
