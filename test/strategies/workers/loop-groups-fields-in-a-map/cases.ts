const docs = Array.from({ length: 25 }, (_, i) => ({ id: `d${i}`, body: 'lorem ipsum'.slice(i % 9) }));
export default {
  calls: () => [
    [docs],
    [[]],
    [docs.slice(0, 1)],
    [[...docs, null, { id: 'late', body: 3 }]],
    [[{ id: undefined, body: '' }, { body: '' }]],
  ],
};
