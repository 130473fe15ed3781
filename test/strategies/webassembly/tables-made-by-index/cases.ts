export default {
  calls: () => [
    ['kitten', 'sitting'],
    ['', 'abc'],
    ['abc', ''],
    ['', ''],
    ['aaaa', 'aaa'],
    ['\ud800x', 'x\ud800'],
  ],
  observed: true,
};
