'use strict'

const OFFSET = 7

function score(word) {
	let total = OFFSET
	for (const letter of word) total = (total * 31 + letter.charCodeAt(0)) % 1000003
	return total
}

module.exports = { score }
