'use strict'

const OFFSET = 7

// Results of score by its argument. When it is full it starts over, so that it cannot grow without bound.
const SCORE_CACHE_LIMIT = 100_000
const scoreCache = new Map()

function rememberScore(word, result) {
	// Arguments of any other kind are not remembered: an object may change between two calls.
	if (typeof word !== 'string') return result
	if (scoreCache.size >= SCORE_CACHE_LIMIT) scoreCache.clear()
	scoreCache.set(word, result)
	return result
}

function score(word) {
	const cached = scoreCache.get(word)
	if (cached !== undefined) return cached
	let total = OFFSET
	for (const letter of word) total = (total * 31 + letter.charCodeAt(0)) % 1000003
	return rememberScore(word, total)
}

module.exports = { score }
