import { whenPast } from '../../kernel';
import { Hazard } from './hazard';
import { IS_OPEN } from './hazard.lists';

/** A hazard that is open when its deadline has passed: it was not rectified in time. */
export const overdueHazard = whenPast(Hazard, 'passHazardDeadline', {
  done: 'overdue',
  says: '期满未整改完成. The deadline has passed and the hazard is open; the clock says so, nobody decides it.',
  day: 'dueOn',
  of: IS_OPEN,
});
