export const emailsOf = (names: string[], users: { readonly name: string; readonly email: string }[]) => {
  const userPlacesByName = new Map<string, number>()
  users.forEach((user, index) => {
    if (!userPlacesByName.has(user.name.toLowerCase())) userPlacesByName.set(user.name.toLowerCase(), index)
  })
  return names.map((name) => (userPlacesByName.get(name.trim().toLowerCase()) ?? -1) + 1)
}
