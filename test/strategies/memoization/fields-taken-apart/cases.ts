export default {
  calls: () => [
    ['a'],
    ['a', {}],
    ['a', { up: true }],
    ['a', { up: undefined, times: 3 }],
    ['a', { times: 3 }],
    ['a', { up: true, times: 0 }],
    ['a', undefined],
  ],
};
