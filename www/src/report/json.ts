import type { Account } from "./account.ts";

/** The result as data (数据), for programs. It holds what the sheet says, numbers of persons hidden alike. */
export function json(account: Account): string {
  return `${JSON.stringify(account, null, 2)}\n`;
}
