/** For each query the place of the nearest point. */
export function nearest(points, queries) {
  const places = [];
  for (const query of queries) {
    let best = -1;
    let bestDistance = Infinity;
    for (let i = 0; i < points.length; i++) {
      const distance = (points[i].x - query.x) ** 2 + (points[i].y - query.y) ** 2;
      if (distance < bestDistance) {
        bestDistance = distance;
        best = i;
      }
    }
    places.push(best);
  }
  return places;
}
