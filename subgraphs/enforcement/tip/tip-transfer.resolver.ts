import { fields, workedOut, type DepartmentKind, type RequestContext } from '../../kernel';
import { TipContent } from './tip-records';
import { TipTransfer } from './tip-transfer';
import { tipOfTransfer } from './tip-transfer.lists';

/** What an offered tip says, to the kind of department that is to answer. */
function offeredTo(owner: DepartmentKind, says: string) {
  const of = ({ answererKind, tipNumber }: TipTransfer, context: RequestContext) =>
    answererKind === owner ? tipOfTransfer(context).load(tipNumber) : null;
  return workedOut<TipTransfer>('RESTRICTED', () => TipContent, says, of, { owner });
}

export const tipTransferFields = fields(TipTransfer, {
  forMarketSupervision: offeredTo(
    'MARKET_SUPERVISION',
    '内容（移送市场监管）. What the tip says, if it is offered to market supervision.',
  ),
  forEmergencyManagement: offeredTo(
    'EMERGENCY_MANAGEMENT',
    '内容（移送应急管理）. What the tip says, if it is offered to emergency management.',
  ),
  forFireRescue: offeredTo(
    'FIRE_RESCUE',
    '内容（移送消防救援）. What the tip says, if it is offered to fire and rescue.',
  ),
});
