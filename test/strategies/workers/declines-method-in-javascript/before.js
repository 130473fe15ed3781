export class Grid {
  constructor(cells, width) {
    this.cells = cells;
    this.width = width;
  }

  /** @param {number[]} levels @returns {number[]} */
  crossings(levels) {
    return levels.map((level) => {
      let count = 0;
      for (let at = 1; at < this.cells.length; at++) {
        if (at % this.width !== 0 && Math.sin(this.cells[at - 1]) < level !== Math.sin(this.cells[at]) < level) count++;
      }
      return count;
    });
  }
}
