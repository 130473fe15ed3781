/** How much two pictures differ under shifts of the second one, which is changed on the way and may be the first. */
export function mismatch(left: number[][], right: number[][], shifts: number): number {
  let worst = 0;
  for (let shift = 0; shift < shifts; shift++) {
    for (let y = 1; y < left.length; y++) {
      let sum = 0;
      for (let x = 0; x < left[0]!.length; x++) {
        sum += left[y]![x]! * right[y - 1]![x]! + right[shift]![0]!;
        if (sum > 50) right[y]![x] = sum / shifts;
      }
      if (sum > worst) worst = sum;
    }
  }
  return worst;
}
