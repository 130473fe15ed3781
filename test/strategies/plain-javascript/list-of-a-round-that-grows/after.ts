interface Row {
  tags: string[];
}

export function matches(rows: Row[], wanted: string[]): string[][] {
  const found: string[][] = [];
  for (const row of rows) {
    const tags2 = row.tags;
    const tags = new Array<string>(tags2.length);
    for (let i = 0; i < tags2.length; i++) {
      if (!(i in tags2)) continue; // map skips holes
      const tag = tags2[i]!;
      tags[i] = tag.toLowerCase();
    }
    const result: string[] = [];
    for (let i = 0; i < wanted.length; i++) {
      if (!(i in wanted)) continue; // filter skips holes
      const one = wanted[i]!;
      if (tags.includes(one)) result.push(one);
    }
    found.push(result);
    tags.push('seen');
    const result2: string[] = [];
    for (let i = 0; i < wanted.length; i++) {
      if (!(i in wanted)) continue; // filter skips holes
      const one = wanted[i]!;
      if (tags.includes(one)) result2.push(one);
    }
    found.push(result2);
  }
  const result3 = new Array<string[]>(rows.length);
  for (let i = 0; i < rows.length; i++) {
    if (!(i in rows)) continue; // map skips holes
    const row = rows[i]!;
    const own = row.tags.slice();
    result3[i] = wanted.filter((one) => own.includes(one));
  }
  return result3;
}
