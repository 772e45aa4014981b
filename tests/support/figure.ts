import { appendFileSync } from 'node:fs';

/** Tells `npm run assure` what a check has measured; where it was not asked for, nobody hears. */
export function figure(name: string, value: number): void {
  const { FIGURES: file } = process.env;
  if (file) appendFileSync(file, `${JSON.stringify({ name, value: Math.round(value * 10) / 10 })}\n`);
}

/** How much a check does: little in `npm test`, all in `npm run assure`. */
export function size(little: number, all: number): number {
  return process.env.ASSURE === 'full' ? all : little;
}
