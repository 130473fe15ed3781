/** Only the promise is asynchronous: the work is not. */
export const checksum = async (text: string, rounds = 3): Promise<number> => {
  if (rounds < 0) throw new RangeError(`negative: ${rounds}`);
  let sum = 0;
  for (let round = 0; round < rounds; round++) {
    for (const letter of text) sum = (sum * 31 + letter.charCodeAt(0)) % 65_521;
    if (sum === 97) throw new Error(`unlucky after ${round + 1}`);
  }
  return sum;
};
