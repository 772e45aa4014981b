interface Said {
  zh: string;
  en: string;
}

/** Why records of this API cannot honestly answer an indicator, and who states it or enters it. */
export interface Typed {
  why: Said;
  by: Said;
}

const typed = (why: Said, by: Said): Typed => ({ why, by });
const said = (zh: string, en: string): Said => ({ zh, en });

const ASSESSORS = said('考核组', 'those who assess');
const NO_MEASURE = (zh: string, en: string) =>
  typed(said(`文件未定计量办法：${zh}`, `The document sets no measure: ${en}`), ASSESSORS);
const FILES = (zh: string, en: string) =>
  typed(
    said(`文件规定查阅资料、座谈访谈评定：${zh}`, `The document has it scored from files and talks: ${en}`),
    ASSESSORS,
  );
const VISITS = (zh: string, en: string) =>
  typed(said(`文件规定明查暗访评定：${zh}`, `The document has it scored by visits: ${en}`), ASSESSORS);
const NO_REGISTER = (zh: string, en: string, by: Said) =>
  typed(said(`本平台没有${zh}`, `This platform has no register of ${en}`), by);

const EMERGENCY = said('应急管理部门', 'the department of emergency management');
const HOUSING = said('住房城乡建设部门', 'the department of housing and construction');

