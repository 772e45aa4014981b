import type { Platform } from '../../support/platform';
import type { Sample } from './sample';

type Kind = 'MARKET_SUPERVISION' | 'EMERGENCY_MANAGEMENT' | 'FIRE_RESCUE';
type Step = (verb: string, type: string, input: object, what: string, kind?: Kind) => Promise<unknown>;

const NEXT: Record<Kind, Kind> = {
  MARKET_SUPERVISION: 'EMERGENCY_MANAGEMENT',
  EMERGENCY_MANAGEMENT: 'FIRE_RESCUE',
  FIRE_RESCUE: 'MARKET_SUPERVISION',
};

/** Of each department a tip that it offers to another, and an officer who keeps away; whose both are, they say themselves. */
export async function passedOnAndKeptFrom(platform: Platform, { region }: Sample, step: Step): Promise<void> {
  const tips = await platform.sql<{ number: string; kind: Kind }>(
    'SELECT number, handler_kind AS kind FROM enforcement.tip WHERE region_code = $1',
    [region],
  );
  for (const { number, kind } of tips) {
    const offer = { number, toDepartmentCode: `${region}-${NEXT[kind]}`, reason: '样本', note: '样本' };
    await step('transferTip', 'TransferTipInput', offer, 'number', kind);
    const away = { tipNumber: number, officer: `样本/${kind}/${region}`, ground: 'OTHER', reason: '样本' };
    await step('askTipRecusal', 'AskTipRecusalInput', away, 'number', kind);
  }
  // each as if its own department had offered it: what several may know of has no order that a test could tell
  await platform.sql(
    `UPDATE enforcement.tip_transfer AS offer SET answered_on = offered_on, answer = '样本', document = '样本', from_kind = answerer_kind,
       from_region_code = region_code, from_department_code = to_department_code, tip_number = (SELECT number FROM enforcement.tip
       WHERE handler_kind = offer.answerer_kind AND region_code = offer.region_code)`,
  );
  await platform.sql(
    `UPDATE enforcement.tip_recusal SET decided_by = '样本', decided_on = asked_on, decision = '样本'`,
  );
  await platform.sql(
    `UPDATE enforcement.tip SET status = 'RECEIVED', taken_in_on = received_on, refusal_ground = 'NO_LEAD' WHERE region_code = $1`,
    [region],
  );
}
