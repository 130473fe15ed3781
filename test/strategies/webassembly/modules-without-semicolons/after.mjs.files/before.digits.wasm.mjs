// digitsKernel: digits of before.mjs as a WebAssembly module of 135 bytes, made by Speedlens. The source is digits itself,
// which also does what the kernel cannot. When digits changes, take away this file and what before.mjs says of digitsKernel, and make them anew:
//   speedlens bench before.mjs#digits --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
	'AGFzbQEAAAABBgFgAX8BfAMCAQAHBwEDcnVuAAAKaAFmAgF8An9EAAAAAAAAAAAhAUEAIQICQCACIABIRQ0AA0ACQCACIQMCQCAD' +
	'QQBKRQ0AA0ACQCABIANBCnC3oCEBIANBCm0hAwsgA0EASg0ACwsLIAJBAWohAiACIABIDQALCyABDwAL'

const kernel = load()

function load() {
	try {
		const module = new WebAssembly.Module(Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0)))
		const instance = new WebAssembly.Instance(module, {})
		return instance.exports
	} catch {
		// WebAssembly is not allowed here, by a content security policy for example: the original does the work.
		return undefined
	}
}

/** An integer of at most a billion in size, and not -0: the kernel counts in 32 bits. */
function isInteger(value) {
	return typeof value === 'number' && Object.is(value | 0, value) && value >= -1e9 && value <= 1e9
}

/** The result, or undefined when the original has to compute it; nothing has been changed then. */
export function digitsKernel(n) {
	if (kernel === undefined || !isInteger(n)) return undefined
	return kernel.run(n)
}
