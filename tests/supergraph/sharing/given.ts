import { dateInChina } from '../../../subgraphs/kernel';

/** The sample lies in two divisions of two provinces: whoever acts in one is a stranger in the other. */
export const HERE = '430682';
export const THERE = '411003';

/** Days are those of China, where it is tomorrow for the last eight hours of a day in UTC. */
export const daysAgo = (days: number) => dateInChina(new Date(Date.now() - days * 86_400_000));

export const quarterOf = (day: string) => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

/** Values of arguments, by name, that only a step tells, or that have a shape of their own. */
export const answers = new Map([
  ['month', daysAgo(30).slice(0, 7)],
  ['quarter', quarterOf(daysAgo(30))],
  ['DutyCount.quarter', quarterOf(daysAgo(120))],
  // a plan with measures that was reported on, and the division that has assessed the sample
  ['plan', 'JIANAN-2024'],
  ['LateTask.region', THERE],
  ['DueTask.region', THERE],
  ['by', daysAgo(0)],
  ['Assessment.region', `${HERE.slice(0, 4)}00`],
]);

/** On which ground a department decides on whoever is registered elsewhere. */
export const DESIGNATED = {
  jurisdictionGround: 'DESIGNATED',
  jurisdictionDocument: '样指〔2026〕1号',
} as const;
