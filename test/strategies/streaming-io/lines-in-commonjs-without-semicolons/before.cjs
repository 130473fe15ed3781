const fs = require('fs')

/** @param {string} file */
function firstWords(file) {
	const seen = new Set()
	for (const line of fs.readFileSync(file).toString().split("\n")) {
		seen.add(line.split(" ")[0])
	}
	return [...seen].sort()
}

module.exports = { firstWords }
