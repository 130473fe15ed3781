const spheres = (length: number, from: number) =>
  Array.from({ length }, (_, i) => ({ x: i * 3, y: 0, radius: i > from ? 2 : 1 }));

export default {
  calls: () => [[spheres(30, 30)], [spheres(30, 27)], [spheres(30, 2)], [spheres(1, 0)], [[]]],
};