/** By the code of the State Council’s model: all that has no figure in `countedIndicators`. */
export const typedIndicators: Readonly<Record<string, Typed>> = {
  '1': FILES('会议、宣传和培训是否到位', 'whether meetings, publicity and training were held as they should'),
  '2': FILES('领导责任是否落实', 'whether leaders have met their duties'),
  '3': FILES(
    '职责是否厘清；新风险有无牵头部门见参看数据',
    'whether duties are clear; which new risks nobody leads stands beside it',
  ),
  '4': FILES(
    '督查质效；督办事项的办结见参看数据',
    'how good supervision is; what was closed stands beside it',
  ),
  '5.2': NO_MEASURE(
    '填报质量由专班评定；到期未报完成的任务见参看数据',
    'the quality of what is filled in is judged by the task force; tasks that are due and not reported done stand beside it',
  ),
  '7': VISITS('判定标准学得好不好、用得好不好', 'how well the criteria are learnt and used'),
  '9.1': NO_REGISTER(
    '高陡边坡露天矿山、尾矿库的感知数据联网名册',
    'open pits with high slopes and tailings ponds whose sensors are connected',
    EMERGENCY,
  ),
  '9.2': NO_REGISTER(
    '重大危险源企业特殊作业、人员定位场景名册',
    'major hazard sources with the scenes of special work and positioning',
    EMERGENCY,
  ),
  '9.3': NO_REGISTER(
    '作业30人以上涉粉企业联网名册',
    'dust enterprises of 30 people and more that are connected',
    EMERGENCY,
  ),
  '10.2': NO_MEASURE(
    '机制是否健全、打击是否有力由考核方评定，案件数不计分；涉假案件见参看数据',
    'whether the mechanism is sound and acts is judged, and a number of cases bears no points; such cases stand beside it',
  ),
  '11': VISITS('标准化管理体系建设成效', 'how well the management systems work'),
  '12.1': typed(
    said(
      '文件未定每个部门应报送多少，没有分母；可报送的和已报送的见参看数据',
      'The document does not say how many a department is to nominate, so there is no denominator; what could be and what was nominated stands beside it',
    ),
    said('执法部门', 'the departments that handle cases'),
  ),
  '13.1': NO_MEASURE('活动开展情况；活动次数不计分', 'how activities went; their number bears no points'),
  '13.2': NO_MEASURE('省级媒体统计不在本平台', 'the statistics of the media are not kept here'),
  '14': NO_REGISTER(
    '灾害严重煤矿及其智能化开采名册',
    'coal mines with severe disasters and of how they are worked',
    said('矿山安全监管部门', 'the department that supervises mines'),
  ),
  '15.1': NO_REGISTER('专项执法检查对象名册', 'whom the special inspection is to reach', EMERGENCY),
  '15.3': NO_REGISTER(
    '硝酸铵、硝化等高危细分领域企业名册',
    'enterprises of nitrates and nitration',
    EMERGENCY,
  ),
  '15.4': NO_REGISTER('化工园区及其安全风险等级', 'chemical parks and their grades of risk', EMERGENCY),
  '16.1': NO_MEASURE(
    '清理拆除的多少不等于打通；未销号的火灾隐患和占堵案件见参看数据',
    'how much was cleared does not say that ways are open; open fire hazards and cases of blocked ways stand beside it',
  ),
  '17.1': NO_REGISTER(
    '电动自行车、蓄电池、充电器生产企业资质审查名册',
    'makers of electric bicycles, batteries and chargers whose qualification was examined',
    said('市场监管、工业和信息化部门', 'the departments of market supervision and industry'),
  ),
  '17.2': NO_REGISTER('停放充电设施', 'places to park and charge', HOUSING),
  '17.3': NO_MEASURE(
    '登记上牌、以旧换新等由公安、商务掌握',
    'number plates and trade-ins are known to public security and commerce',
  ),
  '18': VISITS(
    '燃气整治成效；未销号的燃气重大隐患见参看数据',
    'how the work on gas went; open major gas hazards stand beside it',
  ),
  '19': VISITS('各行业专项治理成效', 'how the work of each industry went'),
  '20': VISITS(
    '查处是否严格；挂牌督办、结案、公布见参看数据',
    'how strict inquiries are; supervision, closing and publication stand beside it',
  ),
  '21': VISITS(
    '追责是否严肃；评估情况见参看数据',
    'whether those responsible were held to account; evaluations stand beside it',
  ),
  '22': VISITS('投入情况；预算和费用不在本平台', 'what was spent; budgets are not kept here'),
  '24': VISITS('基层力量统筹情况', 'how the forces of towns work together'),
  '25': VISITS(
    '救援队伍建设；队伍名册不在本平台',
    'how rescue teams are built up; no register of them is kept here',
  ),
  '26': VISITS('年度内另行部署的工作', 'what else was ordered during the year'),
  '27.3': NO_MEASURE(
    '“上升幅度较大”和梯次由上级在各地之间比较确定；本季与上年同季见参看数据',
    'what a large rise is, and the steps, the level above says by comparing divisions; this quarter and that of the year before stand beside it',
  ),
  '28': typed(
    said(
      '党中央、国务院的通报不在本平台',
      'Circulars of the Central Committee and the State Council are not kept here',
    ),
    said('上级安委会', 'the committee of the level above'),
  ),
  '30': NO_MEASURE(
    '“居全国前列”须各地比较；检查数不计分，只见参看数据',
    'to be ahead is said by comparing divisions; a number of inspections bears no points and only stands beside it',
  ),
  '31': NO_MEASURE('突出成效由上级认定', 'what is outstanding the level above says'),
  'IND-01': NO_REGISTER('工作面当班人数', 'who is at work at each face', EMERGENCY),
  'IND-02': NO_REGISTER(
    '变型拖拉机',
    'tractors that were altered',
    said('农业农村部门', 'the department of agriculture'),
  ),
  'IND-03': NO_REGISTER('“瓶改管”用户', 'users to be connected to gas pipes', HOUSING),
  'IND-04': NO_REGISTER('燃气监测点', 'points at which gas is monitored', HOUSING),
  'IND-05': NO_REGISTER('燃气特许经营范围', 'areas of gas concessions', HOUSING),
  'IND-06': NO_REGISTER('试生产项目核查', 'projects in trial production that were looked over', EMERGENCY),
  'IND-07': NO_REGISTER('“两重点一重大”单位', 'units of the key processes, chemicals and sources', EMERGENCY),
  'IND-14': NO_REGISTER('化工园区“十有”建设', 'what chemical parks have built', EMERGENCY),
  'IND-15': NO_REGISTER('一矿一册', 'files of mines', EMERGENCY),
  'IND-21': NO_REGISTER('企业用工人数', 'how many people an enterprise employs', EMERGENCY),
  'IND-22': NO_REGISTER('学校名册', 'schools', said('教育部门', 'the department of education')),
  'IND-23': NO_REGISTER('单位值班', 'who is on duty at units', EMERGENCY),
  'ONE-37.1': NO_REGISTER(
    '农机',
    'agricultural machines',
    said('农业农村部门', 'the department of agriculture'),
  ),
  'ONE-37.2': NO_REGISTER(
    '农机',
    'agricultural machines',
    said('农业农村部门', 'the department of agriculture'),
  ),
};
