const DAY = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)(.*)$/;
const TIME =
  /^(?:T| *)(上午|下午)? ?(\d{1,2}):(\d{2})(?::(\d{2})(\.\d{1,6})?)? ?(AM|PM)?(Z|[+-]\d{2}:\d{2})?$/i;
/** Where a time has no zone, it is that of China. */
const CHINA = '+08:00';
const MIDNIGHT = /^00:00:00(\.0+)?$/;

interface Moment {
  day: string;
  /** Null where only a day is written. */
  time: string | null;
  zone: string;
}

/**
 * A day as people and Excel in China write it, as YYYY-MM-DD: 2024/3/1, 2024-3-1, 2024.3.1, 2024年3月1日, 20240301, each with
 * midnight behind it or not. Null for whatever else: 3/1/24 could be two days.
 */
export function readDay(text: string): string | null {
  const moment = momentOf(text);
  if (!moment || (moment.time !== null && !isMidnight(moment))) return null;
  return moment.day;
}

/** A moment likewise, with hours and minutes: 2024/3/1 8:30, 2024年3月1日 下午2时30分, 20240301083000. */
export function readMoment(text: string): string | null {
  const moment = momentOf(text);
  return moment?.time ? `${moment.day}T${moment.time}${moment.zone}` : null;
}

function isMidnight({ time, zone }: Moment): boolean {
  return time !== null && MIDNIGHT.test(time) && zone === CHINA;
}

function momentOf(text: string): Moment | null {
  const [, year, , month = '', day = '', rest = ''] = DAY.exec(plain(text)) ?? [];
  if (year === undefined) return null;
  const whole = [year, twoDigits(month), twoDigits(day)].join('-');
  if (rest === '') return { day: whole, time: null, zone: CHINA };
  const [, half, hour, minute, second = '00', fraction = '', latinHalf = half, zone = CHINA] =
    TIME.exec(rest) ?? [];
  const hours = hour === undefined ? null : hourOfDay(Number(hour), latinHalf);
  if (hours === null) return null;
  return { day: whole, time: `${twoDigits(hours)}:${minute}:${second}${fraction}`, zone: zone.toUpperCase() };
}

/** In half width, with the signs - and : for 年, 月, 日, 时, 分, 秒 and for what is written without any. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .trim()
    .replace(/^(\d{4})(\d{2})(\d{2})(?= ?\d{6}$|$)/, '$1-$2-$3 ')
    .replace(/ (\d{2})(\d{2})(\d{2})$/, ' $1:$2:$3')
    .replace(/^(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?[日号]/, '$1-$2-$3 ')
    .replace(
      /(\d{1,2}) ?时 ?(\d{1,2}) ?分(?: ?(\d{1,2}) ?秒)?$/,
      (_, hour: string, minute: string, second = '0') =>
        [hour, minute, second as string].map(twoDigits).join(':'),
    )
    .trim();
}

function hourOfDay(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour;
  if (hour > 12) return null;
  return (hour % 12) + (/下午|PM/i.test(half) ? 12 : 0);
}

function twoDigits(number: number | string): string {
  return String(number).padStart(2, '0');
}
