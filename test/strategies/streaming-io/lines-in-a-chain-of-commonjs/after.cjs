const fs = require("fs")
const { StringDecoder } = require("node:string_decoder")

/** @param {string} file */
function summary(file) {
	const words = []
	for (const lines of linesInPieces(file)) {
		const items = lines
			.filter((line) => line.length > 3)
			.map((line) => {
				const [first] = line.split(" ")
				return first
			})
		for (const item of items) words.push(item)
	}
	return words.length + words.join(" ").length
}

/** The lines of a text file, exactly as `split("\n")` gives them, one piece of the file after the other. */
function* linesInPieces(file) {
	const descriptor = fs.openSync(file, "r")
	try {
		const decoder = new StringDecoder("utf8")
		const buffer = Buffer.allocUnsafe(65_536)
		let rest = ""
		for (let length = fs.readSync(descriptor, buffer); length > 0; length = fs.readSync(descriptor, buffer)) {
			const lines = decoder.write(buffer.subarray(0, length)).split("\n")
			// The first one began in the piece before, and the last one may go on in the next.
			lines[0] = rest + lines[0]
			rest = lines.pop() ?? ""
			yield lines
		}
		yield [rest + decoder.end()]
	} finally {
		fs.closeSync(descriptor)
	}
}

module.exports = { summary }
