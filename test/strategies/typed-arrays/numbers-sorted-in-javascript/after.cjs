/**
 * @param {number[]} values
 * @returns {number}
 */
function spread(values) {
	const sorted = sortAscending(values.slice())
	return sorted[sorted.length - 1] - sorted[0]
}

/**
 * Sorts `values` as `values.sort((a, b) => a - b)` does. A typed array sorts numbers without calling back.
 * @param {number[]} values
 * @returns {number[]}
 */
function sortAscending(values) {
	const numbers = new Float64Array(values.length)
	for (let i = 0; i < values.length; i++) {
		const value = values[i]
		// It would put NaN and -0 elsewhere, and holds nothing but numbers.
		if (typeof value !== 'number' || Number.isNaN(value) || Object.is(value, -0)) return values.sort((a, b) => a - b)
		numbers[i] = value
	}
	numbers.sort().forEach((value, i) => {
		values[i] = value
	})
	return values
}

module.exports = { spread }
