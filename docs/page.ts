const GENERATED = '<!-- Printed from code by `npm run docs`; do not edit. -->';

/** A page that is printed from code, of these blocks. */
export function page(blocks: readonly string[]): string {
  return `${[GENERATED, ...blocks].join('\n\n')}\n`;
}

export function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
