/** Arguments without some of them. */
export function without<T extends object>(all: T, ...names: (keyof T & string)[]): Partial<T> {
  return Object.fromEntries(
    Object.entries(all).filter(([name]) => !names.some((one) => one === name)),
  ) as Partial<T>;
}
