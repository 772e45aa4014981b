/** Officers in their public function, by the accounts under which they act: what an office has done is no private matter. */
export const OFFICERS =
  /人员编号，不得为报送人|决定移交的人员|登记整改报告的人员|账号|经办人标识|^(上报|申请验收|销号|起草|确认|录入|登记|报告|经办|告知|决定|考核确认|查实)人\. The officer/;

/** How each column with personal data is kept (个人信息保护法 第五十一条), by what it holds. */
export const KEPT = {
  SEALED: {
    'registry.enterprise.contact_phone': 'phone',
    'registry.grid_person.sealed_name': 'name',
    'equipment.safety_appointment.name': 'name',
    'equipment.safety_appointment.phone': 'phone',
    'equipment.inspector.sealed_name': 'name',
    'credit.principal_ban.sealed_name': 'name',
    'credit.principal_appointment.sealed_name': 'name',
    'training.qualification.sealed_name': 'name',
    'training.qualification.sealed_number': 'number of a certificate',
    'training.qualification.sealed_id_number': 'identity number',
    'training.attendance.sealed_name': 'name',
    'training.expert.sealed_name': 'name',
    'hazards.hazard.leader': 'name',
    'hazards.hazard_notification.name': 'name',
    'hazards.hazard_notification.phone': 'phone',
    'hazards.rectification_plan.responsible_name': 'name',
    'hazards.rectification_plan.responsible_phone': 'phone',
    'hazards.fire_key_unit.industry_officer': 'name and phone',
    'hazards.fire_key_unit.town_officer': 'name and phone',
    'hazards.fire_key_unit.community_worker': 'name and phone',
    'hazards.fire_key_unit.fire_officer': 'name and phone',
    'hazards.fire_key_unit.specialist': 'name and phone',
    'enforcement.enforcement_case.sealed_person_name': 'name',
    'enforcement.tip_reporter.sealed': 'name and phone of a reporter',
  },
  PSEUDONYM: {
    'credit.principal_ban.person_id': 'a person',
    'credit.principal_appointment.person_id': 'a person',
    'training.qualification.person_id': 'a person',
    'training.qualification.holder_pseudonym': 'name and number together',
    'training.attendance.person_id': 'a person',
    'training.training_duty.person_id': 'a person',
    'training.welder_code.person_id': 'a person',
  },
  MASKED: {
    'training.qualification.holder_name': 'name',
    'training.attendance.name': 'name',
    'training.expert.name': 'name',
    'enforcement.enforcement_case.stored_party_name': 'name',
    'enforcement.penalty_decision.stored_party_name': 'name',
  },
  OPEN: {
    'registry.enterprise.legal_representative':
      'published with the registration of an enterprise (市场主体登记管理条例, 企业信息公示暂行条例)',
    'registry.enterprise_change.legal_representative':
      'published with the registration of an enterprise, of which it is the history',
    'credit.dishonesty_listing.subject':
      'what makes two listings of one person the same; the decision that it repeats is published with the name while it stands',
    'credit.dishonesty_listing.subject_name':
      'the name that a published listing is about; only who may see personName is shown it in full',
    'hazards.accident.description': 'text that names no person, as it is asked for: 不写个人姓名',
    'matters.action_task.leaders': 'leaders in office, as the published plan names them for a task',
  },
} as const;
