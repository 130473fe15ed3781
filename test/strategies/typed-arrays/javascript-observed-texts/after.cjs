const words = {
  /** How many edits lead from one word to the other. */
  distance(a, b) {
    if (typeof a !== 'string' || typeof b !== 'string') return distanceOfAny(a, b);
    const width = b.length + 1;
    const rows = new Int32Array((a.length + 1) * width);
    for (let i = 0; i <= a.length; i++) rows[i * width] = i;
    for (let j = 0; j <= b.length; j++) rows[j] = j;
    for (let i = 1; i <= a.length; i++) {
      const row = i * width;
      const previousRow = row - width;
      for (let j = 1; j <= b.length; j++) {
        const cost = a[i - 1] === b[j - 1] ? 0 : 1;
        rows[row + j] = Math.min(rows[previousRow + j] + 1, rows[row + j - 1] + 1, rows[previousRow + j - 1] + cost);
      }
    }
    return rows[a.length * width + b.length];
  },
};

/** `words.distance` for arguments of any kind. */
function distanceOfAny(a, b) {
  const rows = Array.from({ length: a.length + 1 }, () => new Array(b.length + 1).fill(0));
  for (let i = 0; i <= a.length; i++) rows[i][0] = i;
  for (let j = 0; j <= b.length; j++) rows[0][j] = j;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      rows[i][j] = Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + cost);
    }
  }
  return rows[a.length][b.length];
}

module.exports = { words };
