/**
 * @param {number[][]} points
 * @param {number[][]} centers one a column
 * @param {number} scale
 */
export function weighted(points, centers, scale) {
  const columns = centers[0].length
  const all = new Array(points.length)
  for (let p = 0; p < points.length; p++) {
    const row = new Array(columns).fill(0)
    // Row by row through centers; each sum is added up in the same order as before.
    for (let d = 0; d < centers.length; d++) {
      const factor = points[p][d]
      const centersRow = centers[d]
      for (let c = 0; c < columns; c++) row[c] += scale * (factor - centersRow[c]) * (factor - centersRow[c])
    }
    all[p] = row
  }
  return all
}
