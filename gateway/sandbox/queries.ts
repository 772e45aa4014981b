/** A question to begin with, and the persona who may ask it; without one anyone may. */
export interface Example {
  readonly title: string;
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly persona?: string;
}

/** The question that the API is named after; also what an empty sandbox opens with. */
export const ONE_MATTER = `# 一件事：城镇燃气，一次查询，各部门的数据一并返回
# One matter, one query, every department's share
# 执行 · Run: ▶ / Ctrl-Enter
query OneMatter {
  matter(code: "URBAN_GAS") {
    name
    leadDepartment { name }
    overview(region: "430000") {
      equipmentCount
      overdueInspections
      openMajorHazards
      onTimeRate
      openCases
      finesTotal
      validCertificates
      unqualifiedRate
      qualifiedPersonnel
      principalTrainingRate
      listedEnterprises
    }
    stages { name department { name } }
    enterprises(region: "430000", first: 5) {
      edges {
        node {
          uscc
          name
          region { fullName }
          cccCertificates(first: 1) { totalCount }
          spotChecks(first: 1) { totalCount }
          penalties(first: 1) { totalCount }
          dishonestyListings { list cause listedOn }
        }
      }
    }
  }
}
`;

const ENTERPRISE = `# 一户企业全貌：各部门掌握的情况；部分字段仅执法人员可见
# Everything the departments know of one enterprise; parts of it are for officers
query Enterprise($uscc: Uscc!) {
  enterprise(uscc: $uscc) {
    name
    status
    address
    legalRepresentative
    region { fullName }
    matters { name }
    equipment(first: 3) {
      totalCount
      edges { node { code kind { name } nextInspectionDue overdue } }
    }
    cccCertificates(first: 3) { totalCount }
    spotChecks(first: 3) {
      edges { node { productName result sampledOn } }
    }
    supervisoryInspections(first: 3) {
      edges { node { inspectedOn findings } }
    }
    cases(first: 3) { totalCount }
    penalties(first: 3) { totalCount }
    hazards(first: 3) { edges { node { number grade status dueOn } } }
    fireUnit { place onlineSince }
    principalTraining { status dueOn }
    qualifications(first: 3) { totalCount }
    drills(first: 3) { totalCount }
    creditFile { listedNow publishedPenalties unqualifiedSamples }
  }
}
`;

const OVERDUE = `# 下一页：把 endCursor 填入变量 after
# The next page: put endCursor into the variable "after"
query OverdueEquipment($region: RegionCode!, $today: Date!, $after: String) {
  equipmentItems(filter: { region: $region, overdueOn: $today }, first: 20, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges {
      node { code kind { name } region { fullName } nextInspectionDue }
    }
  }
}
`;

const HAZARDS = `# 全省重大事故隐患按市州统计，及全年事故；公众仅见曝光的隐患，不见统计
# A province's major hazards by city, and its accidents; the public sees hazards that were exposed, and no figures
query Hazards($region: RegionCode!, $year: Int!) {
  hazardStatistics(region: $region) {
    region { name }
    found
    open
    overdue
    onTimeRate
    selfReportShare
  }
  accidentStatistics(region: $region, year: $year) { grade accidents accidentsYearBefore }
  hazards(filter: { region: $region }, first: 5) {
    edges { node { number domain grade dueOn escalation } }
  }
}
`;

const BAD_BATCH = `# 抽查不合格批次：谁销售、谁生产、追查到哪里
# Batches that failed a spot check: who sold them, who made them, where the trace has led
query BadBatch($region: RegionCode!) {
  spotChecks(filter: { region: $region, result: UNQUALIFIED }, first: 5) {
    totalCount
    edges {
      node {
        batch
        product { name }
        defects
        saleStoppedOn
        seller { name }
        producer { name region { fullName } }
        trace {
          depth direction region { fullName }
          notifiedOn answerDue answeredOn
        }
      }
    }
  }
}
`;

