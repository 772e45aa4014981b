import { checkDay, submissionOf } from '../../kernel';
import { prepareDevices, regionOfDevice } from '../device/known-devices';
import { CampaignCheck, CampaignCheckInput } from './campaign-check';

export const campaignCheckSubmission = submissionOf(CampaignCheck, CampaignCheckInput, {
  kind: 'campaign-checks',
  prepare: prepareDevices,
  row({ equipmentCode, checkedOn }, { known, today }) {
    checkDay('checkedOn', checkedOn, { to: today });
    return { regionCode: regionOfDevice(known, equipmentCode) };
  },
});
