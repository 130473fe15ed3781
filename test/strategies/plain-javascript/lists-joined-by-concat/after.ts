export function allTags(posts: readonly { readonly tags: readonly string[] }[]): string[] {
  const all: string[] = [];
  for (let i = 0; i < posts.length; i++) {
    if (!(i in posts)) continue; // reduce skips holes
    const post = posts[i]!;
    const added = post.tags;
    for (let j = 0; j < added.length; j++) {
      if (j in added) all.push(added[j]!);
      else all.length++; // concat keeps holes
    }
  }
  return all;
}
