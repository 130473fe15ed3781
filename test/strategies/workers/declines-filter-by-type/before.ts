export interface Account {
  kind: 'account';
  balance: number;
}
export interface Guest {
  kind: 'guest';
}

export function accounts(users: (Account | Guest)[]): Account[] {
  return users.filter((user): user is Account => user.kind === 'account' && user.balance > 0);
}
