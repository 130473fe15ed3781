const texts = Array.from({ length: 30 }, (_, i) => 'abcdefgh'.slice(i % 7));
const holed = texts.slice(0, 12);
delete holed[5];
export default {
  calls: () => [
    [texts, 1],
    [texts.slice(0, 9), -2],
    [holed, 0],
    [['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', '', 'k', ''], 3],
    [[], 0],
  ],
};
