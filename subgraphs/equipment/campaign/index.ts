import { defineNoun } from '../../kernel';
import { CampaignCheck } from './campaign-check';
import { CampaignListResolver, campaignListFields, campaignsOfEquipment } from './campaign.resolver';
import { campaignCheckSubmission } from './campaign.submission';

export const campaign = defineNoun({
  entity: CampaignCheck,
  find: false,
  submission: campaignCheckSubmission,
  resolvers: [campaignsOfEquipment, campaignListFields, CampaignListResolver],
});
