import { isDate, type Words } from '../../kernel';
import { BadCell, type Cell } from '../columns';
import { CellIsError, CellUnreadable, DigitsLost } from '../errors';
import type { NumberFormat } from './formats';
import type { SharedTexts } from './texts';

/** A cell as a sheet holds it: its type, the number of its style, whether it is a formula, and what it holds, if anything. */
export interface CellContent {
  type: string;
  style: number;
  formula: boolean;
  value: string | null;
}

/** What cells refer to. A workbook can say that the stored results of its formulas are out of date. */
export interface CellSurroundings {
  texts: SharedTexts;
  formats: readonly (NumberFormat | null)[];
  is1904: boolean;
  resultsOutdated: boolean;
}

const DAY_MS = 86_400_000;
/** Day 0 of a workbook, which has one of two calendars, and the day after the last one. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
const END = Date.UTC(10_000, 0, 1);
/** Excel stores a number with 15 digits; from here on the last ones of a code are already gone. */
const EXACT_BELOW = 1e15;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
/** The clock of a workbook knows no zone: it is read as China's, whatever a program has put behind it. */
const ISO = /^(?:(\d{4}-\d\d-\d\d)(?:T|$))?(?:(\d\d:\d\d(?::\d\d(?:\.\d+)?)?)Z?)?$/;
/** What Apache POI stores, when it streams, for a formula that it has not calculated; a spreadsheet program writes 0. */
const UNCALCULATED = '0.0';
/** A picture in a cell, as WPS Office writes it. */
const PICTURE = /^=?(_xlfn\.)?DISPIMG\(/;

export const NO_RESULT = {
  zh: '公式没有保存计算结果，请用表格软件打开并保存',
  en: 'its formula has no stored result; open the file in a spreadsheet program and save it',
};
const OUTDATED = {
  zh: '文件声明其公式须重新计算，请用表格软件打开并保存',
  en: 'the file says that its formulas must be calculated anew; open it in a spreadsheet program and save it',
};
const NO_TEXT = { zh: '引用的共享文本不存在', en: 'it refers to a shared text that is not there' };
const NO_STYLE = { zh: '引用的样式不存在', en: 'it refers to a style that is not there' };
const NO_FORMAT = { zh: '数字格式无法识别', en: 'its number format is not understood' };
const NOT_OF_ITS_TYPE = { zh: '内容与其类型不符', en: 'what it holds is not of its type' };
const NO_DAY = { zh: '日期不在日历范围内', en: 'its date lies outside of the calendar' };
const IS_PICTURE = { zh: '其中是图片', en: 'it holds a picture' };

/** A cell that holds something which cannot be told. */
export function unreadable(reason: Words, got: string): BadCell {
  return new BadCell((details) => CellUnreadable({ ...details, reason }), got);
}

/** Turns the content of cells into the text that a CSV would have in their place: known, empty or refused. */
export class CellReader {
  constructor(private readonly at: CellSurroundings) {}

  read({ type, style, formula, value }: CellContent): Cell {
    if (type === 'e') return new BadCell(CellIsError, value ?? '');
    // an empty text is a result, too; a formula that holds nothing else was never calculated
    if (value === null || (value === '' && type !== 'str')) return formula ? unreadable(NO_RESULT, '') : '';
    if (formula && type === 'n' && value === UNCALCULATED) return unreadable(NO_RESULT, value);
    if (formula && this.at.resultsOutdated) return unreadable(OUTDATED, value);
    const format = this.at.formats[style];
    if (format === undefined) return unreadable(NO_STYLE, value);
    return this.valueOf(type, value, format);
  }

  private valueOf(type: string, value: string, format: NumberFormat | null): Cell {
    switch (type) {
      case 's': {
        const text = this.at.texts.at(value);
        return text === null ? unreadable(NO_TEXT, value) : shownText(text, format);
      }
      case 'str':
      case 'inlineStr':
        return PICTURE.test(value) ? unreadable(IS_PICTURE, value) : shownText(value, format);
      case 'b':
        return flag(value);
      case 'd':
        return format ? isoDate(value, format) : unreadable(NO_FORMAT, value);
      case 'n':
        if (!NUMBER.test(value)) break;
        return format ? this.number(value, format) : unreadable(NO_FORMAT, value);
    }
    return unreadable(NOT_OF_ITS_TYPE, value);
  }

  private number(text: string, format: NumberFormat): Cell {
    const value = Number(text);
    if (Math.abs(value) >= EXACT_BELOW) return new BadCell(DigitsLost, text);
    const plain = typed(value);
    switch (format.kind) {
      case 'date':
      case 'moment':
      case 'clock':
        return this.date(text, format);
      case 'percent':
        return `${typed(value * 100)}%`;
      case 'plain':
      case 'elapsed':
        return format.shown(value, plain) ?? plain;
    }
  }

  private date(got: string, format: NumberFormat): Cell {
    const ms = Math.round(Number(got) * DAY_MS);
    if (ms < 0) return unreadable(NO_DAY, got);
    if (format.kind === 'clock' && ms < DAY_MS) return clock(ms);
    if (this.at.is1904) return moment(EPOCH_1904 + ms, format, got);
    // The older calendar has a day 0 and a 29 February that never were: they are told as they are shown. The days between
    // them count from one day later.
    const day = Math.floor(ms / DAY_MS);
    if (day === 0) return '1900-01-00';
    if (day === 60) return '1900-02-29';
    return moment(EPOCH_1900 + ms + (day < 60 ? DAY_MS : 0), format, got);
  }
}

function shownText(text: string, format: NumberFormat | null): string {
  return format?.shownText(text) ?? text;
}

function flag(value: string): Cell {
  if (/^(1|true)$/.test(value)) return 'TRUE';
  return /^(0|false)$/.test(value) ? 'FALSE' : unreadable(NOT_OF_ITS_TYPE, value);
}

/** Stored as 1234.5599999999999, typed as 1234.56: fifteen digits are what a spreadsheet keeps. */
function typed(value: number): string {
  return String(Number(value.toPrecision(15)));
}

/** A date that is stored as such, or a time of day. */
function isoDate(got: string, format: NumberFormat): Cell {
  const [, day, time = '00:00'] = ISO.exec(got) ?? [];
  const ms = Date.parse(`${day ?? '1970-01-01'}T${time}Z`);
  if (got === '' || Number.isNaN(ms) || (day && !isDate(day)) || !ISO.test(got))
    return unreadable(NOT_OF_ITS_TYPE, got);
  return day ? moment(ms, format, got) : clock(ms);
}

const SHOWN = { day: 10, month: 7, year: 4 };

/** A date as exactly as it is shown: 2024年3月 is no 1 March, and seconds that a program has left behind a day are none. */
function moment(ms: number, { kind, smallest }: NumberFormat, got: string): Cell {
  if (ms >= END) return unreadable(NO_DAY, got);
  const day = new Date(ms).toISOString();
  if (kind === 'date') return day.slice(0, SHOWN[smallest]);
  return ms % DAY_MS === 0 ? day.slice(0, SHOWN.day) : `${day.slice(0, SHOWN.day)}T${clock(ms)}+08:00`;
}

/** 10:30:00, with thousandths of a second if there are any. */
function clock(ms: number): string {
  return new Date(ms).toISOString().slice(11, 23).replace('.000', '');
}
