export function allTags(posts: readonly { readonly tags: readonly string[] }[]): string[] {
  return posts.reduce<string[]>((all, post) => all.concat(post.tags), []);
}
