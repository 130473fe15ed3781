/**
 * @param {number} n
 * @returns {number}
 */
export function digits(n) {
	let sum = 0
	for (let i = 0; i < n; i++) {
		let rest = i
		while (rest > 0) {
			sum += rest % 10
			rest = Math.floor(rest / 10)
		}
	}
	return sum
}
