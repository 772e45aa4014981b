import { subgraphs } from '../../../subgraphs';
import {
  DepartmentKind,
  PUBLIC_CALLER,
  valuesOf,
  type Caller,
  type SharingRules,
} from '../../../subgraphs/kernel';
import type { Asking } from './levels';
import { HERE, THERE } from './given';

/** An institution that acts for itself sees what the public sees. */
const BODY = '91430682YYW92D4428';
const PURPOSE = '特种设备安全监督检查';
/** Whoever submits nothing is answered with a receipt, too. */
const WRITE = subgraphs.map(({ name }) => `write:${name}`);
/** The division of the sample itself, its city, its province. */
const AROUND = [HERE, '430600', '430000'];

function officer(name: string, department: DepartmentKind, region: string, conditional: boolean): Caller {
  const scopes = [...WRITE, ...(conditional ? ['share:conditional'] : [])];
  return { subject: name, department, departmentCode: `${region}-${department}`, region, scopes };
}

/**
 * Every kind of caller: of each kind of department in either region, with and without the scope, with and without a purpose.
 * To the guard all kinds that own nothing are the same, so each of those takes its turn with one of the eight.
 */
export function everyone(rules: SharingRules): Map<string, Asking[]> {
  const owning = owningKinds(rules);
  const kinds = new Map<string, Asking[]>([
    [
      'public',
      [null, PURPOSE].map((purpose) => ({
        name: `public ${purpose ? 'for a purpose' : ''}`,
        caller: PUBLIC_CALLER,
        purpose,
      })),
    ],
  ]);
  const body: Caller = {
    ...PUBLIC_CALLER,
    subject: 'body',
    body: BODY,
    region: HERE,
    scopes: [...WRITE, 'share:conditional'],
  };
  kinds.set('body', [{ name: 'an institution that acts for itself', caller: body, purpose: PURPOSE }]);
  valuesOf(DepartmentKind).forEach((department, at) => {
    const each = [AROUND[at % 3] ?? HERE, THERE].flatMap((region) =>
      [true, false].flatMap((conditional) =>
        [PURPOSE, null].map((purpose): Asking => {
          const name = [
            department,
            region,
            conditional ? 'scope' : 'no scope',
            purpose ? 'purpose' : 'no purpose',
          ].join(', ');
          return { name, caller: officer(name, department, region, conditional), purpose };
        }),
      ),
    );
    kinds.set(department, owning.has(department) ? each : each.filter((_, nth) => nth === at % each.length));
  });
  return kinds;
}

/** Those who together may see everything: one of each kind of department that owns something, for the whole country. */
export function owners(rules: SharingRules): Asking[] {
  return [...owningKinds(rules)].map((kind) => ({
    name: `owner ${kind}`,
    caller: officer(`owner ${kind}`, kind, '000000', true),
    purpose: PURPOSE,
  }));
}

function owningKinds(rules: SharingRules): Set<DepartmentKind> {
  return new Set<DepartmentKind>([
    'MARKET_SUPERVISION',
    ...[...rules.values()].flatMap(({ owner }) => owner ?? []),
  ]);
}
