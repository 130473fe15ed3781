const visits = (length: number) =>
  Array.from({ length }, (_, i) => ({ path: `/Users/${i}/P${i % 3}?x=${i}`, ms: (i * 37) % 11 / 3 }));

export default {
  calls: () => [[visits(50)], [visits(1)], [[]], [[{ path: 'constructor', ms: 1 }, { path: '__proto__', ms: 2 }]]],
};
