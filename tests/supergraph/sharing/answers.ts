/** The day on which the cases of the sample were filed. */
const filed = new Date(Date.now() - 30 * 86_400_000).toISOString().slice(0, 10);

/** Values of arguments, by name, that only a step tells, or that have a shape of their own. */
export const answers = new Map([
  ['month', filed.slice(0, 7)],
  ['quarter', `${filed.slice(0, 4)}-Q${Math.ceil(Number(filed.slice(5, 7)) / 3)}`],
]);
