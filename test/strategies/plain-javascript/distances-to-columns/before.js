/**
 * @param {number[][]} points
 * @param {number[][]} centers one a column
 * @param {number} scale
 */
export function weighted(points, centers, scale) {
  const columns = centers[0].length
  const all = []
  for (let p = 0; p < points.length; p++) {
    const row = []
    for (let c = 0; c < columns; c++) {
      let sum = 0
      for (let d = 0; d < centers.length; d++) sum += scale * (points[p][d] - centers[d][c]) * (points[p][d] - centers[d][c])
      row.push(sum)
    }
    all.push(row)
  }
  return all
}
