import distance from './distance.js';

/** @param {number[]} xs @param {number[]} ys */
export function closest(xs, ys) {
  let least = Infinity;
  for (let i = 0; i < xs.length; i++) {
    for (let j = i + 1; j < xs.length; j++) {
      const apart = distance(xs[i], ys[i], xs[j], ys[j]);
      if (apart < least) least = apart;
    }
  }
  return least;
}
