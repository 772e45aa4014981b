import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Numbers and codes go into the one form in which they are read since, in the history of a case as well: it tells of the same
 * case. What a decision was printed with stays, and so do tips: their numbers were always made here.
 */
export class FormIdentifiers1795736400040 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`SELECT
      bring_key_into_form('enforcement_case', 'number', 'normal_number'),
      bring_key_into_form('penalty_decision', 'document_number', 'normal_number'),
      bring_key_into_form('supervisory_notice', 'number', 'normal_number')`);
    await db.query('ALTER TABLE case_event DISABLE TRIGGER case_event_stays');
    await db.query(`SELECT
      bring_into_form('case_event', 'case_number', 'normal_number', 'enforcement_case', 'number'),
      bring_into_form('penalty_decision', 'case_number', 'normal_number', 'enforcement_case', 'number'),
      bring_into_form('criminal_transfer', 'case_number', 'normal_number', 'enforcement_case', 'number'),
      bring_into_form('typical_case', 'case_number', 'normal_number', 'enforcement_case', 'number'),
      bring_into_form('supervisory_notice', 'case_number', 'normal_number', 'enforcement_case', 'number'),
      bring_into_form('supervisory_inspection', 'case_number', 'normal_number', 'enforcement_case', 'number'),
      bring_into_form('tip', 'case_number', 'normal_number', 'enforcement_case', 'number'),
      bring_list_into_form('enforcement_case', 'related_numbers', 'normal_number', 'enforcement_case', 'number'),
      bring_into_form('enforcement_case', 'hazard_number', 'normal_number'),
      bring_into_form('supervisory_notice', 'hazard_number', 'normal_number'),
      bring_into_form('supervisory_inspection', 'hazard_number', 'normal_number'),
      bring_into_form('tip', 'hazard_number', 'normal_number'),
      bring_into_form('enforcement_case', 'origin_reference', 'reference_form'),
      bring_into_form('enforcement_case', 'department_code', 'normal_code'),
      bring_into_form('penalty_decision', 'department_code', 'normal_code'),
      bring_into_form('typical_case', 'department_code', 'normal_code'),
      bring_into_form('supervisory_notice', 'department_code', 'normal_code'),
      bring_into_form('supervisory_notice', 'addressee_department_code', 'normal_code'),
      bring_into_form('supervisory_inspection', 'department_code', 'normal_code'),
      bring_into_form('draw', 'department_code', 'normal_code'),
      bring_list_into_form('supervisory_inspection', 'joint_department_codes', 'normal_code'),
      bring_list_into_form('enforcement_case', 'matter_codes', 'normal_code'),
      bring_list_into_form('penalty_decision', 'matter_codes', 'normal_code')`);
    await db.query('ALTER TABLE case_event ENABLE TRIGGER case_event_stays');
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
