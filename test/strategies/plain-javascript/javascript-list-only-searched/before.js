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
  for (const row of rows) if (!ages.includes(row.age)) ages.push(row.age)
  return count
}
