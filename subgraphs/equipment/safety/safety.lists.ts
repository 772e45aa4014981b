import sql, { empty, raw, type Sql } from 'sql-template-tag';
import { byKey, defineLoader, pagesOf, type PageArgs, type RequestContext } from '../../kernel';
import { Equipment } from '../device/equipment';
import { SafetyAppointment } from './safety-appointment';
import { SAFETY_CHECKS, type SafetyCheckPeriod } from './safety-check';

/** An appointment that is in force on a day, its last day included. */
export const inForce = (today: string): Sql =>
  sql`appointed_on <= ${today} AND (ended_on IS NULL OR ended_on >= ${today})`;

/** The appointments of many enterprises that are in force today, the latest first: safety_appointment_by_enterprise. */
export const appointmentsByUscc = defineLoader<{ uscc: string; appointments: SafetyAppointment[] }>(
  async ({ db, today }, usccs) => {
    const all = await db.query<SafetyAppointment>(
      sql`SELECT ${raw(db.columns(SafetyAppointment))} FROM safety_appointment
        WHERE uscc = ANY(${usccs}::varchar[]) AND ${inForce(today)}
        ORDER BY appointed_on DESC, id`,
    );
    const byUscc = new Map(usccs.map((uscc) => [uscc, { uscc, appointments: [] as SafetyAppointment[] }]));
    for (const each of all) byUscc.get(each.uscc)?.appointments.push(each);
    return [...byUscc.values()];
  },
  ({ uscc }) => uscc,
);

/** Whom its present user has last named to a device: what a former user has named no longer counts. */
export async function safetyOfficerOf(
  context: RequestContext,
  { code, userUscc }: Equipment,
): Promise<SafetyAppointment | null> {
  const appointments =
    userUscc === null ? [] : (await appointmentsByUscc(context).load(userUscc))?.appointments;
  return (
    appointments?.find(
      ({ role, equipmentCodes }) => role === 'SAFETY_OFFICER' && equipmentCodes.includes(code),
    ) ?? null
  );
}

/** The devices that are named to an officer, as far as the enterprise still uses them. */
export async function devicesNamedTo(
  context: RequestContext,
  { uscc, equipmentCodes }: SafetyAppointment,
): Promise<Equipment[]> {
  const devices = await Promise.all(equipmentCodes.map((code) => byKey(Equipment)(context).load(code)));
  return devices.filter((device) => device !== null && device.userUscc === uscc) as Equipment[];
}

interface SafetyChecksAsked {
  period: SafetyCheckPeriod | null;
  from: string | null;
  to: string | null;
}

/** Walks safety_check_by_enterprise, where the period is checked inside the index. */
export function safetyChecksOf(
  context: RequestContext,
  uscc: string,
  asked: SafetyChecksAsked,
  args: PageArgs,
) {
  const { period, from, to } = asked;
  const condition = () => sql`${period ? sql`AND period = ${period}` : empty}
    ${from ? sql`AND checked_on >= ${from}` : empty} ${to ? sql`AND checked_on <= ${to}` : empty}`;
  const only = period || from || to ? { key: asked, condition } : undefined;
  return pagesOf(context, SAFETY_CHECKS, 'uscc', args, only).load(uscc);
}
