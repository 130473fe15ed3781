export default {
  calls: () => [
    [{ title: 'notes', items: [{ done: true, at: new Date(0), tags: ['a'] }, { done: false, of: undefined }] }, 2],
    [{ title: 'none', items: [] }, 2],
    [{ items: [{}] }, 1],
  ],
};
