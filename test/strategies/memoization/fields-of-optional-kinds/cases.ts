export default {
  calls: () => [
    ['a'],
    ['a', { width: 3, mode: null }],
    ['a', { width: 3, mode: undefined }],
    ['a', { width: 3, mode: 'fancy' }],
    ['a', { width: 4 }],
    ['a', { width: 3 }],
  ],
};
