export default {
  calls: () => [
    ['', 3],
    ['banana', 2],
    ['a\u{1f600}a', 2],
    ['a\ud83d', 1],
  ],
  observed: true,
};
