const fs = require("fs")

/** @param {string} file */
function summary(file) {
	const lines = fs.readFileSync(file, "utf8").split("\n")
	const words = lines.filter((line) => line.length > 3).map((line) => {
		const [first] = line.split(" ")
		return first
	})
	return words.length + words.join(" ").length
}

module.exports = { summary }
