import type { Gender } from '../locale.js';

const UNITS = ['', 'ثاني', 'ثالث', 'رابع', 'خامس', 'سادس', 'سابع', 'ثامن', 'تاسع', 'عاشر'];

/** A place from 1 to 19 with its article, `الثالث`, `الثالثة عشرة`; larger ones have cases and are left to digits. */
export function ordinalWords(place: bigint, gender: Gender): string | undefined {
  const ending = gender === 'f' ? 'ة' : '';
  if (place < 1n || place > 19n) return undefined;
  if (place === 1n) return gender === 'f' ? 'الأولى' : 'الأول';
  if (place <= 10n) return `ال${UNITS[Number(place) - 1] ?? ''}${ending}`;
  const unit = place === 11n ? 'حادي' : (UNITS[Number(place) - 11] ?? '');
  return `ال${unit}${ending} عشر${ending}`;
}
