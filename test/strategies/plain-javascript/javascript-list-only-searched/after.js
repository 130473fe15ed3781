export function distinctCount(rows) {
  const names = []
  let count = 0
  rows.forEach((row) => {
    const name = row.name.trim()
    if (names.indexOf(name) === -1) {
      names.push(name)
      count += 1
    }
  })
  /** @type {number[]} */
  const ages = []
  const agesSet = new Set()
  for (const row of rows) if (!agesSet.has(row.age)) {
    ages.push(row.age)
    agesSet.add(row.age)
  }
  return count
}
