const withHole: string[] = [];
withHole[1] = 'late';
withHole.length = 4;
const twice = ['x', 'y'];

export default {
  calls: () => [
    [[{ tags: ['a', 'b'] }, { tags: [] }, { tags: ['a'] }]],
    [[]],
    // concat keeps holes, also the last ones.
    [[{ tags: withHole }, { tags: ['a'] }, { tags: withHole }]],
    [[{ tags: twice }, { tags: twice }]],
  ],
};
