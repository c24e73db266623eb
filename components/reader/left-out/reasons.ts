import { i18n } from '../words';

const reasons: readonly [rules: RegExp, words: () => string][] = [
  [/^(ad-|advertisement|app-banner|promo)/, () => i18n.t('leftOut.reason.advertisement')],
  [/^(share|follow-box)/, () => i18n.t('leftOut.reason.share')],
  [/^newsletter/, () => i18n.t('leftOut.reason.newsletter')],
  [/^(related|link-list|link-only|continue-reading)/, () => i18n.t('leftOut.reason.related')],
  [/^(navigation|breadcrumb|page-footer|site-header|contents)/, () => i18n.t('leftOut.reason.navigation')],
  [/^comment/, () => i18n.t('leftOut.reason.comments')],
  [/^author-box/, () => i18n.t('leftOut.reason.author')],
  [/^hidden/, () => i18n.t('leftOut.reason.hidden')],
  [/^(modal|consent-banner)/, () => i18n.t('leftOut.reason.notice')],
  [/^(print-email|tags|caption-toggle|kicker|empty-heading|heads-nothing|no-words)/, () => i18n.t('leftOut.reason.tools')],
  [/^sidebar/, () => i18n.t('leftOut.reason.side')],
  [/repeated$/, () => i18n.t('leftOut.reason.repeated')],
  [/^picture-/, () => i18n.t('leftOut.reason.picture')],
  [/^outside-article/, () => i18n.t('leftOut.reason.outside')],
];

/** Why a block was left out, in plain words. */
export const reasonOf = (rule: string): string => reasons.find(([rules]) => rules.test(rule))?.[1]() ?? i18n.t('leftOut.reason.notText');
