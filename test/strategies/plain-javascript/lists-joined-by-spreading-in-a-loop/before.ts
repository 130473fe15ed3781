export function allTags(posts: { tags: string[] }[]): string[] {
  let all: string[] = [];
  for (const post of posts) {
    all = [...all, ...post.tags];
  }
  return all;
}
