export default {
  calls: () => [
    ['kitten', 'sitting'],
    ['', 'abc'],
    ['', ''],
    ['aaaa', 'aaa'],
    ['\ud800x', 'x\ud800'],
  ],
  observed: true,
};
