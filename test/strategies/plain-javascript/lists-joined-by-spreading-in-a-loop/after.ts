export function allTags(posts: { tags: string[] }[]): string[] {
  const all: string[] = [];
  for (const post of posts) {
    for (const item of post.tags) all.push(item);
  }
  return all;
}
