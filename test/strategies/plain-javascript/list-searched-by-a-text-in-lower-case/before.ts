export const emailsOf = (names: string[], users: { readonly name: string; readonly email: string }[]) =>
  names.map((name) => users.findIndex(({ name: own }) => own.toLowerCase() === name.trim().toLowerCase()) + 1)
