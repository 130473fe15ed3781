export const emailsOf = (names: string[], users: { readonly name: string; readonly email: string }[]) => {
  const result = new Array<number>(names.length)
  for (let i = 0; i < names.length; i++) {
    if (!(i in names)) continue // map skips holes
    const name = names[i]!
    result[i] = users.findIndex(({ name: own }) => own.toLowerCase() === name.trim().toLowerCase()) + 1
  }
  return result
}
