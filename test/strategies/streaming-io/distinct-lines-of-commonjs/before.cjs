const { readFileSync } = require('node:fs')

function lengths(/** @type {string} */ file) {
  const found = new Set(readFileSync(file, 'utf8').split('\n').map((line) => line.length))
  return [...found]
}

module.exports = { lengths }