const PENALTIES = `# 公示期内的行政处罚，人人可查
# Penalties that are published now: for anyone
query Penalties($region: RegionCode!) {
  penalties(filter: { region: $region }, first: 10) {
    totalCount
    edges {
      node {
        documentNumber
        partyName
        cause { name }
        fine
        department { name }
        decidedOn
        publicUntil
      }
    }
  }
}
`;

const VERIFY = `# 证书真伪：须同时给出编号和姓名，不泄露其他信息
# Whether a certificate is genuine: number and name must both be right; nothing else is told
query VerifyQualification($number: String!, $holderName: String!) {
  verifyQualification(number: $number, holderName: $holderName) {
    genuine
    status
    item { name }
    expiresOn
  }
}
`;

const FEED = `# 失信名单变动：把 next 填入变量 after 续读，追平后 digest 与本地副本一致
# Changes of the dishonesty lists: go on with "next" as "after"; once caught up, the digest is your copy's, too
query DishonestyChanges($after: String) {
  dishonestyFeed { epoch listed digest snapshotUrl }
  dishonestyChanges(first: 5, after: $after) {
    ... on DishonestyChangePage {
      next
      caughtUp
      digest
      changes {
        kind
        at
        subjectUscc
        listing { list subjectName publishedOn }
      }
    }
    ... on CursorExpired { restartAfter }
    ... on CursorInvalid { message }
  }
}
`;

const ASSESSMENT = `# 季度考核排名，及某县逾期未报进展的任务
# The ranking of a quarter's assessment, and a county's tasks that are late
query Assessment($region: RegionCode!, $quarter: String!, $county: RegionCode!, $plan: ID!) {
  assessments(region: $region, quarter: $quarter) {
    region { name }
    status
    score
    rank
    interviewProposed
    missing
    openPoints
    indicators { code name points origin counts evidence }
  }
  lateTasks(region: $county, plan: $plan) {
    department { name }
    phrase
    dueOn
    daysLate
  }
}
`;

const SHARING = `# 同一问题，换一个身份再问，答案不同：被隐去的字段为 null，并附 SHARING_DENIED
# Ask again as another persona: what it may not see is null, with an error SHARING_DENIED
query SharingLevels($region: RegionCode!) {
  enterprises(filter: { region: $region }, first: 3) {
    edges { node { uscc name legalRepresentative contactPhone } }
  }
}
`;

const VIEWER = `query Viewer {
  viewer { department { name } region { name } scopes }
}
`;

/** Overdue inspections are counted on China's calendar, wherever the browser is. */
const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());

/** What the synthetic data hold: the county of the officer, the certificate and the quarter that are made at any scale. */
export const EXAMPLES: readonly Example[] = [
  { title: '一件事 · One matter', query: ONE_MATTER },
  {
    title: '企业全貌 · Enterprise',
    query: ENTERPRISE,
    variables: { uscc: '91430682YY0ARM0X8Y' },
    persona: 'market-linxiang',
  },
  { title: '逾期未检 · Overdue', query: OVERDUE, variables: { region: '430600', today, after: null } },
  {
    title: '隐患事故 · Hazards',
    query: HAZARDS,
    variables: { region: '430000', year: 2026 },
    persona: 'committee-yueyang',
  },
  {
    title: '问题批次 · Bad batch',
    query: BAD_BATCH,
    variables: { region: '430600' },
    persona: 'market-linxiang',
  },
  { title: '处罚公示 · Penalties', query: PENALTIES, variables: { region: '430000' } },
  {
    title: '证书查验 · Verify',
    query: VERIFY,
    variables: { number: 'SYN-edge-1-last-day', holderName: '合成人' },
  },
  { title: '失信变动 · Feed', query: FEED, variables: { after: null }, persona: 'credit-publicity' },
  {
    title: '考核督办 · Assessment',
    query: ASSESSMENT,
    variables: { region: '430600', quarter: '2026-Q3', county: '430682', plan: 'LINXIANG-2024-2026' },
    persona: 'committee-yueyang',
  },
  { title: '共享分级 · Sharing', query: SHARING, variables: { region: '430682' } },
  { title: '我是谁 · Who am I', query: VIEWER },
];
