export default {
  calls: () => [
    ['', ''],
    ['', 'abc'],
    ['abc', ''],
    ['kitten', 'sitting'],
    ['axbxc', 'abc'],
    ['xxx', 'xx'],
    ['intention', 'execution'],
  ],
  observed: true,
};
