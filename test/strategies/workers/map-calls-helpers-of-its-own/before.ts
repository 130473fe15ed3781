const cdf = 0.5;

/** Prices of options after Black and Scholes. */
export const prices = (spots: number[], strike: number, volatility: number): string[] => {
  /** The normal distribution. */
  const phi = (x: number) => cdf * (1 + Math.tanh(0.79788456 * (x + 0.044715 * x * x * x)));
  const root = Math.sqrt(volatility);
  const distance = (spot: number, sign: 1 | -1 = 1): number => {
    if (spot < 0) throw new RangeError(`a price of ${spot}`);
    return (Math.log(spot / strike) + (sign * volatility) / 2) / root;
  };
  const price = (spot: number) => spot * phi(distance(spot)) - strike * phi(distance(spot, -1));
  const listed = spots.map((spot) => `${spot}: ${price(spot).toFixed(2)}`);
  return listed.length === 0 ? [phi(0).toFixed(2)] : listed;
};
