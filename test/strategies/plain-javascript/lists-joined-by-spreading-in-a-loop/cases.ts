const withHole: string[] = [];
withHole[1] = 'late';

export default {
  calls: () => [
    [[{ tags: ['a', 'b'] }, { tags: [] }, { tags: ['a'] }]],
    [[]],
    // Copies have undefined where a list has a hole.
    [[{ tags: withHole }]],
    [[{ tags: ['a'] }, {}]],
  ],
};
