/** @returns an amount as people write it: "USD 217.00" */
export const moneyText = (amount: number, currency: string): string =>
  `${currency} ${amount.toLocaleString('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`
