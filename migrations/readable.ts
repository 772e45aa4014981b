/** A statement of TypeORM as a person writes it: a line a column, names bare, its invented name of the primary key left out. */
export function readable(statement: string, schema: string): string {
  return statement
    .replaceAll(`"${schema}".`, '')
    .replace(/"([a-z][a-z0-9_]*)"/g, '$1')
    .replaceAll('character varying', 'varchar')
    .replace(/CONSTRAINT "PK_\w+" /, '')
    .replace(
      /^(CREATE TABLE \w+ \()(.*)\)$/,
      (_, head: string, columns: string) =>
        `\n      ${head}\n        ${columns.split(/, (?![^(]*\))/).join(',\n        ')}\n      )`,
    )
    .replace(/ +/g, (spaces, at: number, whole: string) => (whole[at - 1] === '\n' ? spaces : ' '))
    .trimEnd();
}
