export interface Account {
  kind: 'account';
  balance: number;
}
export interface Guest {
  kind: 'guest';
}

function isSound(account: Account): boolean {
  let value = account.balance;
  for (let month = 0; month < 100; month++) value *= 0.99;
  return value > 1;
}

export function accounts(users: (Account | Guest)[]): Account[] {
  return users.filter((user): user is Account => user.kind === 'account' && isSound(user));
}
