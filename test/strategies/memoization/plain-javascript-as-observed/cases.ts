// The last calls are of a kind that was not observed: they are computed as before, each time.
const letters = ['a', 'b'];

export default {
  select: 'score',
  observed: () => [['abc'], ['']],
  calls: () => [['abc'], [''], ['abc'], ['\u{1f600}b'], [letters], [letters], [7]],
};
