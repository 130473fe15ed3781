/**
 * @param {number[]} values
 * @returns {number}
 */
function spread(values) {
	const sorted = values.slice().sort(function (a, b) { return a - b })
	return sorted[sorted.length - 1] - sorted[0]
}

module.exports = { spread }
