import { vocabulary } from '../../kernel';

/** In the words and order of the campaign document of 建安区. */
export const FireRiskFactor = vocabulary(
  'FireRiskFactor',
  '十大致命风险因素. The ten deadly factors of fire risk.',
  {
    EXITS: '安全出口、疏散通道. Exits and escape routes.',
    WELDING: '电气焊作业. Welding.',
    FLAMMABLES: '易燃易爆物品. Flammable and explosive goods.',
    FIRE_FACILITIES: '消防设施设备. Fire protection facilities.',
    ELECTRICITY_AND_GAS: '用电用气安全. The use of electricity and gas.',
    DRILLS: '疏散逃生演练. Evacuation drills.',
    SANDWICH_PANELS: '易燃可燃彩钢板和保温材料. Combustible panels and insulation.',
    MIXED_USE: '生产储存住宿“多合一”. Production, storage and lodging under one roof.',
    ELECTRIC_BICYCLES: '电动自行车停放充电. Parking and charging of electric bicycles.',
    OPEN_FLAMES: '明火烧纸焚香和燃放烟花爆竹. Burning of paper and incense, and fireworks.',
  },
);
export type FireRiskFactor = keyof typeof FireRiskFactor;

export const FireClearing = vocabulary('FireClearing', '三清. The three things to clear away.', {
  ESCAPE_ROUTES:
    '清理安全出口、疏散通道、楼梯堆放各类物品，以及设置的障碍物. What blocks exits, escape routes and stairs.',
  BARRED_WINDOWS:
    '清理违规设置的影响逃生和灭火救援的铁栅栏、防盗网、广告牌. Bars, nets and billboards that hinder escape and rescue.',
  GOODS_AND_WIRING:
    '清理违规存放的易燃易爆物品、可燃杂物和私拉乱接的电线、插线板和大功率用电设备. Stored flammables and improvised wiring.',
});
export type FireClearing = keyof typeof FireClearing;

export const FireControl = vocabulary('FireControl', '两管. The two things to keep under control.', {
  FIRE_SOURCES: '管火源. Sources of fire.',
  HOT_WORK: '管电气焊动火作业. Welding and hot work.',
});
export type FireControl = keyof typeof FireControl;
