/** The figures of a matter, by the subgraph that counts them: its unit, what it says, and whether it is public only where its release names it. One that is silent is still known by its figures. */
const DEVICES = '台（只）. devices and cylinders';
const ITEMS = '件. cases';
const HAZARDS = '条. hazards';
const SHARE = '比率，0 至 1. a share from 0 to 1';

export const MATTER_FIGURES = {
  equipment: {
    equipmentCount: {
      unit: DEVICES,
      says: '特种设备数（不含报废、注销）. The number of devices in its scope, without those scrapped or cancelled.',
    },
    overdueInspections: {
      unit: DEVICES,
      says: '超期未检特种设备数，含检验不合格和从未检验的. The number of them that are in use though their inspection has run out, was failed or never was.',
    },
    unknownInspections: {
      unit: DEVICES,
      says: '在用而下次检验日期未知的特种设备数. The number of them that are in use without anybody knowing when their inspection is due.',
    },
  },
  quality: {
    validCertificates: {
      unit: '张. certificates',
      says: '当日有效认证证书数. The certificates in its scope that are valid today.',
    },
    unqualifiedRate: {
      unit: SHARE,
      says: '已公布抽查的不合格率，0 至 1；无已公布抽查为空. The share of published samples that do not conform, from 0 to 1; null where none is published.',
    },
  },
  enforcement: {
    openCases: {
      unit: ITEMS,
      says: '在办案件数. The cases that are filed and not yet decided.',
      named: true,
    },
    finesTotal: {
      unit: '元. yuan',
      says: '罚款总额. The sum of all fines that are in force, in yuan.',
      named: true,
    },
  },
  hazards: {
    openMajorHazards: {
      unit: HAZARDS,
      says: '未销号重大事故隐患数. The number of its major hazards that are open.',
    },
    overdueHazards: {
      unit: HAZARDS,
      says: '逾期重大事故隐患数. The number of those that are overdue today.',
      named: true,
    },
    onTimeRate: {
      unit: SHARE,
      says: '重大事故隐患按期整改率（按原定期限，0至1）. Closed by the first deadline, of those closed or past it; null if none is.',
      named: true,
    },
  },
  training: {
    qualifiedPersonnel: {
      unit: '人. people',
      says: '持证人员数（当日有效）. The number of people who hold a certificate for it that is in force today.',
    },
    principalTrainingRate: {
      unit: SHARE,
      says: '主要负责人本年度培训率，0 至 1；无任务为空. The share of principals trained who must be this year, from 0 to 1; null where none must.',
    },
  },
  credit: {
    listedEnterprises: {
      unit: '户. enterprises',
      says: '在列失信企业数. The number of enterprises of the matter that are on a list today.',
    },
  },
} as const;
export type Counting = keyof typeof MATTER_FIGURES;
