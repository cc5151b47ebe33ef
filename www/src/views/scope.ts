import type { Report, SegmentValue } from '../engine/pkg/encours';
import { reportSettings } from '../dossier/report-settings.svelte';
import { dossiers } from '../keeping/dossiers.svelte';
import { formatRate } from '../text/format';
import { t } from '../text/language.svelte';
import { segmentColumn, segmentName } from './analyses/segments';

/** The part of the data that a report is of; empty where it is of all. */
export function scopeText({ cut: { segment } }: Pick<Report, 'cut'>): string {
  return segment == null ? '' : segmentText(segment);
}

/** A value with the column it is one of. */
export const segmentText = ({ column, value }: SegmentValue): string =>
  t('segments.scopeOf', {
    column: segmentColumn(column),
    value: reportSettings.current.isAnonymous ? t('segments.hidden') : segmentName(value),
  });

/** At which rates the amounts of a report were converted; empty where they were not. */
export const ratesText = ({ currencies, cut }: Pick<Report, 'currencies' | 'cut'>): string =>
  currencies
    .filter(({ isBase, isApart }) => !isBase && !isApart)
    .map(({ currency, closing }) =>
      t('currencies.at', {
        currency,
        rate: formatRate(closing ?? '1'),
        into: cut.rates?.into ?? '',
      }),
    )
    .join(' ; ');

/** What a report is called: the dossier, and the part of its data. */
export const titleOf = (report: Report): string =>
  [dossiers.title || t('report.diagnosis'), scopeText(report)].filter(Boolean).join(' · ');
