import type { MigrationInterface, QueryRunner } from 'typeorm';

const PROVENANCE = `
        source varchar(64) COLLATE "C" NOT NULL,
        source_id varchar(64) COLLATE "C" NOT NULL,
        revision integer NOT NULL,
        content_digest varchar(32) NOT NULL`;

export class DeepenEquipment1763786300002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE equipment
        ADD status_since date,
        ADD industry_code varchar(4) COLLATE "C",
        ADD safety_class varchar(1) COLLATE "C",
        ADD features varchar[] NOT NULL DEFAULT '{}',
        ADD nameplate_litres integer,
        ADD measured_litres integer,
        ADD insured_until date,
        ADD renewed_on date`);
    await db.query(`
      CREATE TABLE equipment_change (
        id varchar(30) COLLATE "C" PRIMARY KEY,
        equipment_code varchar(20) COLLATE "C" NOT NULL,
        region_code varchar(12) COLLATE "C" NOT NULL,
        step varchar(12) COLLATE "C" NOT NULL,
        from_status varchar(12) COLLATE "C",
        to_status varchar(12) COLLATE "C" NOT NULL,
        happened_on date NOT NULL,
        late boolean NOT NULL DEFAULT false,
        reason varchar(300),
        department_code varchar(40) COLLATE "C"
      )`);
    await db.query('CREATE INDEX equipment_change_by_device ON equipment_change (equipment_code, id)');
    // history is only ever added to
    await db.query(`
      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION '% is only ever added to', TG_TABLE_NAME; END $$`);
    await db.query(
      'CREATE TRIGGER only_added_to BEFORE UPDATE OR DELETE ON equipment_change FOR EACH ROW EXECUTE FUNCTION refuse_change()',
    );
    await this.oversight(db);
    await this.cylinders(db);
    await this.bodies(db);
  }

  private async oversight(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE equipment_violation (${PROVENANCE},
        id varchar(130) COLLATE "C" PRIMARY KEY,
        equipment_code varchar(20) COLLATE "C",
        uscc varchar(18) COLLATE "C",
        region_code varchar(12) COLLATE "C" NOT NULL,
        type varchar(24) COLLATE "C" NOT NULL,
        found_by varchar(12) COLLATE "C" NOT NULL,
        found_on date NOT NULL,
        corrected_on date,
        note varchar(500)
      )`);
    await db.query('CREATE INDEX equipment_violation_by_device ON equipment_violation (equipment_code, id)');
    await db.query('CREATE INDEX equipment_violation_by_region ON equipment_violation (region_code, id)');
    await db.query(
      'CREATE UNIQUE INDEX equipment_violation_by_source ON equipment_violation (source, source_id)',
    );
    await db.query(`
      CREATE TABLE equipment_order (${PROVENANCE},
        number varchar(64) COLLATE "C" PRIMARY KEY,
        equipment_code varchar(20) COLLATE "C",
        uscc varchar(18) COLLATE "C" NOT NULL,
        region_code varchar(12) COLLATE "C" NOT NULL,
        department_code varchar(40) COLLATE "C",
        status varchar(12) COLLATE "C" NOT NULL DEFAULT 'ISSUED',
        issued_on date NOT NULL,
        rectify_by date NOT NULL,
        content varchar(1000) NOT NULL,
        reported_on date,
        reported_by varchar(128) COLLATE "C",
        recheck_by date,
        rechecked_on date
      )`);
    await db.query('CREATE INDEX equipment_order_by_device ON equipment_order (equipment_code, number)');
    await db.query(
      'CREATE INDEX equipment_order_by_region ON equipment_order (region_code, number, status, rectify_by, recheck_by)',
    );
    await db.query('CREATE UNIQUE INDEX equipment_order_by_source ON equipment_order (source, source_id)');
    await db.query(`
      CREATE TABLE campaign_check (${PROVENANCE},
        id varchar(130) COLLATE "C" PRIMARY KEY,
        equipment_code varchar(20) COLLATE "C" NOT NULL,
        region_code varchar(12) COLLATE "C" NOT NULL,
        list varchar(24) COLLATE "C" NOT NULL,
        checked_on date NOT NULL,
        outcome varchar(12) COLLATE "C" NOT NULL,
        note varchar(500)
      )`);
    await db.query(
      'CREATE INDEX campaign_check_by_device ON campaign_check (equipment_code, list, checked_on, id, outcome)',
    );
    await db.query('CREATE UNIQUE INDEX campaign_check_by_source ON campaign_check (source, source_id)');
  }

  private async cylinders(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE gas_cylinder
        ADD kind_code varchar(4) COLLATE "C" NOT NULL DEFAULT '2300',
        ADD status varchar(8) COLLATE "C" NOT NULL DEFAULT 'IN_USE'`);
    await db.query(
      'CREATE INDEX gas_cylinder_by_kind ON gas_cylinder (kind_code, region_code, status, next_inspection_due)',
    );
    await db.query(
      'CREATE INDEX gas_cylinder_by_region ON gas_cylinder (region_code, medium, valve, status)',
    );
    await db.query(`
      ALTER TABLE cylinder_filling
        ADD refusal varchar(8) COLLATE "C",
        ADD refused_by_filler boolean NOT NULL DEFAULT false`);
    await db.query(
      'CREATE INDEX cylinder_filling_refused ON cylinder_filling (filled_on, id, region_code) WHERE refusal IS NOT NULL',
    );
  }

  private async bodies(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE lift_fault (${PROVENANCE},
        id varchar(150) COLLATE "C" PRIMARY KEY,
        equipment_code varchar(20) COLLATE "C" NOT NULL,
        region_code varchar(12) COLLATE "C" NOT NULL,
        kind varchar(12) COLLATE "C" NOT NULL,
        happened_on date NOT NULL,
        note varchar(300)
      )`);
    await db.query('CREATE INDEX lift_fault_by_device ON lift_fault (equipment_code, happened_on, id)');
    await db.query('CREATE INDEX lift_fault_by_region ON lift_fault (region_code, happened_on)');
    await db.query('CREATE UNIQUE INDEX lift_fault_by_source ON lift_fault (source, source_id)');
    await db.query(`
      CREATE TABLE inspection_body (${PROVENANCE},
        id varchar(64) COLLATE "C" PRIMARY KEY,
        uscc varchar(18) COLLATE "C" NOT NULL,
        region_code varchar(12) COLLATE "C" NOT NULL,
        kind varchar(12) COLLATE "C" NOT NULL,
        categories varchar[] NOT NULL DEFAULT '{}',
        valid_until date NOT NULL
      )`);
    await db.query('CREATE INDEX inspection_body_by_region ON inspection_body (region_code, id)');
    await db.query('CREATE UNIQUE INDEX inspection_body_by_source ON inspection_body (source, source_id)');
    await db.query(`
      CREATE TABLE inspector (${PROVENANCE},
        id varchar(130) COLLATE "C" PRIMARY KEY,
        body_id varchar(64) COLLATE "C" NOT NULL,
        region_code varchar(12) COLLATE "C" NOT NULL,
        sealed_name text NOT NULL,
        items varchar[] NOT NULL DEFAULT '{}',
        valid_until date NOT NULL
      )`);
    await db.query('CREATE INDEX inspector_by_body ON inspector (body_id, id)');
    await db.query('CREATE UNIQUE INDEX inspector_by_source ON inspector (source, source_id)');
    await db.query(`
      CREATE TABLE emergency_plan (${PROVENANCE},
        id varchar(130) COLLATE "C" PRIMARY KEY,
        uscc varchar(18) COLLATE "C" NOT NULL,
        region_code varchar(12) COLLATE "C" NOT NULL,
        title varchar(200) NOT NULL,
        category varchar(20) COLLATE "C",
        adopted_on date NOT NULL
      )`);
    await db.query('CREATE INDEX emergency_plan_by_enterprise ON emergency_plan (uscc, adopted_on, id)');
    await db.query('CREATE UNIQUE INDEX emergency_plan_by_source ON emergency_plan (source, source_id)');
  }

  async down(db: QueryRunner): Promise<void> {
    const added = [
      'emergency_plan',
      'inspector',
      'inspection_body',
      'lift_fault',
      'campaign_check',
      'equipment_order',
    ];
    for (const table of [...added, 'equipment_violation', 'equipment_change'])
      await db.query(`DROP TABLE ${table}`);
    await db.query('DROP FUNCTION refuse_change');
    await db.query('DROP INDEX cylinder_filling_refused');
    await db.query('ALTER TABLE cylinder_filling DROP refusal, DROP refused_by_filler');
    await db.query('ALTER TABLE gas_cylinder DROP kind_code, DROP status');
    await db.query(`
      ALTER TABLE equipment DROP status_since, DROP industry_code, DROP safety_class, DROP features,
        DROP nameplate_litres, DROP measured_litres, DROP insured_until, DROP renewed_on`);
  }
}
